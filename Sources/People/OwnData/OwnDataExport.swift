import Kernel
import WebCore

/// All that is kept about the viewer and their children, section by section, as every feature tells it.
struct OwnDataOf: Sendable {
    let person: OwnedPerson
    let sections: [OwnData]
}

/// The same as files: a page that needs nothing else to be read, and JSON for programs.
struct OwnDataExport {
    let reader: Reader
    let people: [OwnDataOf]
    private var text: any OwnText { reader.language.own }

    struct File: Codable {
        let school: String
        let day: Day
        let people: [PersonFile]
    }
    struct PersonFile: Codable {
        let name: String
        let data: [String: [[String: String]]]
    }

    var file: File {
        File(
            school: reader.viewer?.hat.school.name ?? "", day: reader.today,
            people: people.map { one in
                let data = one.sections.map { ($0.key, $0.rows.map { row in Dictionary(row.map { ($0.key, $0.value) }, uniquingKeysWith: { a, _ in a }) }) }
                return PersonFile(name: one.person.name.full, data: Dictionary(data, uniquingKeysWith: +))
            })
    }
}

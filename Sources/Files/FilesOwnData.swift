import Kernel
import Storage
import WebCore

/// What is kept of the files a person has sent in the reader's school.
struct FilesOwnData {
    let reader: Reader
    private var text: any FilesText { reader.language.files }

    func sections(of person: ID<Person>, _ tx: Transaction) throws -> [OwnData] {
        guard let school = reader.viewer?.school else { return [] }
        let files = try FilesStore.files(where: "f.owner_id = \(person) AND f.school_id = \(school) AND f.state <> 'erased' ORDER BY f.id DESC", tx)
        return [OwnData("files", text.files, files.map(row))]
    }

    private func row(_ file: StoredFile) -> [OwnData.Field] {
        let clock = reader.language.web.time(reader.zone.minute(of: file.madeAt))
        return [
            .init("name", text.name, file.name), .init("size", text.size, text.bytes(file.size)),
            .init("sent", text.sentAt, "\(reader.zone.day(of: file.madeAt)), \(clock)"), .init("file", text.address, "/files/\(file.id.number)"),
        ]
    }
}

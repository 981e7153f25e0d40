import Kernel

struct ImportEnglish: ImportText {
    func title(_ source: String) -> String { "Import finished. Source: \(source)" }
    func dryTitle(_ source: String) -> String { "Trial import: nothing was changed. Source: \(source)" }
    let added = "added"
    let changed = "changed"
    let unchanged = "unchanged"
    let ended = "ended"
    let refused = "refused"
    func losses(_ count: Int) -> String { "Not taken (\(count)):" }
    func notes(_ count: Int) -> String { "Taken, but not as written (\(count)):" }
    let noRemarks = "No remarks."

    func kind(_ kind: ImportKind) -> String {
        switch kind {
        case .school: "Schools"
        case .year: "Academic years"
        case .term: "Terms"
        case .person: "People"
        case .role: "Roles"
        case .subject: "Subjects"
        case .schoolClass: "Classes"
        case .classTeacher: "Class teachers"
        case .group: "Study groups"
        case .course: "Courses"
        case .enrolment: "Pupils in classes"
        case .seat: "Pupils in groups"
        case .guardian: "Guardians of children"
        case .bells: "Bells"
        case .slot: "Places in the timetable"
        case .load: "Lessons not placed yet"
        case .root: "Source"
        case .place: "Departments"
        case .section: "Classes of the source"
        }
    }

    func step(_ step: ImportProgress.Step) -> String {
        switch step {
        case .schools: "Schools"
        case .people: "People and roles"
        case .years: "Academic years"
        case .classes: "Classes"
        case .courses: "Subjects and courses"
        case .places: "Pupils in classes"
        case .guardians: "Guardians of children"
        case .endings: "Endings"
        case .timetable: "Timetable"
        }
    }

    func error(_ error: ImportError) -> String {
        switch error {
        case .nothingRead: "Nothing was read, and nothing was changed."
        case .sourceNeeded: "The files do not say whose they are. Name the source: --source NAME."
        case .otherSource(let source):
            "The source “\(source)” is known, but another school stood under it. If it is the same school, repeat with --source '\(source)'; if not, give it another name."
        case .schoolNeeded(let schools): "There are several schools. Choose one: --school NUMBER.\n" + schools.joined(separator: "\n")
        case .noSuchSchool(let name): "There is no school “\(name)” in the database."
        case .wrongYear(let text): "An academic year is written 2026/27, not “\(text)”."
        }
    }
}

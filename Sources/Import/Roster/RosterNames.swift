import Interchange
import Kernel

typealias OrgID = OneRoster.SourcedID<OneRoster.Org>
typealias SectionID = OneRoster.SourcedID<OneRoster.Class>
typealias UserID = OneRoster.SourcedID<OneRoster.User>

extension OneRoster.Origin {
    var place: ImportRun.Place { ImportRun.Place(file: file, line: line) }
    func place(_ field: String) -> ImportRun.Place { ImportRun.Place(file: file, line: line, field: field) }
}

extension OneRosterBundle {
    func isDelta(_ file: String) -> Bool { manifest?.mode(of: file) == .delta }
}

extension CalendarDate {
    var asDay: Day? { Day(year: year, month: month, day: day) }
}

extension OneRoster.OrgKind {
    /// One whole school, by whatever name.
    var isSchool: Bool { [.school, .college, .university, .adultEducation].contains(self) }
    /// Stands above schools and has no lessons.
    var isAuthority: Bool {
        [
            .district, .local, .state, .national, .municipality, .academicTrust, .localAuthority, .region, .division, .province, .ministryOfEducation,
            .departmentOfEducation,
        ].contains(self)
    }
}

extension OneRoster.RoleKind {
    /// What such a person is in a school of ours; nil if there is nothing of the kind. A `relative` is no legal representative,
    /// and those above the school are nobody in it.
    var role: Kernel.Role? {
        switch self {
        case .student: .pupil
        case .teacher, .instructor: .subjectTeacher
        case .professor, .lecturer, .faculty, .adjunct: .lecturer
        case .substitute: .substitute
        case .administrator, .siteAdministrator, .principal: .administrator
        case .parent, .guardian: .guardian
        default: nil
        }
    }
}

/// A finding of the planning, told to the run when its turn comes.
struct Finding {
    let kind: ImportKind, flaw: OrderFlaw, place: ImportRun.Place, value: String
    let isRefusal: Bool
}

/// A year of study as a school's class has one.
enum StudyYear {
    /// «09», «9», «09 класс» are 9; other words are taken as they are.
    static func name(_ text: String) -> String {
        let figures = text.prefix { $0.isASCII && $0.isNumber }
        guard !figures.isEmpty, let number = Int(figures) else { return text.uppercased() }
        return figures.count == text.count || text.dropFirst(figures.count).first == " " ? String(number) : text.uppercased()
    }

    /// 1 to 11, if the name is such a number or begins with one: «7А».
    static func number(_ name: String) -> Int? { Int(name.prefix { $0.isASCII && $0.isNumber }).flatMap { (1...11).contains($0) ? $0 : nil } }
}

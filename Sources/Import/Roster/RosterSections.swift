import Interchange
import Kernel

/// The classes of a roster, which are sections of courses or homerooms.
struct RosterSections {
    struct Section {
        let entry: OneRoster.Class
        let school: OrgID
        let year: Int
        /// The one year of study that it is for, if it is one: «7», «PS1».
        let study: String?
        let subject: String
        var isHomeroom: Bool { entry.kind == .known(.homeroom) }
        var id: SectionID { entry.id }
    }

    let all: [SectionID: Section]
    /// School and year of each homeroom.
    let withHomerooms: Set<[String]>
    /// Sessions to which the classes of each school refer.
    private(set) var sessions: [OrgID: Set<OneRoster.SourcedID<OneRoster.AcademicSession>>] = [:]

    init(_ bundle: OneRosterBundle, _ places: RosterPlaces, _ calendar: RosterCalendar) {
        let courses = Dictionary(bundle.courses.filter { $0.status == .active }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var all: [SectionID: Section] = [:]
        for entry in bundle.classes where entry.status == .active {
            guard let school = places.school(of: entry.school) else { continue }
            let course = entry.course.flatMap { courses[$0] }
            all[entry.id] = Section(
                entry: entry, school: school, year: calendar.year(of: entry, course), study: Self.study(entry, course),
                subject: course?.title ?? entry.subjects.first { $0.contains(where: \.isLetter) } ?? entry.title)
            sessions[school, default: []].formUnion(entry.sessions)
        }
        self.all = all
        withHomerooms = Set(all.values.filter(\.isHomeroom).map { [$0.school.text, "\($0.year)"] })
    }

    private static func study(_ entry: OneRoster.Class, _ course: OneRoster.Course?) -> String? {
        let written = Set((entry.grades.isEmpty ? course?.grades ?? [] : entry.grades).map(StudyYear.name))
        return written.count == 1 ? written.first : nil
    }
}

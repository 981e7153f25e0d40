import Documents
import Kernel

/// An order, a regulation or another paper that the school or its department has issued (REQUIREMENTS I06–I08, A12).
package struct LocalAct: Sendable {
    package enum Kind: String, Sendable, CaseIterable { case order, regulation, procedure, other }

    /// Who is asked to read it.
    package struct Asked: Sendable, Hashable {
        let staff: Bool
        let family: Bool
        let pupil: Bool
        package init(staff: Bool, family: Bool, pupil: Bool) {
            self.staff = staff
            self.family = family
            self.pupil = pupil
        }
        package static let nobody = Asked(staff: false, family: false, pupil: false)
    }

    /// What its publisher gives.
    package struct Contents: Sendable {
        let kind: Kind
        let title: String
        let number: String
        let day: Day
        /// The text itself; may be empty where there is a scan.
        let body: String
        let asked: Asked
        /// A department's: each school adopts it as an act of its own.
        let isTemplate: Bool

        package init(kind: Kind, title: String, number: String, day: Day, body: String, asked: Asked, isTemplate: Bool) {
            (self.kind, self.title, self.number, self.day) = (kind, title, number, day)
            (self.body, self.asked, self.isTemplate) = (body, asked, isTemplate)
        }
    }

    let id: ID<LocalAct>
    let school: ID<School>
    let schoolName: String
    let isDepartments: Bool
    let contents: Contents
    let scan: ID<Document>?
    let replaces: ID<LocalAct>?
    let publishedAt: Moment
    /// When it was replaced or cancelled; until then it is valid (REQUIREMENTS I07).
    let endedAt: Moment?
    /// When the viewer has read it.
    let readAt: Moment?
    /// When the viewer's school has accepted a department's act.
    let acceptedAt: Moment?
}

/// How many of one part of the school have read an act: the staff, a class's pupils, their families.
struct ReadersLine: Sendable {
    enum Group: String, Sendable { case staff, pupil, family }
    let group: Group
    /// The class; missing for the staff and for who is in none.
    let schoolClass: Int64?
    let className: String?
    let people: Int
    let read: Int
}

/// One who has not read an act yet.
struct MissingReader: Sendable {
    let name: PersonName
    let group: ReadersLine.Group
    let className: String?
}

/// A school before a department's act.
struct Receipt: Sendable {
    let name: String
    let acceptedAt: Moment?
}

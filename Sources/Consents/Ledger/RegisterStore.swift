import Kernel
import School
import Storage

/// A class's line in the register: how many are missing for each purpose.
struct ClassRow: Sendable {
    let schoolClass: SchoolClass
    let pupils: Int
    let missing: [Purpose: Int]
}

/// A class's whole register.
struct ClassRegister: Sendable {
    let schoolClass: SchoolClass
    let cards: [ConsentCard]
    let lines: [PaperLine]
}

/// All papers of one person.
struct PaperFolder: Sendable {
    let card: ConsentCard
    let guardians: [Pupil]
    let history: [ConsentEntry]
}

enum RegisterStore {
    /// All classes the viewer keeps, with how many have not decided. As many queries for thirty classes as for one.
    static func classes(for viewer: Viewer, on day: Day, _ tx: Transaction) throws -> [ClassRow] {
        let classes = try ConsentsAccess.classes(of: viewer, in: tx)
        let pupils = try LedgerStore.pupils(ofClasses: classes.map(\.id), in: viewer.school, tx)
        let cards = try LedgerStore.cards(of: pupils.map(\.subject), in: viewer.school, on: day, tx)
        let byClass = Dictionary(grouping: zip(pupils, cards), by: { $0.0.schoolClass })
        return classes.map { schoolClass in
            let cards = (byClass[schoolClass.id] ?? []).map(\.1)
            let missing = Purpose.allCases.map { purpose in
                (purpose, cards.count { if let standing = $0[purpose]?.standing { !standing.isRefused && standing != .agreed } else { false } })
            }
            return ClassRow(schoolClass: schoolClass, pupils: cards.count, missing: Dictionary(uniqueKeysWithValues: missing))
        }
    }
}

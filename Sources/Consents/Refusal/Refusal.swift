import Kernel
import School

/// A family's refusal of the electronic diary or of processing at all, on its way to the paper line (REQUIREMENTS H01, H02).
package struct Refusal: Hashable, Sendable {
    enum Outcome: String, Hashable, Sendable { case accepted, takenBack }
    let id: ID<Refusal>
    let person: ID<Person>
    let name: PersonName
    let className: String?
    let purpose: Purpose
    let word: ConsentWord
    let receivedOn: Day
    /// Data are destroyed within 30 days (152-FZ, article 21).
    let dueOn: Day
    let outcome: Outcome?
    let act: ID<Act>?

    static let daysToDestroy = 30
}

/// A pupil of whom only a number stands in the class.
struct PaperLine: Hashable, Sendable {
    let person: ID<Person>
    let number: Int
    let className: String?
    /// The class the line stands in now.
    let schoolClass: ID<SchoolClass>?
}

import Kernel

/// The act of destruction with the extract of the log (order of Roskomnadzor 179 of 28.10.2022). Holds no data of the person: an alias
/// and the inner number. Never changes.
package struct Act: Sendable {
    struct Line: Hashable, Sendable {
        let person: ID<Person>
        let kind: DataKind
        let count: Int
    }
    let id: ID<Act>
    let number: Int
    let madeOn: Day
    let madeAt: Moment
    let person: ID<Person>
    let alias: String
    let className: String
    let purpose: Purpose
    let word: ConsentWord
    let demandedOn: Day
    let confirmedBy: PersonName
    /// From this day on the data are in no backup either.
    let backupsUntil: Day
    let lines: [Line]
}

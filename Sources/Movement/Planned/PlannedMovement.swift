import Kernel
import School
import Storage

/// A movement by an order that is signed already and whose day is still to come (REQUIREMENTS A29, A30). Nothing of the pupil's place,
/// rights and chats changes before that day.
public struct PlannedMovement: PlannedByOrder {
    static let table: SQL = "planned_movement"
    public enum State: String, Sendable, CaseIterable, Codable {
        case planned, done
        /// The day has come and something stood in the way; somebody has to look.
        case failed
        case revoked
    }
    public let id: ID<PlannedMovement>
    public let pupil: Pupil
    var name: PersonName { pupil.name }
    public let act: MovementAct
    /// The class the pupil comes into.
    public let target: String?
    public let day: Day
    public let order: SchoolOrder
    public let place: String
    public let state: State
    /// Why it could not be done.
    public let refusal: Denial.Reason?

    /// All that may stand in the way on the day.
    private static let refusals: [Denial.Reason] = [
        .inAnotherClass, .wasElsewhere, .notInClass, .sameClass, .sameDay, .markedSince, .dayBeforeYear, .dayAfterYear, .changedSince,
    ]
    static func refusal(_ code: String) -> Denial.Reason? { code.isEmpty ? nil : refusals.first { $0.code == code } ?? .changedSince }
}

extension MovementAct {
    /// As a form, a program and a row of the database name it.
    init?(word: String, target: ID<SchoolClass>?) {
        switch (word, target) {
        case ("enrol", let target?): self = .enrol(into: target)
        case ("transfer", let target?): self = .transfer(to: target)
        case ("expel", nil): self = .expel
        default: return nil
        }
    }
}

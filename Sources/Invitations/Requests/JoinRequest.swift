import Kernel

/// One who came without a code asks the school to be let in (REQUIREMENTS A27).
public struct JoinRequest: Hashable, Sendable {
    public enum State: String, Hashable, Sendable { case waiting, accepted, refused }
    /// As many as may wait in a school; past it people are asked to speak to the school.
    public static let mostWaiting = 500
    /// Characters of a message.
    static let longestMessage = 500
    /// Seconds for which a decided request is kept: 30 days.
    static let kept = 30 * 24 * 3600
    /// As whom one may ask to be let in. Who leads a school does not come this way.
    static let roles: [Role] = [.pupil, .guardian, .subjectTeacher, .classTeacher, .additionalTeacher, .lecturer]

    public let id: ID<JoinRequest>
    public let school: School
    public let name: PersonName
    public let role: Role
    /// The class in the person's own words.
    public let classWords: String
    public let message: String
    public let askedAt: Moment
    public let state: State
    /// Why it was refused.
    public let reason: String
}

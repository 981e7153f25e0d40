import Accounts
import Kernel
import School

/// What a list of people is asked for: a part of a name, filters, and after whom to go on.
struct PeopleQuery: Hashable, Sendable {
    static let page = 50
    enum State: String, Hashable, Sendable, CaseIterable {
        /// Cannot sign in yet: no login.
        case withoutLogin
        /// A pupil who is in no class.
        case withoutClass
        /// Kept out for a while after many wrong passwords.
        case blocked
        /// Had a role in the school and has none now.
        case gone
        /// Teaches, and has not been confirmed as a teacher.
        case unverified
    }

    var text = ""
    var role: Role?
    var schoolClass: ID<SchoolClass>?
    var state: State?
    var after: Place?

    /// A line's place in the order of the list.
    struct Place: Hashable, Sendable {
        let key: String
        let person: ID<Person>
    }

    /// The words that are looked for, as `person_word` has them; at most six.
    var words: [String] { TextKey.of(text).split(separator: " ").prefix(6).map(String.init) }
    var isPlain: Bool { text.isEmpty && role == nil && schoolClass == nil && state == nil }
}

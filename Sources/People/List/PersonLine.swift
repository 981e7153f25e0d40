import Kernel
import School

/// A person as the list shows them.
struct PersonLine: Hashable, Sendable {
    let id: ID<Person>
    let name: PersonName
    let place: PeopleQuery.Place
    var roles: [Role] = []
    /// A pupil's class, or the classes of a guardian's children.
    var classes: [String] = []
    let isVerified: Bool
    /// `nil` where the reader may not know of logins.
    let hasLogin: Bool?
}

/// Lines that follow one another.
struct PeoplePage: Hashable, Sendable {
    let lines: [PersonLine]
    let hasMore: Bool
}

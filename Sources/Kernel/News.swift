/// What a committed transaction has to say to the open pages, in the order in which it was said. Memberships travel
/// in the same line as the events, so one who has left does not hear what was said after.
public enum News: Hashable, Sendable, Codable {
    case event(LiveEvent)
    case joined(ID<Person>, Topic)
    case left(ID<Person>, Topic)
    /// The person has signed out or lost a right: their open pages' lines end, and what they ask next is judged anew.
    case ended(ID<Person>)
    /// Something may have been missed (the line to the other nodes was cut): pages must ask what is new.
    case gap
}

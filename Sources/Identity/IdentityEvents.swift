import Kernel

extension LiveEvent {
    /// Somebody signed in from a browser that was not known: «Сегодня» of those who should hear of it shows it.
    static func newDevice(heardBy people: Set<ID<Person>>) -> LiveEvent { LiveEvent("identity.device", path: "/", audience: .people(people)) }
}

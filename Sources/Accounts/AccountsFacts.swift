import Kernel

extension Fact {
    /// Who works in the school, or in which role, has changed.
    public static func staff(of school: ID<School>) -> Fact { Fact("accounts.staff", in: school) }
    /// Somebody has signed in; the number is the sign-in's.
    public static func signedIn(_ session: Int64, in school: ID<School>) -> Fact { Fact("accounts.signed-in", in: school, about: session) }
    public var signedIn: Int64? { name == "accounts.signed-in" ? number : nil }
    /// The person's password is another one now, whoever has set it.
    public static func password(of person: ID<Person>, in school: ID<School>) -> Fact { Fact("accounts.password", in: school, about: person.number) }
    public var newPassword: ID<Person>? { name == "accounts.password" ? ID(number) : nil }
    /// One person has come into the school, has left it, or has another role there.
    public static func person(_ person: ID<Person>, in school: ID<School>) -> Fact { Fact("accounts.person", in: school, about: person.number) }
    public var person: ID<Person>? { name == "accounts.person" ? ID(number) : nil }
    /// The same of everyone at once.
    public static func people(of school: ID<School>) -> Fact { Fact("accounts.people", in: school) }
    public var isPeople: Bool { name == "accounts.people" }
    public var isStaff: Bool { name == "accounts.staff" }
}

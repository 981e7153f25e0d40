import Kernel

extension Fact {
    /// Who works in the school, or in which role, has changed.
    public static func staff(of school: ID<School>) -> Fact { Fact("accounts.staff", in: school) }
    /// Somebody has signed in; the number is the sign-in's.
    public static func signedIn(_ session: Int64, in school: ID<School>) -> Fact { Fact("accounts.signed-in", in: school, about: session) }
    public var signedIn: Int64? { name == "accounts.signed-in" ? number : nil }
    public var isStaff: Bool { name == "accounts.staff" }
}

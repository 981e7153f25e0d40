import Kernel

extension Fact {
    /// Who works in the school, or in which role, has changed.
    public static func staff(of school: ID<School>) -> Fact { Fact("accounts.staff", in: school) }
    public var isStaff: Bool { name == "accounts.staff" }
}

import Kernel

/// Words of the departments above schools. Each comment is the translator's context.
protocol DepartmentText {
    var schools: String { get }
    var noSchools: String { get }
    /// State of a school.
    var registered: String { get }
    /// State of a school whose administrator has come in.
    var activated: String { get }
    var organisations: String { get }
    var addOrganisation: String { get }
    var addMunicipality: String { get }
    var organisationName: String { get }
    var inRegion: String { get }
    /// Choice in the list of regions: the new one is a region itself.
    var isRegion: String { get }
    /// Button.
    var add: String { get }
    var curators: String { get }
    var noCurators: String { get }
    var addCurator: String { get }
    /// Button: a one-time code for the first sign-in.
    var issueCode: String { get }
    /// Button: the person is a curator no longer.
    var endCurator: String { get }
    var hasCome: String { get }
    var hasNotCome: String { get }
    /// How many people of a school can sign in.
    func come(_ come: Int, of people: Int) -> String
    func level(_ level: Level) -> String
}

import Kernel

extension RegionsEnglish: DepartmentText {
    var schools: String { "Schools" }
    var noSchools: String { "There are no schools yet" }
    var registered: String { "registered, the administrator has not come in" }
    var activated: String { "at work" }
    var organisations: String { "Regions and municipalities" }
    var addOrganisation: String { "Add a region or a municipality" }
    var addMunicipality: String { "Add a municipality" }
    var organisationName: String { "Name" }
    var inRegion: String { "In which region" }
    var isRegion: String { "it is a region" }
    var add: String { "Add" }
    var curators: String { "Curators" }
    var noCurators: String { "There is no curator yet: the operator of the platform decides applications." }
    var addCurator: String { "Add a curator" }
    var issueCode: String { "Issue a code" }
    var endCurator: String { "Remove" }
    var hasCome: String { "has come in" }
    var hasNotCome: String { "has not come in yet" }
    func come(_ come: Int, of people: Int) -> String { "\(come) of \(people) have come" }
    func level(_ level: Level) -> String {
        switch level {
        case .school: "school"
        case .municipality: "municipality"
        case .region: "region"
        case .platform: "operator of the platform"
        }
    }
}

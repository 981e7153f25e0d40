import Kernel

struct PeopleEnglish: PeopleText {
    let write = "Write"
    let people = "People"
    let peopleHint = "Find a person, roles, lists"
    let correctionsDoor = "Requests to correct"
    let search = "Name or login"
    let searchName = "Name"
    let find = "Find"
    let filters = "Narrow the list"
    let role = "Role"
    let anyRole = "all roles"
    let schoolClass = "Class"
    let anyClass = "all classes"
    let state = "State"
    let anyState = "any"
    func name(_ state: PeopleQuery.State) -> String {
        switch state {
        case .withoutLogin: "without a login"
        case .withoutClass: "pupils without a class"
        case .blocked: "locked out"
        case .gone: "who have left"
        case .unverified: "teachers not verified"
        }
    }
    let clear = "Clear"
    let nobody = "Nobody was found"
    let nobodyHint = "Check the spelling or remove the filters."
    let noLogin = "no login"
    let next = "More"
    let toStart = "To the start"
    func choose(_ name: String) -> String { "Choose \(name)" }
    let duplicates = "Possible duplicates"
    let log = "Activity log"
    let logHint = "Who did what"
    let noClass = "no class"
    let roles = "Roles"
    let classes = "Classes"
    let guardians = "Guardians"
    let children = "Children"
    let signIn = "Sign-in"
    let acts = "Acts"
    let allActs = "All acts"
    func since(_ day: String) -> String { "since \(day)" }
    func span(_ first: String, _ last: String) -> String { "\(first) to \(last)" }
    func bornOn(_ day: String) -> String { "Born \(day)" }
    let isGone = "Has no role in the school now"
    func login(_ login: String) -> String { "Login: \(login)" }
    func signedIn(_ count: Int, _ last: String?) -> String {
        (count == 0 ? "Signed in nowhere now" : "Signed in on \(count) " + english(count, one: "device", other: "devices"))
            + (last.map { ", last time \($0)" } ?? "")
    }
    let neverIn = "Has not signed in yet"
    func blocked(until: String) -> String { "Locked out until \(until): too many wrong passwords" }
    let endSignIns = "End all sign-ins"
    func verified(_ day: String) -> String { "Verified as a teacher on \(day)" }
    let notVerified = "Not verified as a teacher yet"
    func byOrder(_ order: String) -> String { "order \(order)" }
    let order = "Order (number and date), if needed"
    let confirm = "Verify the teacher"
    let withdraw = "Withdraw the verification"
    let isLogged = "Reading a child’s card is recorded."
    let notHereForHidden = "none"
}

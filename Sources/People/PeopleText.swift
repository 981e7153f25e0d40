import Kernel

/// Every word of the lists of people and of their cards. Each comment is the translator's context.
protocol PeopleText: Sendable {
    /// Title of the page with everyone in the school.
    var people: String { get }
    /// On a person's card: the way to the chat with them.
    var write: String { get }
    /// Under the way to it on «Ещё».
    var peopleHint: String { get }
    var correctionsDoor: String { get }
    var search: String { get }
    /// The same for those who may not see logins.
    var searchName: String { get }
    /// Button.
    var find: String { get }
    /// Heading over the choice of filters.
    var filters: String { get }
    var role: String { get }
    /// First choice of a filter: all of them.
    var anyRole: String { get }
    var schoolClass: String { get }
    var anyClass: String { get }
    var state: String { get }
    var anyState: String { get }
    func name(_ state: PeopleQuery.State) -> String
    /// Link: the list without filters.
    var clear: String { get }
    /// The list is empty, and what to do.
    var nobody: String { get }
    var nobodyHint: String { get }
    /// Beside a name: cannot sign in yet.
    var noLogin: String { get }
    /// Link to the following part of the list.
    var next: String { get }
    /// Link to its beginning.
    var toStart: String { get }
    /// Checkbox beside a name, read aloud.
    func choose(_ name: String) -> String
    var duplicates: String { get }
    var log: String { get }
    var logHint: String { get }
    /// A pupil has no class.
    var noClass: String { get }
    /// Headings of the card.
    var roles: String { get }
    var classes: String { get }
    var guardians: String { get }
    var children: String { get }
    var signIn: String { get }
    var acts: String { get }
    var allActs: String { get }
    /// A role that lasts: since when.
    func since(_ day: String) -> String
    /// A role or place that is over.
    func span(_ first: String, _ last: String) -> String
    func bornOn(_ day: String) -> String
    /// The person has no role in the school now.
    var isGone: String { get }
    func login(_ login: String) -> String
    func signedIn(_ count: Int, _ last: String?) -> String
    /// Nobody has signed in yet.
    var neverIn: String { get }
    /// Kept out after wrong passwords.
    func blocked(until: String) -> String
    /// Button.
    var endSignIns: String { get }
    func verified(_ day: String) -> String
    var notVerified: String { get }
    func byOrder(_ order: String) -> String
    /// Label of a field.
    var order: String { get }
    /// Button.
    var confirm: String { get }
    /// Button.
    var withdraw: String { get }
    /// Under a child’s card: reading it is written down.
    var isLogged: String { get }
    var notHereForHidden: String { get }
}

extension Language {
    var people: any PeopleText {
        switch self {
        case .ru: PeopleRussian()
        case .en: PeopleEnglish()
        }
    }
}

extension Denial.Reason {
    static let noteLong = Denial.Reason("people.note-long") { $0.own.noteLong(Correction.longest) }
    static let tooManyRequests = Denial.Reason("people.too-many-requests") { $0.own.tooManyRequests }
    static let answeredAlready = Denial.Reason("people.answered-already") { $0.own.answeredAlready }
    static let ownRequest = Denial.Reason("people.own-request") { $0.own.ownRequest }
    static let sayWhy = Denial.Reason("people.say-why") { $0.own.sayWhy }
    static let chooseValue = Denial.Reason("people.choose-value") { $0.own.chooseValue }
    static let chooseAct = Denial.Reason("people.choose-act") { $0.mass.chooseAct }
    static let chooseRole = Denial.Reason("people.choose-role") { $0.mass.chooseRole }
    static let choosePeople = Denial.Reason("people.choose-people") { $0.mass.choosePeople }
    static let tooManyPeople = Denial.Reason("people.too-many") { $0.mass.tooMany(MassAct.most) }
    static let tooLateToUndo = Denial.Reason("people.too-late") { $0.mass.tooLate }
    static let mergesOneself = Denial.Reason("people.merges-oneself") { $0.duplicates.oneself }
    static let mergesElsewhere = Denial.Reason("people.merges-elsewhere") { $0.duplicates.elsewhere }
    static let childAndAdult = Denial.Reason("people.child-and-adult") { $0.duplicates.childAndAdult }
}

import Kernel
import WebCore

/// Every word of linking with other diaries. Each comment is the translator's context.
protocol LinkingText: Sendable {
    /// Everybody's page, and its line in «Ещё».
    var linked: String { get }
    var linkedHint: String { get }
    var back: String { get }
    var noSystems: String { get }
    var noSystemsHint: String { get }
    /// Button, and heading over its form.
    var link: String { get }
    var system: String { get }
    var otherSchool: String { get }
    var login: String { get }
    var loginHint: String { get }
    var code: String { get }
    var codeHint: String { get }
    func linkedSince(_ day: String) -> String
    var goneThere: String { get }
    func askedOn(_ day: String) -> String
    var unlink: String { get }
    var takeBack: String { get }
    /// The administrator's page, and its line in «Ещё».
    var office: String { get }
    var officeHint: String { get }
    var requests: String { get }
    func notMember(_ role: String) -> String
    var nameDiffers: String { get }
    func takenBy(_ name: String) -> String
    var confirm: String { get }
    var refuse: String { get }
    var systems: String { get }
    var noSystemsYet: String { get }
    var addSystem: String { get }
    var nameOfSystem: String { get }
    var systemNameHint: String { get }
    func uploadedOn(_ day: String) -> String
    var neverUploaded: String { get }
    var upload: String { get }
    var file: String { get }
    var fileHint: String { get }
    var uploadFile: String { get }
    var sure: String { get }
    var howToExport: String { get }
    var exportHint: String { get }
    var salt: String { get }
    var joinCode: String { get }
    var lastReport: String { get }
    var chooseRole: String { get }
    var unmatchedAccounts: String { get }
    var allMatched: String { get }
    func nameless(_ key: String) -> String
    var unlinkedPeople: String { get }
    var allLinked: String { get }
    func shownOf(_ shown: Int, _ all: Int) -> String
    var admission: String { get }
    var admitsAlone: String { get }
    var admitsAfterCheck: String { get }
    var checkFirst: String { get }
    var admitAlone: String { get }
    var report: String { get }
    var added: String { get }
    var changed: String { get }
    var gone: String { get }
    var same: String { get }
    var refused: String { get }
    func belongsTo(_ name: String) -> String
    var searchByName: String { get }
    var search: String { get }
    var nobodyFound: String { get }
    func linkWith(_ name: String) -> String
    var shares: String { get }
    var sharesHint: String { get }
    func asOf(_ date: String) -> String
    var allSchools: String { get }
    func smallHidden(_ smallest: Int) -> String
    func linkedOf(_ linked: Int, _ people: Int) -> String
    var noSuchAccount: String { get }
    var linkedAlready: String { get }
    var accountTaken: String { get }
    var personLinked: String { get }
    var noSuchPerson: String { get }
    var systemName: String { get }
    var systemThere: String { get }
    var tooManySystems: String { get }
    var chooseFile: String { get }
    var nothingInFile: String { get }
    var manyGone: String { get }
    var roleByHand: String { get }
    func done(_ outcome: ClaimAccount.Outcome) -> String
    func role(_ role: OutsideRole) -> String
    /// Many of a role: a tab's name.
    func people(_ role: OutsideRole) -> String
    func linkMatches(_ count: Int) -> String
    /// A key that is no hash, or a name or class with characters that are not seen or begin a spreadsheet's formula.
    func oddCell(_ line: Int, isKey: Bool) -> String
}

extension Language {
    var linking: any LinkingText {
        switch self {
        case .ru: LinkingRussian()
        case .en: LinkingEnglish()
        }
    }
}

extension Denial.Reason {
    static let noSuchAccount = Denial.Reason("linking.no-such-account") { $0.linking.noSuchAccount }
    static let linkedAlready = Denial.Reason("linking.linked-already") { $0.linking.linkedAlready }
    static let accountTaken = Denial.Reason("linking.account-taken") { $0.linking.accountTaken }
    static let personLinked = Denial.Reason("linking.person-linked") { $0.linking.personLinked }
    static let noSuchPerson = Denial.Reason("linking.no-such-person") { $0.linking.noSuchPerson }
    static let systemName = Denial.Reason("linking.system-name") { $0.linking.systemName }
    static let systemThere = Denial.Reason("linking.system-there") { $0.linking.systemThere }
    static let tooManySystems = Denial.Reason("linking.too-many-systems") { $0.linking.tooManySystems }
    static let chooseFile = Denial.Reason("linking.choose-file") { $0.linking.chooseFile }
    static let nothingInFile = Denial.Reason("linking.nothing-in-file") { $0.linking.nothingInFile }
    static let manyGone = Denial.Reason("linking.many-gone") { $0.linking.manyGone }
    static let roleByHand = Denial.Reason("linking.role-by-hand") { $0.linking.roleByHand }
}

import Kernel
import WebCore

/// Every word of signing in and of the person's own page. Each comment is the translator's context.
protocol AccountsText: Sendable {
    /// Title of the sign-in page.
    var signIn: String { get }
    /// One line under the product's name.
    var motto: String { get }
    var login: String { get }
    var password: String { get }
    /// Button.
    var enter: String { get }
    /// Under the form: where a login comes from.
    var noPassword: String { get }
    var joinSchool: String { get }
    /// Over the reason why a sign-in was refused.
    var notIn: String { get }
    /// Login and password do not fit; which of them is not told.
    var wrongPassword: String { get }
    var wrongOldPassword: String { get }
    /// The password is right, but the person belongs to no school any more.
    var noSchool: String { get }
    func passwordLength(_ shortest: Int, _ longest: Int) -> String
    var passwordCommon: String { get }
    func passwordHint(_ shortest: Int) -> String
    var passwordChanged: String { get }
    var oldPassword: String { get }
    var newPassword: String { get }
    var changePassword: String { get }
    /// Heading over what concerns getting in: password, devices.
    var access: String { get }
    /// Beside the side from which the person looks at present.
    var wornNow: String { get }
    /// Button: look from that side.
    var wear: String { get }
    var loginTaken: String { get }
    var loginForm: String { get }
    var onlyAdministrators: String { get }
    /// A consent is missing or was taken back: the person cannot come in, nor be given a login.
    var accessClosed: String { get }
    /// The person's data were destroyed at the family's wish; only a number stands in the list.
    var isErased: String { get }
    /// The person is a member of another school too: only they themselves change their login and name.
    var belongsElsewhere: String { get }
    /// A role that others appoint, e.g. the director.
    var notYoursToGive: String { get }
    /// An administrator may choose further administrators only among teachers who have a login.
    var onlyJoinedTeachers: String { get }
    /// The last director or administrator cannot be removed before there is another.
    var lastOfRole: String { get }
    /// Why a teacher is not theirs to confirm.
    var onlyDirector: String { get }
    /// Only who teaches, or leads the school, can be confirmed as a teacher.
    var notATeacher: String { get }
    var orderLong: String { get }
    var nameEmpty: String { get }
    func nameLong(_ longest: Int) -> String
    /// A sign that no name has; shown as it is, or by its number if one could not see it.
    func nameSign(_ sign: String) -> String
    /// A word in which letters of two alphabets stand together, or Latin letters that look Russian.
    func nameMixed(_ word: String) -> String
    /// Headings and labels of what is kept about a person.
    var aboutPerson: String { get }
    var roles: String { get }
    var roleWord: String { get }
    var family: String { get }
    var given: String { get }
    var patronymic: String { get }
    var sex: String { get }
    func name(_ sex: Sex) -> String
    var bornOn: String { get }
    var since: String { get }
    var until: String { get }
    /// When a sign-in began.
    var began: String { get }
    var deviceWord: String { get }
    var address: String { get }
    /// Heading over the list of other sides the person may look from.
    /// Over the ways to places beside the four at hand.
    func rooms(_ group: Door.Group) -> String
    var hats: String { get }
    var language: String { get }
    /// The language's own name, in itself.
    func name(_ language: Language) -> String
    /// Heading over the list of devices on which the person is signed in.
    var signIns: String { get }
    /// A browser by what it says of itself, as a person would call it.
    func device(_ description: String) -> String
    var thisDevice: String { get }
    /// When and from which network address a sign-in began.
    func signedIn(_ moment: String, from address: String) -> String
    func lastUsed(_ moment: String) -> String
    /// Button: ends the sign-in on that device.
    var end: String { get }
    var endOthers: String { get }
    var signOut: String { get }
}

extension Language {
    /// A browser by what it says of itself, as a person would call it.
    public func device(_ description: String) -> String { accounts.device(description) }
    var accounts: any AccountsText {
        switch self {
        case .ru: AccountsRussian()
        case .en: AccountsEnglish()
        }
    }
}

extension AccountsText {
    /// «Chrome, Android» from a User-Agent; `nil` for what is not known.
    func browser(_ description: String) -> String? {
        let browsers = [("YaBrowser", "Яндекс Браузер"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")]
        let systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")]
        let found = [browsers, systems].compactMap { list in list.first { description.contains($0.0) }?.1 }
        return found.isEmpty ? nil : found.joined(separator: ", ")
    }
}

extension Denial.Reason {
    static let wrongPassword = Denial.Reason("accounts.wrong-password") { $0.accounts.wrongPassword }
    static let wrongOldPassword = Denial.Reason("accounts.wrong-old-password") { $0.accounts.wrongOldPassword }
    static let noSchool = Denial.Reason("accounts.no-school") { $0.accounts.noSchool }
    static let passwordLength = Denial.Reason("accounts.password-length") { $0.accounts.passwordLength(Password.shortest, Password.longest) }
    static let passwordCommon = Denial.Reason("accounts.password-common") { $0.accounts.passwordCommon }
    static let loginTaken = Denial.Reason("accounts.login-taken") { $0.accounts.loginTaken }
    static let loginForm = Denial.Reason("accounts.login-form") { $0.accounts.loginForm }
    static let belongsElsewhere = Denial.Reason("accounts.belongs-elsewhere") { $0.accounts.belongsElsewhere }
    public static let accessClosed = Denial.Reason("accounts.access-closed") { $0.accounts.accessClosed }
    public static let isErased = Denial.Reason("accounts.is-erased") { $0.accounts.isErased }
    public static let notYoursToGive = Denial.Reason("accounts.not-yours-to-give") { $0.accounts.notYoursToGive }
    public static let onlyJoinedTeachers = Denial.Reason("accounts.only-joined-teachers") { $0.accounts.onlyJoinedTeachers }
    public static let lastOfRole = Denial.Reason("accounts.last-of-role") { $0.accounts.lastOfRole }
    static let onlyDirector = Denial.Reason("accounts.only-director") { $0.accounts.onlyDirector }
    static let notATeacher = Denial.Reason("accounts.not-a-teacher") { $0.accounts.notATeacher }
    static let orderLong = Denial.Reason("accounts.order-long") { $0.accounts.orderLong }
    static let nameEmpty = Denial.Reason("accounts.name-empty") { $0.accounts.nameEmpty }
    static let nameLong = Denial.Reason("accounts.name-long") { $0.accounts.nameLong(NamePart.longest) }
    static func nameSign(_ sign: Unicode.Scalar) -> Denial.Reason {
        let isSeen =
            sign.properties.generalCategory != .privateUse && sign.properties.generalCategory != .unassigned && !sign.properties.isDefaultIgnorableCodePoint
        let shown = isSeen ? String(sign) : "U+" + String(sign.value, radix: 16, uppercase: true)
        return Denial.Reason("accounts.name-sign") { $0.accounts.nameSign(shown) }
    }
    static func nameMixed(_ word: String) -> Denial.Reason { Denial.Reason("accounts.name-mixed") { $0.accounts.nameMixed(word) } }
    static let onlyAdministrators = Denial.Reason("accounts.only-administrators") { $0.accounts.onlyAdministrators }
}

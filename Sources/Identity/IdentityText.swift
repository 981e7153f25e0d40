import Kernel
import WebCore

/// Every word of proving who one is. Each comment is the translator's context.
protocol IdentityText: Sendable {
    /// A way in on the sign-in page: «Войти через Госуслуги».
    func enterBy(_ provider: String) -> String
    /// On the sign-in page: the way for one whose account somebody else uses.
    var stolenQuestion: String { get }
    /// Heading: a sign-in by a provider did not work.
    func outsideFailed(_ provider: String) -> String
    func trouble(_ trouble: OutsideTrouble) -> String
    /// The provider’s data and the school’s differ. Tells nothing of either.
    var different: String { get }
    /// Button: go to the provider once more.
    var tryAgain: String { get }
    /// Link back to the sign-in page.
    var otherWay: String { get }
    /// Title of the page that asks for the second factor.
    var confirmTitle: String { get }
    var confirmHint: String { get }
    /// Label: the six digits or a recovery code.
    var code: String { get }
    var codeHint: String { get }
    /// Button.
    var confirm: String { get }
    /// Button: the browser asks for the passkey.
    var confirmByPasskey: String { get }
    /// Said by the script when the browser gave nothing.
    var passkeyFailed: String { get }
    /// No first proof is waiting: it was too long ago.
    var beginAgain: String { get }
    /// Button.
    var toSignIn: String { get }
    /// Title: prove who you are once more.
    var proveTitle: String { get }
    var proveHint: String { get }
    /// What was typed is kept until the proof.
    var keptHint: String { get }
    /// Title, words and button: proved, what was typed can be sent.
    var provedTitle: String { get }
    var provedHint: String { get }
    var sendKept: String { get }
    /// Button: proved already, on another page.
    var provedApart: String { get }
    var password: String { get }
    /// Link: prove it by the provider.
    func proveBy(_ provider: String) -> String
    /// Title: second factors.
    var factors: String { get }
    var factorsHint: String { get }
    var factorsIntro: String { get }
    /// Heading.
    var authenticator: String { get }
    var authenticatorOn: String { get }
    var authenticatorOff: String { get }
    /// Button.
    var addAuthenticator: String { get }
    /// Button.
    var removeAuthenticator: String { get }
    /// Title of the page with the secret.
    var secretTitle: String { get }
    var secretStep: String { get }
    /// Link that opens the app on this phone.
    var secretLink: String { get }
    var secretConfirm: String { get }
    /// Heading.
    var passkeys: String { get }
    var passkeysHint: String { get }
    /// Button.
    var addPasskey: String { get }
    /// Label.
    var passkeyName: String { get }
    /// Value to begin with.
    var passkeyNameExample: String { get }
    func passkeyAdded(_ added: String, used: String?) -> String
    /// Passkeys need a script and a page with TLS.
    var needsScript: String { get }
    /// Button.
    var remove: String { get }
    /// Heading.
    var recovery: String { get }
    func recoveryLeft(_ count: Int) -> String
    /// Button.
    var recoveryRenew: String { get }
    /// Title: shown once.
    var recoveryTitle: String { get }
    var recoveryOnce: String { get }
    /// Link: done.
    var written: String { get }
    var stolen: String { get }
    var stolenHint: String { get }
    var stolenIntro: String { get }
    /// Three effects.
    var stolenEffects: [String] { get }
    /// Button.
    var stolenButton: String { get }
    /// Heading over the children’s accounts.
    var stolenChildren: String { get }
    /// Button.
    func stolenChild(_ name: String) -> String
    /// On the page for one who is not signed in.
    var stolenPublicIntro: String { get }
    var login: String { get }
    /// Label: there is no app, only passkeys.
    var recoveryCode: String { get }
    var recoveryCodeHint: String { get }
    var newPasswordHint: String { get }
    /// For the administrator.
    var closeHint: String { get }
    var closedTitle: String { get }
    var closedHint: String { get }
    /// Why a sign-in is refused.
    var accountClosed: String { get }
    /// Why a password is refused.
    var onlyByProvider: String { get }
    /// For programs.
    var confirmFirst: String { get }
    var wrongCode: String { get }
    var authenticatorKnown: String { get }
    var passkeyKnown: String { get }
    var passkeyRefused: String { get }
    var sameDevice: String { get }
    var snilsForm: String { get }
    var snilsChecksum: String { get }
    var snilsTaken: String { get }
    var emailForm: String { get }
    var belongsElsewhere: String { get }
    /// Title: the administrator’s queue.
    var desk: String { get }
    var deskHint: String { get }
    var deskEmpty: String { get }
    /// Heading.
    var stolenReports: String { get }
    /// Heading.
    var mismatches: String { get }
    func field(_ field: DifferentField) -> String
    func tried(_ provider: String, _ moment: String) -> String
    /// Button: the entry leaves the queue.
    var done: String { get }
    /// Label.
    var find: String { get }
    var findHint: String { get }
    var findButton: String { get }
    var nobody: String { get }
    var cardHint: String { get }
    var snils: String { get }
    func snilsKnown(_ masked: String) -> String
    /// Check box.
    var snilsRemove: String { get }
    var email: String { get }
    var save: String { get }
    var saved: String { get }
    func linkedWith(_ names: String) -> String
    var unlink: String { get }
    var takeFactors: String { get }
    var takeFactorsHint: String { get }
    var close: String { get }
    var restore: String { get }
    var restoreHint: String { get }
    var newPassword: String { get }
    var newPasswordTitle: String { get }
    var newPasswordOnce: String { get }
    var noLogin: String { get }
    /// Heading of the part on «Сегодня».
    var newDevice: String { get }
    /// The name is a child’s.
    func newDeviceOf(_ name: String?, _ device: String, _ address: String, _ moment: String) -> String
    /// Button.
    func itWasMe(_ isOwn: Bool) -> String
    /// Link.
    var notMe: String { get }
    func stolenToday(_ count: Int) -> String
    func mismatchesToday(_ count: Int) -> String
    var callPhrases: String { get }
    var callPhrasesHint: String { get }
    var callPhrasesFamily: String { get }
    var callPhrasesTeacher: String { get }
    var noPhrase: String { get }
    /// Button.
    var choosePhrase: String { get }
    /// Button.
    var changePhrase: String { get }
}

extension Language {
    var identity: any IdentityText {
        switch self {
        case .ru: IdentityRussian()
        case .en: IdentityEnglish()
        }
    }
}

extension Denial.Reason {
    static let accountClosed = Denial.Reason("identity.account-closed") { $0.identity.accountClosed }
    static let onlyByProvider = Denial.Reason("identity.only-by-provider") { $0.identity.onlyByProvider }
    static let confirmFirst = Denial.Reason("identity.confirm-first") { $0.identity.confirmFirst }
    static let wrongCode = Denial.Reason("identity.wrong-code") { $0.identity.wrongCode }
    static let authenticatorKnown = Denial.Reason("identity.authenticator-known") { $0.identity.authenticatorKnown }
    static let passkeyKnown = Denial.Reason("identity.passkey-known") { $0.identity.passkeyKnown }
    static let passkeyRefused = Denial.Reason("identity.passkey-refused") { $0.identity.passkeyRefused }
    static let sameDevice = Denial.Reason("identity.same-device") { $0.identity.sameDevice }
    static let snilsForm = Denial.Reason("identity.snils-form") { $0.identity.snilsForm }
    static let snilsChecksum = Denial.Reason("identity.snils-checksum") { $0.identity.snilsChecksum }
    static let snilsTaken = Denial.Reason("identity.snils-taken") { $0.identity.snilsTaken }
    static let emailForm = Denial.Reason("identity.email-form") { $0.identity.emailForm }
    static let belongsElsewhere = Denial.Reason("identity.belongs-elsewhere") { $0.identity.belongsElsewhere }
}

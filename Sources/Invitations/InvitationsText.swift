import Consents
import Kernel
import WebCore

/// Every word of coming in. Each comment is the translator's context.
protocol InvitationsText: JoiningText, JoinRequestText {
    // MARK: Codes by class

    /// Title of the administrator's and class teacher's pages about codes.
    var codes: String { get }
    /// Under the link to them.
    var codesHint: String { get }
    /// What the page is for.
    var codesWords: String { get }
    /// Name of the arrow that leads back.
    var back: String { get }
    /// Heading.
    var classes: String { get }
    /// Heading.
    var staff: String { get }
    /// Line and title: everyone who works in the school.
    var allStaff: String { get }
    /// Heading over further pages.
    var more: String { get }
    /// How many of so many can sign in.
    func come(_ came: Int, of all: Int) -> String
    /// Nobody to give codes to.
    var noClasses: String { get }
    /// Under it.
    var noClassesHint: String { get }
    /// Heading on the first screen.
    var comingIn: String { get }
    /// Heading and link.
    var whoHasNotCome: String { get }
    /// Heading.
    var whoHasCome: String { get }
    /// Heading over what waits for the administrator.
    var waitForYou: String { get }
    /// How many requests wait.
    func requestsWait(_ count: Int) -> String
    /// Title of a class's page.
    func codesOf(_ schoolClass: String) -> String
    /// Heading.
    var pupilsAndFamilies: String { get }
    /// Button: codes for all who have not come and hold none.
    var makeSheet: String { get }
    /// Button: the same, also for those who hold a code.
    var makeSheetAnew: String { get }
    /// Under the buttons.
    var makeSheetHint: String { get }
    /// Nobody got a code, since all hold one.
    func allHeld(_ count: Int) -> String
    /// Nobody got a code, since all have come.
    var allHaveCome: String { get }
    /// After taking back.
    func revoked(_ count: Int) -> String
    /// Button.
    var revokeAll: String { get }
    /// Over it: when that is wanted.
    var revokeAllWords: String { get }
    /// Button.
    var revokeOfClass: String { get }
    /// Button: one code.
    var revoke: String { get }
    /// State of a person.
    var hasCome: String { get }
    /// A date in a table.
    func shortDate(_ day: Day) -> String
    /// State of a person or code: a code is out and good until then.
    func codeUntil(_ date: String) -> String
    /// State of a person who has come and was given a code for a new password.
    func helpUntil(_ date: String) -> String
    /// State of a person.
    var noCodeYet: String { get }
    /// Instead of a button: the person belongs to another school too.
    var elsewhereToo: String { get }
    /// Instead of a button: another hands this one's code out.
    var byAdministratorShort: String { get }
    /// Button: a code for this person.
    var giveCode: String { get }
    /// Button: a new code instead of the one that is out.
    var giveCodeAnew: String { get }
    /// Button: a code for a new password.
    var forgotPassword: String { get }
    /// A guardian who is not entered yet and has a code.
    var guardianToCome: String { get }
    /// Button under a pupil.
    var oneMoreGuardian: String { get }
    /// Link.
    var invitePupil: String { get }

    // MARK: What was given out

    /// Title.
    var issued: String { get }
    /// Under the link.
    var issuedHint: String { get }
    /// Empty list.
    var noneIssued: String { get }
    /// Link to older codes.
    var older: String { get }
    /// Who gave a code out and when.
    func issuedBy(_ name: String, _ date: String) -> String
    /// Who used a code and when.
    func usedBy(_ name: String, _ date: String) -> String
    /// When a code was taken back or replaced.
    func revokedOn(_ date: String) -> String
    /// When a code ran out.
    func expiredOn(_ date: String) -> String
    /// For whom a code is that names nobody.
    var newcomer: String { get }
    /// For whom a code is: somebody's guardian.
    func guardianOf(_ pupil: String, _ schoolClass: String?) -> String

    // MARK: One who is not entered

    /// Title and link.
    var inviteNew: String { get }
    /// Under the link.
    var inviteNewHint: String { get }
    /// Label.
    var role: String { get }
    /// Label.
    var schoolClass: String { get }
    /// Under it.
    var classHint: String { get }
    /// Label.
    var whoseGuardian: String { get }
    /// First line of a list to choose from.
    var notChosen: String { get }
    /// Over the fields of a name.
    var nameIfKnown: String { get }
    /// Label.
    var howMany: String { get }
    /// Under it.
    func howManyHint(_ most: Int) -> String
    /// Button.
    var giveCodes: String { get }

    // MARK: The sheet

    /// Title.
    var sheet: String { get }
    /// How many slips.
    func slips(_ count: Int) -> String
    var reminding: String { get }
    var remindingMeans: String { get }
    var remind: String { get }
    var printReminders: String { get }
    var childAbsent: String { get }
    var guardianAbsent: String { get }
    var whereCodeIs: String { get }
    var reminderSlipsWords: String { get }
    var slipNotGiven: String { get }
    var everybodyCame: String { get }
    var remindedLately: String { get }
    func remindedOn(_ day: String, _ until: String) -> String
    /// How many of a class have not come.
    func absent(_ count: Int) -> String
    /// On a reminder's slip: the number of the slip with the code, and its last day.
    func slipGiven(_ number: Int64, _ until: String) -> String
    func slipReminds(_ address: String) -> String
    /// Over the sheet.
    var printNow: String { get }
    /// Some got no code.
    func someHeld(_ count: Int) -> String
    /// Some of the sheet's codes are used or taken back.
    func someGone(_ count: Int) -> String
    /// All of the sheet's codes are used or taken back.
    var nothingToPrint: String { get }
    /// What the QR code is, to one who does not see it.
    var qr: String { get }
    /// On a slip: its last day.
    func slipUntil(_ date: String) -> String
    /// On a slip: what to do.
    func slipSteps(_ address: String) -> String
    /// On a slip for a forgotten password.
    func slipAgain(_ address: String) -> String
    /// On a slip.
    var keepSecret: String { get }
    /// Heading of the form in which receipt is signed (S2 5.2).
    var register: String { get }
    /// Column.
    var slipNumber: String { get }
    /// Column.
    var toWhom: String { get }
    /// Column.
    var until: String { get }
    /// Column.
    var consentSigned: String { get }
    /// Column.
    var receivedOn: String { get }
    /// Column.
    var signature: String { get }
    /// Under the table, with a place for the signature.
    func issuedBySigned(_ name: String) -> String
    /// At the foot of the print.
    func printed(_ date: String, _ time: String, _ name: String) -> String

    // MARK: Refusals

    /// What was typed cannot be a code.
    var codeForm: String { get }
    /// No such code.
    var codeUnknown: String { get }
    /// The code was used meanwhile.
    var codeUsed: String { get }
    /// The code was taken back meanwhile.
    var codeRevoked: String { get }
    /// The code ran out meanwhile.
    var codeExpired: String { get }
    /// A signed-in person used the code of another account.
    var codeOfAnother: String { get }
    /// A request is not judged yet.
    var requestWaits: String { get }
    /// A part of the name is missing.
    var nameNeeded: String { get }
    /// A part of the name is too long or no text.
    var nameTooLong: String { get }
    /// No role was chosen.
    var chooseRole: String { get }
    /// No class was chosen.
    var chooseClass: String { get }
    /// No pupil was chosen for a guardian.
    var choosePupil: String { get }
    /// How many codes is no such number.
    func wrongCount(_ most: Int) -> String
    /// Only the administrator gives this one a code.
    var byAdministrator: String { get }
    /// Only director or administrator may do this.
    var byDirector: String { get }
    /// The person belongs to another school too.
    var belongsElsewhere: String { get }
    /// The person can sign in already.
    var hasLogin: String { get }
    /// The same request waits.
    var askedAlready: String { get }
    /// Too many requests wait in the school.
    var tooManyRequests: String { get }
    /// The message is too long.
    var messageTooLong: String { get }
    /// The request was judged meanwhile.
    var decidedAlready: String { get }
    /// A refusal needs words.
    var reasonNeeded: String { get }
    /// The school's address for requests is wrong or was changed.
    var noEntrance: String { get }

    // MARK: A second device

    /// Title and link.
    var secondDevice: String { get }
    /// Under the link.
    var secondDeviceHint: String { get }
    /// On the first page after coming in.
    var secondDeviceWords: String { get }
    /// What will happen.
    var secondDeviceSteps: String { get }
    /// Button.
    var showQR: String { get }
    /// Button.
    var showQRAgain: String { get }
    /// Over the QR code.
    func scanThis(_ minutes: Int) -> String
    /// What opens the link in letters.
    var linkInstead: String { get }
    /// Warning.
    var showNobody: String { get }
    /// Title on the other device.
    var enterHere: String { get }
    /// Under it.
    func enterHereAs(_ name: String) -> String
    /// Under the button.
    var enterHereHint: String { get }
    /// The pass is over.
    var passGoneTitle: String { get }
    /// Under it.
    var passGone: String { get }
}

extension Language {
    var invitations: any InvitationsText {
        switch self {
        case .ru: InvitationsRussian()
        case .en: InvitationsEnglish()
        }
    }
}

extension Denial.Reason {
    static let codeForm = Denial.Reason("invitations.code-form") { $0.invitations.codeForm }
    static let codeUnknown = Denial.Reason("invitations.code-unknown") { $0.invitations.codeUnknown }
    static let codeUsed = Denial.Reason("invitations.code-used") { $0.invitations.codeUsed }
    static let codeRevoked = Denial.Reason("invitations.code-revoked") { $0.invitations.codeRevoked }
    static let codeExpired = Denial.Reason("invitations.code-expired") { $0.invitations.codeExpired }
    static let codeOfAnother = Denial.Reason("invitations.code-of-another") { $0.invitations.codeOfAnother }
    static let requestWaits = Denial.Reason("invitations.request-waits") { $0.invitations.requestWaits }
    static let nameNeeded = Denial.Reason("invitations.name-needed") { $0.invitations.nameNeeded }
    static let nameTooLong = Denial.Reason("invitations.name-too-long") { $0.invitations.nameTooLong }
    static let chooseRole = Denial.Reason("invitations.choose-role") { $0.invitations.chooseRole }
    static let chooseClass = Denial.Reason("invitations.choose-class") { $0.invitations.chooseClass }
    static let choosePupil = Denial.Reason("invitations.choose-pupil") { $0.invitations.choosePupil }
    static let wrongCount = Denial.Reason("invitations.wrong-count") { $0.invitations.wrongCount(InvitePeople.most) }
    static let byAdministrator = Denial.Reason("invitations.by-administrator") { $0.invitations.byAdministrator }
    static let byDirector = Denial.Reason("invitations.by-director") { $0.invitations.byDirector }
    static let belongsElsewhere = Denial.Reason("invitations.belongs-elsewhere") { $0.invitations.belongsElsewhere }
    static let hasLogin = Denial.Reason("invitations.has-login") { $0.invitations.hasLogin }
    static let askedAlready = Denial.Reason("invitations.asked-already") { $0.invitations.askedAlready }
    static let tooManyRequests = Denial.Reason("invitations.too-many-requests") { $0.invitations.tooManyRequests }
    static let messageTooLong = Denial.Reason("invitations.message-too-long") { $0.invitations.messageTooLong }
    static let decidedAlready = Denial.Reason("invitations.decided-already") { $0.invitations.decidedAlready }
    static let reasonNeeded = Denial.Reason("invitations.reason-needed") { $0.invitations.reasonNeeded }
    static let noEntrance = Denial.Reason("invitations.no-entrance") { $0.invitations.noEntrance }
    static let consentNeeded = Denial.Reason("invitations.consent-needed") { $0.invitations.consentNeeded }
    static let consentChanged = Denial.Reason("invitations.consent-changed") { $0.invitations.consentChanged }
    static let guardianFirst = Denial.Reason("invitations.guardian-first") { $0.invitations.guardianFirst }
    static let everybodyCame = Denial.Reason("invitations.everybody-came") { $0.invitations.everybodyCame }
    static let remindedLately = Denial.Reason("invitations.reminded-lately") { $0.invitations.remindedLately }
    static let passGone = Denial.Reason("invitations.pass-gone") { $0.invitations.passGone }
}

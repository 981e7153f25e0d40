import Consents
import Kernel
import WebCore

/// Every word of using a code. Each comment is the translator's context.
protocol JoiningText: Sendable {
    /// Title of the page for a code.
    var comeIn: String { get }
    /// Under it.
    var typeCodeWords: String { get }
    /// Label.
    var code: String { get }
    /// Under the field.
    var codeHint: String { get }
    /// Button.
    var next: String { get }
    /// Under the form.
    var noCode: String { get }
    /// Link to the sign-in page.
    var haveLogin: String { get }
    /// Link.
    var otherCode: String { get }
    /// The code was used.
    var codeUsedTitle: String { get }
    /// Under it.
    var codeUsedHint: String { get }
    /// The code was taken back.
    var codeRevokedTitle: String { get }
    /// Under it.
    var codeRevokedHint: String { get }
    /// The code ran out.
    var codeExpiredTitle: String { get }
    /// Title for one who forgot the password.
    var newPassword: String { get }
    /// Over the field of a new password.
    func yourLogin(_ login: String) -> String
    /// Button.
    var setPassword: String { get }
    /// Button.
    var enter: String { get }
    /// Label.
    var family: String { get }
    /// Label.
    var given: String { get }
    /// Label.
    var patronymic: String { get }
    /// Label.
    var login: String { get }
    /// Under it.
    var loginHint: String { get }
    /// Under an empty field of a login.
    var loginEmptyHint: String { get }
    /// Label.
    var password: String { get }
    /// Under it.
    func passwordHint(_ shortest: Int) -> String
    /// What opens the choice of pictures.
    var picturesInstead: String { get }
    /// Over the pictures.
    var picturesWords: String { get }
    /// Under the form, in one sentence (REQUIREMENTS B11, B14).
    var rules: String { get }
    /// Beside a box.
    var iAgree: String { get }
    /// Over the texts a newcomer is asked to agree to.
    var consentsHeading: String { get }
    /// Over them, where the school opens without them.
    var consentsLater: String { get }
    /// Over the form that is shown again with the texts: what was typed is there but for the password.
    var consentsFirstWords: String { get }
    /// Name of a consent.
    func consentTitle(_ purpose: Purpose) -> String
    /// What is agreed to, in plain words.
    func consentMeaning(_ purpose: Purpose) -> String
    /// What opens the whole text.
    var consentText: String { get }
    /// The school opens only after the consent, and it was not given.
    var consentNeeded: String { get }
    /// The school has written the text anew since it was shown.
    var consentChanged: String { get }
    /// A pupil comes in only after the guardian has agreed.
    var guardianFirst: String { get }
    /// One who is signed in opens a code of another.
    func signedInAs(_ name: String) -> String
    /// One who is signed in may join with their account.
    func joinAsWords(_ name: String) -> String
    /// Button: join with the account one has.
    func joinAs(_ name: String) -> String
    /// Over the form for somebody else.
    var orAnother: String { get }
    /// Title.
    var welcome: String { get }
    /// Heading.
    func welcomeWords(_ name: String) -> String
    /// Over the login.
    var rememberLogin: String { get }
    /// One with several sides.
    var otherSides: String { get }
}

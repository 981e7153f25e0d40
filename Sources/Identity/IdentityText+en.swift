import Kernel

struct IdentityEnglish: IdentityText {
    func enterBy(_ provider: String) -> String { "Sign in with \(provider)" }
    let stolenQuestion = "My account was stolen"
    func outsideFailed(_ provider: String) -> String { "\(provider): you are not signed in" }
    func trouble(_ trouble: OutsideTrouble) -> String {
        switch trouble {
        case .refused: "You declined. Try again, or sign in another way."
        case .stale: "This sign-in was begun too long ago or in another browser. Begin again."
        case .wrongTime: "The school’s server has a wrong clock. Tell the administrator."
        case .notAdmitted: "The provider does not accept your school’s requests. Tell the administrator."
        case .unconfirmed: "Your account there is not confirmed. Confirm it and try again."
        case .unreachable: "The provider does not answer. Try again in a few minutes."
        case .unbelievable: "The provider’s answer did not pass our checks, so we stopped. Begin again."
        case .signing: "The school’s server could not sign the request. Tell the administrator."
        }
    }
    let different =
        "The data of this account differ from what the school has. Ask your school’s administrator or the class teacher: once they are put right, you can sign in."
    let tryAgain = "Try again"
    let otherWay = "Sign in another way"
    let confirmTitle = "Second step"
    let confirmHint = "The password fits. Now confirm that it is you."
    let code = "Code from the app, or a recovery code"
    let codeHint = "Six digits from the app; they change every half a minute."
    let confirm = "Confirm"
    let confirmByPasskey = "Confirm by passkey"
    let passkeyFailed = "The passkey did not answer. Try again or type a code."
    let beginAgain = "Begin again: the password was typed more than ten minutes ago."
    let toSignIn = "To sign-in"
    let proveTitle = "Confirm that it is you"
    let proveHint = "What follows is worth protecting. The confirmation holds for ten minutes."
    let keptHint = "What you have entered is not lost: once confirmed, it only has to be sent."
    let provedTitle = "Confirmed"
    let provedHint = "What you have entered is not sent yet. Send it now."
    let sendKept = "Send"
    let provedApart = "Confirmed already — go on"
    let password = "Password"
    func proveBy(_ provider: String) -> String { "Confirm with \(provider)" }
    let factors = "Two-step sign-in"
    let factorsHint = "A code or a passkey after the password"
    let factorsIntro = "After the password Zvonok asks for a code or a passkey. Who learns your password still cannot get in."
    let authenticator = "Authenticator app"
    let authenticatorOn = "On"
    let authenticatorOff = "Any app with one-time codes will do: FreeOTP, Google Authenticator, Yandex Key."
    let addAuthenticator = "Add an app"
    let removeAuthenticator = "Remove the app"
    let secretTitle = "Add an app"
    let secretStep = "1. Put this key into the app. It is shown once; tell it to nobody."
    let secretLink = "Open in the app on this phone"
    let secretConfirm = "2. Type the six digits the app shows"
    let passkeys = "Passkeys"
    let passkeysHint = "The fingerprint, face or PIN of this phone or computer, or a USB key."
    let addPasskey = "Add a passkey"
    let passkeyName = "Name of the passkey"
    let passkeyNameExample = "My phone"
    func passkeyAdded(_ added: String, used: String?) -> String { used.map { "Added \(added), used \($0)" } ?? "Added \(added)" }
    let needsScript = "Passkeys need scripts and a secure address."
    let remove = "Remove"
    let recovery = "Recovery codes"
    func recoveryLeft(_ count: Int) -> String {
        "\(count) " + english(count, one: "code", other: "codes") + " left. Each works once, for when the phone is not at hand."
    }
    let recoveryRenew = "Make new codes"
    let recoveryTitle = "Write the recovery codes down"
    let recoveryOnce = "They are shown once. Print or copy them and keep them apart from the phone. Earlier codes no longer work."
    let written = "Done"
    let stolen = "My account was stolen"
    let stolenHint = "Close it to everybody and tell the school"
    let stolenIntro = "If somebody got in under your name, close the account:"
    let stolenEffects = [
        "every device is signed out, this one too;", "the old password stops working;",
        "the school’s administrator and operator are told and give a new password.",
    ]
    let stolenButton = "Close the account"
    let stolenChildren = "A child’s account"
    func stolenChild(_ name: String) -> String { "Close the account of \(name)" }
    let stolenPublicIntro =
        "Type your login and password: every device is signed out and the school is told. If somebody has changed the password already, call the school: the administrator closes the account."
    let login = "Login"
    let recoveryCode = "Recovery code"
    let recoveryCodeHint = "If the passkey is not at hand: one of those you wrote down."
    let newPasswordHint = "The password is shown once. Every device must sign in again."
    let closeHint = "If the person reports that somebody got in under their name. Every sign-in ends and the old password stops working."
    let closedTitle = "The account is closed"
    let closedHint = "The school’s administrator gives you a new password. What you have written and saved is safe."
    let accountClosed = "This account is closed: it was reported stolen. Your school’s administrator gives you a new password."
    let onlyByProvider = "Here this kind of account signs in by the provider only. Use its button below."
    let confirmFirst = "A code from the authenticator app, or a recovery code, is needed."
    let wrongCode = "The code does not fit. Check the phone’s clock and type a new code."
    let authenticatorKnown = "An app is connected already. Remove it first."
    let passkeyKnown = "This passkey is known already, or the page is out of date. Reload it."
    let passkeyRefused = "The passkey could not be checked. Reload the page and try again."
    let sameDevice = "Confirm this from another of your devices: the new one cannot vouch for itself."
    let snilsForm = "A SNILS has eleven digits, for example 112-233-445 95."
    let snilsChecksum = "The last two digits do not agree with the rest: there is a slip somewhere."
    let snilsTaken = "This SNILS is another person’s already."
    let emailForm = "An e-mail address looks like name@site.ru"
    let belongsElsewhere = "This person belongs to another school too: the platform’s operator changes how they sign in."
    let desk = "Sign-in and its safety"
    let deskHint = "Differences with providers, stolen accounts, SNILS and e-mail"
    let deskEmpty = "Nothing is waiting"
    let stolenReports = "Reported stolen"
    let mismatches = "Could not sign in: data differ"
    func field(_ field: DifferentField) -> String {
        switch field {
        case .snils: "SNILS differs"
        case .email: "e-mail differs"
        case .snilsMissing: "the school has no SNILS"
        case .emailMissing: "the school has no e-mail"
        case .snilsNotGiven: "the provider gave no SNILS"
        case .emailNotGiven: "no confirmed e-mail there"
        case .account: "another account was used before"
        }
    }
    func tried(_ provider: String, _ moment: String) -> String { "\(provider), \(moment)" }
    let done = "Remove from the queue"
    let find = "Find a person"
    let findHint = "Beginning of the family name"
    let findButton = "Find"
    let nobody = "Nobody found"
    let cardHint = "By these the provider recognises the person. The person or the family hands them over through the class teacher."
    let snils = "SNILS"
    func snilsKnown(_ masked: String) -> String { "On record: \(masked). To replace it, type the new one." }
    let snilsRemove = "Remove the SNILS"
    let email = "E-mail"
    let save = "Save"
    let saved = "Saved. The person can try again."
    func linkedWith(_ names: String) -> String { "Linked with: \(names)" }
    let unlink = "Undo the link"
    let takeFactors = "Take the second step away"
    let takeFactorsHint = "If the person has lost both the phone and the recovery codes. Every device must sign in again."
    let close = "Close the account"
    let restore = "Give access back"
    let restoreHint = "The old password is void: give a new one."
    let newPassword = "Give a new password"
    let newPasswordTitle = "New password"
    let newPasswordOnce = "Shown once. Hand it over in person; every device must sign in again."
    let noLogin = "There is no login yet: it comes with an invitation."
    let newDevice = "Sign-in from a new device"
    func newDeviceOf(_ name: String?, _ device: String, _ address: String, _ moment: String) -> String {
        (name.map { "\($0): " } ?? "") + "\(device), \(moment), address \(address)"
    }
    func itWasMe(_ isOwn: Bool) -> String { isOwn ? "That was me" : "That is fine" }
    let notMe = "That was somebody else"
    func stolenToday(_ count: Int) -> String { "Stolen accounts: \(count)" }
    func mismatchesToday(_ count: Int) -> String { "Could not sign in by a provider: \(count)" }
    let callPhrases = "Call-back phrase"
    let callPhrasesHint = "By it you know that it is the school that calls"
    let callPhrasesFamily =
        "If somebody calls “from school”, ask for the phrase. The real class teacher sees it, a fraud does not. The school never asks for a code from a text message."
    let callPhrasesTeacher = "When you call a family, say its phrase. Show it to nobody else."
    let noPhrase = "Not chosen yet"
    let choosePhrase = "Make a phrase"
    let changePhrase = "Change the phrase"
}

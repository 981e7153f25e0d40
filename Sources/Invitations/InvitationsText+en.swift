import Consents
import Kernel
import WebCore

struct InvitationsEnglish: InvitationsText {
    // MARK: Codes by class
    let codes = "Codes and invitations"
    let codesHint = "Who has not come yet, sheets of codes, requests"
    let codesWords = "A code works once, for 30 days. Hand the slips out against a signature, each to its own person."
    let reminding = "Reminder to come in"
    let remindingMeans = "The class teacher gets a task for 7 days; guardians who have come see a reminder on “Today”. Not oftener than every 3 days."
    let remind = "Remind those who have not come"
    let printReminders = "Reminder slips"
    let childAbsent = "the child has not come in yet"
    let guardianAbsent = "another guardian of the child has not come in yet"
    let whereCodeIs = "The class teacher gives out the slip with the code."
    let reminderSlipsWords = "Codes themselves are kept nowhere, so the slip that was given out is named by its number. If it is lost, give a new code."
    let slipNotGiven = "Ask the class teacher for the slip with the code."
    let everybodyCame = "Everybody of this class has come."
    let remindedLately = "This class was reminded within the last three days."
    func remindedOn(_ day: String, _ until: String) -> String { "Reminded on \(day). The class teacher’s task runs until \(until)." }
    func absent(_ count: Int) -> String { "not come yet: \(count)" }
    func slipGiven(_ number: Int64, _ until: String) -> String { "You were given slip № \(number); its code is good until \(until)." }
    func slipReminds(_ address: String) -> String { "You have not come into Zvonok yet. Open \(address) and type the code from your slip." }
    let back = "Back"
    let classes = "Classes"
    let staff = "Staff"
    let allStaff = "All staff"
    let more = "More"
    func come(_ came: Int, of all: Int) -> String { all == 0 ? "nobody here yet" : came == all ? "all have come: \(all)" : "\(came) of \(all) have come" }
    let noClasses = "There is nobody to give codes to yet"
    let noClassesHint = "Classes of this school year appear here once they are made."
    let comingIn = "Who has come to Zvonok"
    let whoHasNotCome = "Who has not come yet"
    let whoHasCome = "Have come"
    let waitForYou = "Waiting for a decision"
    func requestsWait(_ count: Int) -> String { "\(count) " + english(count, one: "request waits", other: "requests wait") + " for an answer" }
    func codesOf(_ schoolClass: String) -> String { "Codes, \(schoolClass)" }
    let pupilsAndFamilies = "Pupils and guardians"
    let makeSheet = "Make a sheet for those who have not come"
    let makeSheetAnew = "The sheet is lost: give all anew"
    let makeSheetHint = "Those whose code is still good keep it. “Give all anew” replaces these too: the old slips stop working."
    func allHeld(_ count: Int) -> String { "No new codes: all who have not come (\(count)) hold one that is still good." }
    let allHaveCome = "No new codes: there is nobody left to give one to."
    func revoked(_ count: Int) -> String {
        count == 0
            ? "There was nothing to take back." : "\(count) " + english(count, one: "code was", other: "codes were") + " taken back. These slips work no more."
    }
    let revokeAll = "Take back all unused codes"
    let revokeAllWords = "When all have come, or slips may have got into the wrong hands, unclaimed codes are taken back."
    let revokeOfClass = "Take back the class’s unused codes"
    let revoke = "Take back"
    let hasCome = "has come"
    func codeUntil(_ date: String) -> String { "code good until \(date)" }
    func helpUntil(_ date: String) -> String { "code for a new password until \(date)" }
    func shortDate(_ day: Day) -> String { day.description }
    let whoAreYou = "Who you are"
    let noCodeYet = "no code yet"
    let elsewhereToo = "belongs to another school too"
    let byAdministratorShort = "the administrator gives the code"
    let giveCode = "Give a code"
    let giveCodeAnew = "Give anew"
    let forgotPassword = "Password forgotten"
    let guardianToCome = "A guardian who will say their name"
    let oneMoreGuardian = "A code for one more guardian"
    let invitePupil = "Invite a pupil who is not on the list"

    // MARK: What was given out
    let issued = "Codes given out"
    let issuedHint = "Who gave, when, who used them; taking back one by one"
    let noneIssued = "No codes were given out yet"
    let older = "Older ones"
    func issuedBy(_ name: String, _ date: String) -> String { "\(date), \(name)" }
    func usedBy(_ name: String, _ date: String) -> String { "used \(date): \(name)" }
    func revokedOn(_ date: String) -> String { "taken back \(date)" }
    func expiredOn(_ date: String) -> String { "ran out \(date)" }
    let newcomer = "A newcomer"
    func guardianOf(_ pupil: String, _ schoolClass: String?) -> String { "guardian of \(pupil)" + (schoolClass.map { ", \($0)" } ?? "") }

    // MARK: One who is not entered
    let inviteNew = "Invite someone who is not on the list"
    let inviteNewHint = "A new member of staff, a pupil, one more guardian"
    let role = "What they will be"
    let schoolClass = "Class"
    let classHint = "For a pupil, a guardian and a class teacher."
    let whoseGuardian = "Whose guardian"
    let notChosen = "not chosen"
    let nameIfKnown = "The name, if it is known. Otherwise they say it themselves."
    let howMany = "How many codes"
    func howManyHint(_ most: Int) -> String { "Several alike, 1 to \(most). A code with a name is always one." }
    let giveCodes = "Give"

    // MARK: The sheet
    let sheet = "Sheet of codes"
    func slips(_ count: Int) -> String { "\(count) " + english(count, one: "slip", other: "slips") + " and the register of issue" }
    let printNow = "Print it now (Ctrl + P) and cut along the dashes. Only you see the codes, and only at this address; close the page once it is printed."
    func someHeld(_ count: Int) -> String { "\(count) more hold a code that is still good: they are not on the sheet." }
    func someGone(_ count: Int) -> String { "Used or taken back already: \(count). They are not on the sheet." }
    let nothingToPrint = "All codes of this sheet are used or taken back"
    let qr = "QR code with the link"
    func slipUntil(_ date: String) -> String { "Good until \(date), once" }
    func slipSteps(_ address: String) -> String {
        "Point the camera at the QR code, or open \(address) and type the code. Think of a password, and you are in Zvonok."
    }
    func slipAgain(_ address: String) -> String { "For a new password: point the camera at the QR code, or open \(address) and type the code." }
    let keepSecret = "Give the code to nobody. We send no codes by SMS: whoever asks for one is a fraud."
    let register = "Register of invitation codes handed out"
    let slipNumber = "Slip"
    let toWhom = "To whom"
    let until = "Good until"
    let consentSigned = "Consent signed"
    let receivedOn = "Date"
    let signature = "Signature"
    func issuedBySigned(_ name: String) -> String { "Handed out by: \(name) ____________________" }
    func printed(_ date: String, _ time: String, _ name: String) -> String { "Printed \(date) at \(time), \(name)" }

    // MARK: Coming in
    let comeIn = "Come in by a code"
    let typeCodeWords = "The code is printed on the slip from school. With a telephone it is easier to point the camera at the QR code."
    let code = "Code"
    let codeHint = "12 signs. Any keyboard layout, capital or small letters."
    let next = "Next"
    let noCode = "No code? Staff get one from the school’s administrator, families from the class teacher."
    let haveLogin = "Sign in by login"
    let otherCode = "Type another code"
    let codeUsedTitle = "The code has been used"
    let codeUsedHint = "If that was you, sign in with the login and password you chose then. If not, tell whoever gave you the code at once."
    let codeRevokedTitle = "The code works no more"
    let codeRevokedHint = "Ask for a new one where you got it: from the class teacher or the school’s administrator."
    let codeExpiredTitle = "The code has run out"
    let newPassword = "A new password"
    func yourLogin(_ login: String) -> String { "Your login: \(login)" }
    let setPassword = "Save and sign in"
    let enter = "Sign in"
    let family = "Family name"
    let given = "Given name"
    let patronymic = "Patronymic, if any"
    let login = "Login"
    let loginHint = "Keep this one or think of your own."
    let loginEmptyHint = "May be left empty: we make one of the family name."
    let password = "Think of a password"
    func passwordHint(_ shortest: Int) -> String { "At least \(shortest) characters; three unrelated words are best." }
    let picturesInstead = "For the youngest: pictures instead of a password"
    let picturesWords = "Choose one picture in each row and remember them. Show nobody which."
    let rules = "By coming in you promise to use your real name and to give your login and password to nobody."
    let iAgree = "I agree"
    let consentsHeading = "Consents"
    let consentsLater = "You may decide later: Today will remind you."
    let consentsFirstWords = "One step is left: the school opens after consent. Read it below, tick it and type the password once more."
    func consentTitle(_ purpose: Purpose) -> String {
        switch purpose {
        case .processing: "Processing of personal data"
        case .diary: "Electronic diary"
        case .lessons: "Lessons on the platform"
        case .photos: "Photos and video"
        case .publication: "Publication on the school’s site"
        }
    }
    func consentMeaning(_ purpose: Purpose) -> String {
        switch purpose {
        case .processing: "The school keeps name, class, role and login in Zvonok. Nobody can sign in without that."
        case .diary: "Marks, homework and absences are seen in the electronic diary by the pupil, the family and the teachers."
        case .lessons: "In times of distance learning lessons are held on the platform."
        case .photos: "Pictures of lessons and feasts are seen by the class’s families and the school’s staff."
        case .publication: "Name, successes and pictures may appear on the school’s official site."
        }
    }
    let consentText = "The whole text"
    let consentNeeded =
        "The school opens only after consent. Tick it below, or sign it on paper at school. The code is not used up: you may come in by it later."
    let consentChanged = "The school has changed the text of the consent while you were reading. Read the new one and tick it again."
    let guardianFirst =
        "The school opens to a pupil only after the parent’s consent. Let the parent come in by their own code and agree, or sign it on paper at school. This code is not used up: it will let you in then."
    func signedInAs(_ name: String) -> String { "\(name) is signed in on this device. If you go on, the one whom the code is for will be signed in here." }
    func joinAsWords(_ name: String) -> String { "You are signed in as \(name). You need no second login: the new place is added to what you have." }
    func joinAs(_ name: String) -> String { "This is me, \(name)" }
    let orAnother = "Or somebody else"
    let welcome = "You are in"
    func welcomeWords(_ name: String) -> String { "Hello, \(name)" }
    let rememberLogin = "Remember or write down your login:"
    let otherSides = "You have several sides: change from one to another at the top of the page."

    // MARK: Refusals
    let codeForm = "A code has 12 letters and digits, such as K7M4-9TXH-A2C5. Check that all are there."
    let codeUnknown = "There is no such code. Check the signs; if they are right, it may have been replaced: ask for a new one."
    let codeUsed = "The code has been used. If that was you, sign in with your login and password."
    let codeRevoked = "The code was taken back. Ask for a new one."
    let codeExpired = "The code has run out. Ask for a new one."
    let codeOfAnother = "This code is for somebody else. It cannot be added to your login."
    let requestWaits = "The request has not been considered yet."
    let nameNeeded = "Write it as in the documents."
    let nameTooLong = "Too long, or with odd signs."
    let chooseRole = "Choose what they will be."
    let chooseClass = "Choose a class."
    let choosePupil = "Choose a class, then a pupil."
    func wrongCount(_ most: Int) -> String { "1 to \(most); a code with a name is one." }
    let byAdministrator = "The school’s administrator gives this person a code."
    let byDirector = "Those who lead the school are invited by its director and administrator."
    let belongsElsewhere = "This person belongs to another school too. Only one who answers for both may give a code."
    let hasLogin = "This person has a login already."
    let askedAlready = "This request waits already. Its number was on the page after sending."
    let tooManyRequests = "Too many requests wait at this school. Speak to the school itself."
    let messageTooLong = "Too long: up to 500 characters."
    let decidedAlready = "This request has been decided on already."
    let reasonNeeded = "Write the reason: whoever asked will see it."
    let noEntrance = "No requests are taken at this address. Check it, or type a code."

    // MARK: Requests
    let askToJoin = "Ask to be let in"
    let askWords = "The school’s administrator checks that you learn or work here and lets you in."
    func asker(_ role: Role) -> String { Self.askers[role] ?? Language.en.web.role(role) }
    let classOrChild = "Class"
    let classOrChildHint = "For example 7A. A guardian writes the child’s class."
    let message = "Message"
    let messageHint = "A guardian: the child’s name. Staff: what you teach."
    let ask = "Send the request"
    let requestWaitsTitle = "The request waits for an answer"
    func requestWaitsHint(_ school: String) -> String { "\(school): the administrator will consider it. Come back later." }
    let keepNumber = "Write the number down: by it you see the answer and come in."
    let requestRefusedTitle = "The request was refused"
    let requests = "Requests to be let in"
    let requestsHint = "Who came without a code"
    let request = "Request"
    let noRequests = "No requests"
    let noRequestsHint = "They appear here when somebody without a code opens the school’s address for requests."
    let accepted = "Accepted: they come in by the request’s number."
    func refusedWith(_ reason: String) -> String { "Refused: \(reason)" }
    let letIn = "Let in"
    let letInHint = "Make sure it is them: call the number in the personal file."
    let isItThem = "Is it someone on the school’s list?"
    let isItThemHint = "Then the request opens that entry instead of making a second one."
    let accept = "Accept"
    let refuseTitle = "Refuse"
    let reason = "Reason"
    let reasonHint = "Whoever asked will see it."
    let refuse = "Refuse"
    let entrance = "Address for requests"
    let entranceHint = "For those without a code"
    let entranceWords = "At this address somebody without a code asks to be let in. It cannot be guessed; if it has spread too far, change it."
    let openEntrance = "Open the address"
    let changeEntrance = "Change the address"
    let closeEntrance = "Close it"
    let posterWords = "No code? Point the camera at the QR code and send a request."

    // MARK: A second device
    let secondDevice = "Sign in on another device"
    let secondDeviceHint = "By a QR code, without the password"
    let secondDeviceWords = "Another computer or telephone as well?"
    let secondDeviceSteps = "We show a QR code. Point the camera of your other device at it, and that signs in without the password."
    let showQR = "Show the QR code"
    let showQRAgain = "Show a new one"
    func scanThis(_ minutes: Int) -> String { "Point the other device’s camera at it. It works for \(minutes) minutes and once." }
    let linkInstead = "The link instead of the QR code"
    let showNobody = "Show it to nobody and send it to nobody: whoever opens it is signed in as you."
    let enterHere = "Sign in on this device?"
    func enterHereAs(_ name: String) -> String { "\(name) will be signed in here." }
    let enterHereHint = "If you did not ask for this, close the page."
    let passGoneTitle = "The link works no more"
    let passGone = "It works for five minutes and once. Show a new QR code on the first device."

    private static let askers: [Role: String] = [
        .pupil: "I am a pupil", .guardian: "I am a guardian", .subjectTeacher: "I am a teacher", .classTeacher: "I am a class teacher",
        .additionalTeacher: "I teach additional education", .lecturer: "I am a lecturer",
    ]
}

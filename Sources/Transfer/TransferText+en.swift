import Kernel
import WebCore

struct TransferEnglish: TransferText {
    let transfer = "Pupils’ records on the move"
    let transferHint = "Send with a pupil to another school, accept from another school"
    let back = "Back"
    let newPackage = "Send a pupil’s record"
    let chooseClass = "Which class does the pupil leave?"
    let choosePupil = "Who leaves? Those who left lately are here too."
    let noClasses = "There are no classes in this academic year yet"
    let noPupils = "Nobody is in this class"
    func leftOn(_ date: String) -> String { "Left on \(date)" }
    let lastDay = "Last day in the class"
    func lastDayHint(_ schoolClass: String) -> String { "From then on the pupil is no longer in \(schoolClass): otherwise no other school can enrol them." }
    let whatGoes =
        "The package holds: name and date of birth, class, order, this year’s marks by subject, attendance, homework owed, guardians’ names. No logins, telephone numbers or papers."
    let orderNumber = "Order number"
    let orderDay = "Date of the order"
    let addressee = "To which school"
    let addresseeHint = "Leave empty if the school is not known yet."
    let address = "That school’s transfer address"
    let addressHint = "16 letters and digits from that school’s own page. With it nobody else can accept the package."
    let makePackage = "Sign and send"
    func waitsUntil(_ date: String) -> String { "Waits: may be accepted until \(date)" }
    func expiredOn(_ date: String) -> String { "Not accepted, ran out on \(date)" }
    func withdrawnOn(_ date: String) -> String { "Withdrawn on \(date)" }
    func acceptedBy(_ school: String, _ date: String) -> String { "Accepted on \(date): \(school)" }
    let sameInstallation = "The new school is in this system too"
    let code = "Code of the package"
    let codeHint = "The new school types this code on its own page for records."
    let otherInstallation = "The new school is in another system"
    let fileHint = "Download the file and hand it to the new school. Tell them the fingerprint by telephone: it shows that the file is yours."
    let fingerprint = "Key fingerprint"
    let fingerprintHint = "Compare by a telephone number you know yourself"
    let download = "Download the file"
    let receiptCame = "A receipt has come"
    let receipt = "Receipt"
    let receiptHint = "The line the new school sees after accepting."
    let takeReceipt = "Note as accepted"
    let toPaper = "Sheet for print"
    let withdraw = "Withdraw the package"
    let withdrawHint = "Code and file are void here at once. A file carried to another system cannot be called back: telephone them."
    let forNextSchool = "For the new school"
    let validUntil = "Accept until"
    let howToPrint = "Print from the browser’s menu: buttons stay off the paper."
    func printed(_ who: String, _ date: String, _ time: String) -> String { "Printed by \(who), \(date), \(time)" }
    let sent = "Sent"
    let nothingSent = "Nothing has been sent yet"
    let receive = "Accept a pupil"
    let typeCodeHint = "10 letters and digits from the sheet the school before gave."
    let openByCode = "Open by code"
    let file = "File from another system"
    let uploadHint = "The whole .json file, 1 MB at most. First you see all that is in it."
    let openFile = "Open the file"
    let waiting = "Waiting for a decision"
    let broughtByCode = "A record opened by code"
    let broughtAsFile = "A record from a file"
    let received = "Accepted"
    func receivedOn(_ date: String) -> String { "accepted on \(date)" }
    let ownSigns = "Address and key"
    let ownAddressHint = "Your school’s transfer address: tell it to the school the pupil comes from"
    let ownFingerprintHint = "Your system’s key fingerprint: tell it by telephone when asked"
    let publicKey = "Public key for programs"
    let preview = "What came"
    let signedHere = "Signed in this very system. The signature is right."
    func signedByKnown(_ school: String, _ since: String, _ key: String) -> String {
        "The signature is right. The key of \(school) was checked here on \(since): \(key)"
    }
    func signedByNew(_ school: String, _ key: String) -> String {
        "The signature is right, but this key is new to you. The sender calls itself \(school). Telephone them on a number you know yourself and compare the fingerprint: \(key)"
    }
    func signedByOther(_ school: String, _ key: String, _ was: String) -> String {
        "Careful: the key of \(school) is not the one from before. It was \(was), in this file it is \(key). Do not accept until the school confirms the new fingerprint by telephone."
    }
    let acceptance = "Acceptance"
    let newPerson = "Enter a new pupil"
    let person = "Who this is"
    let personHint = "You have a person of this name already: see whether it is the same child."
    let schoolClass = "Class"
    let since = "Enrol from"
    func sinceHint(_ date: String) -> String { "Not before \(date): until then the pupil was in the school before." }
    let fingerprintChecked = "The fingerprint was compared with the school by telephone"
    let acceptHint = "Marks of the school before stay on a page of their own, not in the journal. The family gives its consents anew."
    let accept = "Accept and enrol"
    let dismiss = "Put away without accepting"
    let record = "A pupil’s record for another school"
    let whoAndWhence = "Pupil"
    let pupil = "Name"
    let bornOn = "Date of birth"
    let notSaid = "not said"
    let fromSchool = "From"
    let toSchool = "To"
    let anySchool = "not said"
    let classLeft = "Class"
    let timeThere = "Was there"
    func span(_ since: String, _ until: String) -> String { "from \(since) to \(until)" }
    let order = "By order"
    func orderOf(_ number: String, _ date: String) -> String { "order no. \(number) of \(date)" }
    let madeOn = "Made"
    func madeAndValid(_ made: String, _ valid: String) -> String { "\(made), valid until \(valid)" }
    let marks = "Marks"
    let noMarks = "No marks in this academic year"
    func marksOf(_ term: String) -> String { "Marks: \(term)" }
    let meanWord = "mean"
    let attendance = "Attendance"
    let debts = "Homework owed"
    let guardians = "Guardians"
    let consentsNeeded = "Consents that will be needed"
    let previousSchool = "The school before"
    let previousSchoolHint = "Marks and facts a pupil came with"
    let noPrevious = "Nothing was sent"
    let noPreviousHint = "What comes with a pupil from another school is shown here."
    func cameFrom(_ school: String, _ date: String) -> String { "Received from \(school) on \(date). It cannot be changed." }
    let forTermMark = "For the mark of this term"
    let forTermMarkHint = "Marks of the school before beside yours. How they count the teacher decides."
    let subject = "Subject"
    let there = "There"
    let here = "Here"
    let meanTogether = "Mean"
    let receiptForSender = "Receipt for the school before"
    let receiptForSenderHint = "Send this line to the school before: it will see that the pupil is accepted."
    let noKeyFolder = "There is no folder for the signing key yet. Tell whoever runs the server."
    let alreadyOffered = "A package of this pupil waits already. Withdraw it if you need another."
    let wrongOrderNumber = "Write the order’s number, 50 characters at most."
    let wrongOrderDay = "This date of the order does not look right."
    let wrongLastDay = "The last day is not after today and not before the enrolment."
    let addresseeTooLong = "The school’s name is too long."
    let nameTheSchool = "Name the school as well whose address it is."
    let noSuchAddress = "An address has 16 letters and digits. See whether all are there."
    let acceptedAlready = "This package has been accepted already."
    let acceptedHere = "You have accepted this package already: see the list of the accepted."
    let chooseFile = "Choose a file."
    let unreadablePackage = "This is no pupil’s package, or it is damaged. Ask for the file again."
    let packageTooLarge = "The file is too large for a pupil’s package."
    let otherVersion = "The package was made by a newer release that is not read here yet. Update, or ask for the paper."
    let brokenSignature = "The signature does not fit: the file was changed after it was signed, or is damaged. It must not be accepted."
    let packageExpired = "The package has run out. Ask the school before for a new one."
    let otherAddressee = "This package is addressed to another school."
    let ownPackage = "This package was made by your own school."
    let withdrawnMeanwhile = "The school before has withdrawn this package."
    let noSuchCode = "Nothing is under this code. See the characters; the package may be withdrawn or accepted already."
    let noSuchClass = "Choose a class from the list."
    let noSuchPerson = "Choose from the list."
    let sinceOutside = "Choose a day after the pupil left the school before, within four months from now."
    let fingerprintNotChecked = "First compare the fingerprint by telephone and tick this."
    let stillInClass = "The pupil is in another class now. The school before has to end that first."
    let noReceipt = "This is no receipt, or not all of it was copied."
    let receiptOfAnother = "This receipt is for another package."

    func date(_ day: Day) -> String { "\(Language.en.web.date(day)) \(day.year)" }
    func markOn(_ value: String, _ day: Day) -> String { "\(value) (\(Language.en.web.date(day)))" }
    func mean(_ hundredths: Int) -> String { "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)" }
    func attended(_ part: TransferRecord.AttendancePart) -> String {
        let lessons = "\(part.lessons) " + english(part.lessons, one: "lesson", other: "lessons")
        guard part.missed + part.late > 0 else { return "\(lessons), none missed" }
        let kinds = [("ill", part.ill), ("excused", part.excused), ("without a reason", part.absent)].filter { $0.1 > 0 }
        let missed = part.missed == 0 ? "none missed" : "\(part.missed) missed: " + kinds.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return "\(lessons), \(missed)" + (part.late > 0 ? "; late \(part.late)" : "")
    }
    func debt(_ given: String, _ due: String?) -> String { "given on \(given)" + (due.map { ", due on \($0)" } ?? "") }
    func relation(_ relation: String) -> String { relation == "guardian" ? "guardian" : relation }
    func consent(_ consent: ConsentNeeded) -> String {
        switch consent {
        case .processing: "to the processing of personal data"
        case .diary: "to the electronic diary"
        case .lessons: "to lessons on the platform"
        case .photos: "to photographs"
        case .publication: "to publication"
        }
    }
    func knownPerson(_ name: String, _ bornOn: Day?) -> String { name + (bornOn.map { ", \(date($0))" } ?? ", date of birth not known") }
}

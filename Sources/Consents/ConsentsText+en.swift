import Kernel

struct ConsentsEnglish: ConsentsText {
    let consents = "Consents"
    let consentsHint = "What you have agreed to, and how to change it"
    func title(_ purpose: Purpose) -> String {
        switch purpose {
        case .processing: "Processing of personal data"
        case .diary: "Electronic diary"
        case .lessons: "Lessons on the platform"
        case .photos: "Photos and video"
        case .publication: "Publication on the school’s site"
        }
    }
    func short(_ purpose: Purpose) -> String {
        switch purpose {
        case .processing: "Data"
        case .diary: "Diary"
        case .lessons: "Lessons"
        case .photos: "Photos"
        case .publication: "Site"
        }
    }
    func meaning(_ purpose: Purpose) -> String {
        switch purpose {
        case .processing: "The school keeps name, class, role and login in Zvonok, so that you can sign in and teachers can keep records."
        case .diary: "Marks, topics, homework and absences are seen in the electronic diary by you, the class’s teachers and the school’s heads."
        case .lessons: "In times of distance learning lessons and consultations are held on the platform."
        case .photos: "Pictures of lessons and feasts are seen by the class’s families and the school’s staff."
        case .publication: "Name, successes and pictures may appear on the school’s official site, where anyone sees them."
        }
    }
    func effect(_ purpose: Purpose, _ kind: Subject.Kind) -> String {
        switch (purpose, kind) {
        case (.processing, .pupil), (.diary, .pupil):
            "The pupil’s access closes at once, and the diary no longer opens for the parents either. The school prints everything that is recorded and "
                + "destroys the pupil’s data in Zvonok within 30 days; a numbered line stays in the class list. From then on records are kept on paper, and "
                + "progress is asked for at school. A parent without other children here loses access too. What is destroyed cannot be brought back."
        case (.processing, .guardian), (.diary, .guardian):
            "Your access closes at once, and your data are destroyed within 30 days. The child’s diary and data stay: there is a separate consent for them."
        case (.processing, .staff), (.diary, .staff):
            "Your access closes at once. Records that the school must keep by law (the journal, signatures) stay."
        case (.lessons, _):
            "The child is not called to lessons on the platform, and teachers see a mark of the refusal. The family answers for the programme being learnt. "
                + "The diary, chats and all records stay."
        case (.photos, _): "Pictures are not shown to other families. It makes no difference to learning or work."
        case (.publication, _): "Nothing is published on the school’s site, and what was published is taken down. It makes no difference to learning or work."
        }
    }
    let textHeading = "The whole text"
    func version(_ number: Int) -> String { "version \(number)" }
    let meaningHeading = "What it means"
    let effectHeading = "What happens after a refusal"
    let history = "What was signed and when"
    let noHistory = "Nothing has been signed yet"
    let myself = "Yourself"

    func standing(_ standing: Standing) -> String {
        switch standing {
        case .agreed: "Signed"
        case .outdated: "The text has changed: read it and sign again"
        case .refused(.withdraw): "Withdrawn"
        case .refused: "Refused"
        case .missing([.guardian]): "No parent’s signature"
        case .missing([.own]): "No signature in person"
        case .missing: "Not signed"
        }
    }
    func cell(_ standing: Standing) -> String {
        switch standing {
        case .agreed: "yes"
        case .outdated: "again"
        case .refused: "refused"
        case .missing: "—"
        }
    }
    func word(_ word: ConsentWord) -> String {
        switch word {
        case .agree: "Consent"
        case .refuse: "Refusal"
        case .withdraw: "Withdrawal"
        }
    }
    func how(_ how: ConsentEntry.How) -> String { how == .here ? "in Zvonok" : "on paper" }
    func signedAs(_ signedAs: SignedAs) -> String { signedAs == .own ? "in person" : "parent" }
    let ageUnknown = "The school does not know the date of birth, so a parent signs."
    func signers(_ signers: [SignedAs]) -> String {
        switch signers {
        case [.guardian]: "A parent signs"
        case [.own]: "The pupil signs"
        default: "Parent and pupil sign: the pupil is 14 or older"
        }
    }
    let nameDestroyed = "name destroyed"
    let otherSigns = "Someone else signs this. Here you only see the decision."

    let sign = "Sign"
    let refuse = "Refuse"
    let withdraw = "Withdraw consent"
    let understood = "I understand what will happen"
    let saved = "Your decision is recorded."
    func unanswered(_ count: Int) -> String { "\(count) " + english(count, one: "consent waits", other: "consents wait") + " for your decision" }
    let responsibility =
        "You have refused lessons on the platform. In times of distance learning the family answers for the programme being learnt; the school gives tasks in another way."
    let backToConsents = "Back to consents"
    let nothingAsked = "The school asks nothing yet"

    let register = "Register of consents"
    let registerHint = "Who has signed and who has not, papers and forms"
    func missing(_ count: Int) -> String { "\(count) " + english(count, one: "pupil has", other: "pupils have") + " no consent" }
    func missingOf(_ missing: Int, _ all: Int) -> String { "\(missing) of \(all)" }
    let allSigned = "all"
    let schoolClass = "Class"
    let pupil = "Pupil"
    let staff = "Staff"
    let onPaperLine = "kept on paper"
    let countsLegend = "How many pupils have not decided yet, or have a new text to sign"
    let legend = "yes: signed; again: the text has changed and needs a new signature; refused: refused or withdrawn; —: no decision"
    let blanks = "Forms"
    let printBlanks = "Open forms for printing"
    let print = "Print"
    let papers = "Papers"
    let guardiansPapers = "parent: consent to the processing of their own data"
    let enterPaper = "Enter a paper"
    let purpose = "About"
    let answer = "Decision"
    let agrees = "consent"
    let disagrees = "refusal or withdrawal"
    let signer = "Who has signed"
    let anotherSigner = "a parent who is not on the list"
    let signerNameLabel = "Full name of the signer"
    let signerNameHint = "Only if the parent is not on the list"
    let signedOn = "Date of signature"
    let scan = "Scan or photo"
    let scanHint = "PDF, JPEG or PNG, up to 8 MB. A paper can be entered without a scan too."
    let openScan = "scan"
    let enter = "Enter"
    let noClasses = "There are no classes you answer for"
    func printedBy(_ name: String, _ day: String) -> String { "Printed by \(name), \(day)" }

    let iAm = "I,"
    let forChild = "legal representative of the pupil"
    let agreeBox = "agree"
    let disagreeBox = "do not agree"
    let signature = "Signature"
    let date = "Date"
    func toSchool(_ name: String) -> String { "To the head of: \(name)" }
    func longDate(_ day: Day) -> String {
        let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
        return "\(day.day) \(months[day.month - 1]) \(day.year)"
    }

    let texts = "Texts of consents"
    let textsHint = "Earlier versions are kept: people have signed them"
    let body = "Text"
    let asksAgain = "Ask everyone again who has signed the earlier text"
    let asksAgainHint = "Tick it if the meaning has changed. Until a family answers, the earlier consent holds."
    let saveText = "Save as a new version"
    let rule = "The school’s rules"
    let consentsFirst = "Consent first, then access"
    func consentsFirstEffect(_ people: Int, isOn: Bool) -> String {
        guard !isOn else { return "Shut out at present until there is a consent: \(people)." }
        return
            people == 0
            ? "All needed consents are there: nobody loses access."
            : "At present \(people) " + english(people, one: "person has", other: "people have") + " no consent: they will have no access until it is entered."
    }
    let backupDaysLabel = "For how many days backups are kept"
    let backupDaysHint = "The act will say this date: after it nothing of what was destroyed is in backups either"
    let save = "Save"

    let refusals = "Refusals and acts"
    let refusalsHint = "Refusals of the electronic diary, paper lines, acts of destruction"
    let noRefusals = "There were no refusals"
    let waiting = "Waiting for a decision"
    let closed = "Closed"
    func refusal(_ purpose: Purpose, _ word: ConsentWord) -> String { (word == .withdraw ? "Withdrawn: " : "Refused: ") + title(purpose).lowercased() }
    func received(_ day: String, due: String) -> String { "Received \(day), to be destroyed by \(due)" }
    func outcome(_ outcome: Refusal.Outcome) -> String { outcome == .accepted ? "accepted, data destroyed" : "the family has changed its mind" }
    func waitingRefusals(_ count: Int, due: String) -> String {
        "\(count) " + english(count, one: "refusal waits", other: "refusals wait") + " for a decision, the nearest by \(due)"
    }
    func willHappen(_ kind: Subject.Kind) -> [String] {
        switch kind {
        case .pupil:
            [
                "A numbered line stays in the class list, without name, sex and date of birth.",
                "The pupil’s marks and absences, messages, login and sign-ins are destroyed.",
                "Parents without other children at the school lose access, and their data are destroyed too.",
                "An act of destruction is made. This cannot be undone.",
                "What other people have said of the pupil in chats and homework does not change: check it apart.",
            ]
        default:
            [
                "This person’s name, login, sign-ins and messages are destroyed, links with children end.",
                "An act of destruction is made. This cannot be undone.",
            ]
        }
    }
    let willHappenHeading = "What will happen"
    let printSheetFirst = "Print the personal sheet first: afterwards no electronic records are left."
    let sheet = "The pupil’s personal sheet"
    let sheetIsPrinted = "The personal sheet is printed and put into the paper journal"
    let accept = "Accept the refusal and destroy the data"
    let onlyHeadsAcceptHint = "A refusal is accepted by the director or the administrator."
    let paperLines = "Kept on paper"
    let emptySheet = "Sheet of the paper journal"
    let readmit = "Enter data anew"
    let readmitHint = "The family has signed a new consent. Earlier records do not come back; enter parents and login as usual."
    let family = "Family name"
    let given = "Given name"
    let patronymic = "Patronymic"
    let sex = "Sex"
    func sex(_ isFemale: Bool) -> String { isFemale ? "female" : "male" }
    let unknown = "not given"
    let bornOn = "Date of birth"
    let act = "Act of destruction of personal data"
    func actNumber(_ number: Int, _ day: String) -> String { "No. \(number), \(day)" }
    let actOperator = "Operator"
    let actSubject = "Subject"
    func actPerson(_ alias: String, _ className: String, _ number: Int64) -> String {
        "line “\(alias)”" + (className.isEmpty ? "" : ", class \(className)") + ", inner number \(number)"
    }
    func actGuardian(_ number: Int64) -> String { "legal representative, inner number \(number)" }
    let actGrounds = "Grounds"
    func grounds(_ purpose: Purpose, _ word: ConsentWord, _ day: String) -> String {
        (word == .withdraw ? "withdrawal of consent" : "refusal of consent") + " (“\(title(purpose).lowercased())”), received \(day)"
    }
    let actSystem = "Information system"
    let actWay = "Way of destruction"
    let actWayWords = "deletion of the records from the database together with the space they took, without a way to restore them by means of the system"
    let actBackups = "Backups"
    func actBackupsUntil(_ day: String) -> String { "copies made before the destruction are kept until \(day) at the latest and are not used" }
    let actCategories = "Categories of destroyed data"
    let actLog = "Extract from the log of events"
    let entries = "Entries"
    func kind(_ kind: DataKind) -> String {
        switch kind {
        case .name: "family name, given name, patronymic"
        case .birth: "sex, date of birth"
        case .login: "login and password"
        case .signIn: "sign-ins"
        case .membership: "roles at the school"
        case .family: "family links"
        case .mark: "marks"
        case .attendance: "attendance"
        case .message: "texts of messages"
        case .chat: "membership of chats"
        case .consent: "names of those who signed consents"
        case .scan: "scans of documents"
        case .file: "sent files"
        case .invitation: "invitations and codes"
        case .secondFactor: "means of signing in"
        case .outsideAccount: "links with outside accounts"
        case .movement: "movements"
        case .trace: "values in the log of changes"
        case .other: "other data"
        }
    }
    let confirmedBy = "Destruction confirmed by"
    let commission = "Members of the commission"
    let toAct = "Open the act"

    let lessonNotes = "Pupils’ refusals"
    let lessonNotesHint = "Who takes no part in lessons on the platform and who must not be pictured"
    func notInLessons(_ names: String) -> String { "Take no part in lessons on the platform: \(names). The family answers for the programme being learnt." }
    func noPhotos(_ names: String) -> String { "Have refused pictures: \(names)." }
    let notInLessonsShort = "no platform lessons"
    let noLessonNotes = "There are no refusals in your classes"
    func lessonRefusals(_ count: Int) -> String {
        "\(count) " + english(count, one: "pupil takes", other: "pupils take") + " no part in lessons on the platform"
    }

    let wordingChanged = "The text of the consent has changed while you were reading. Read the new one and decide again."
    let wordingLength = "A text has from 1 to 20,000 characters."
    let guardianSigns = "This consent is signed by a parent (legal representative)."
    let pupilSigns = "The pupil is 18 and signs this consent alone."
    let notSure = "Tick that you understand what will happen."
    let notAsked = "This person is not asked about it."
    let signedLater = "Give a date of signature that is not later than today."
    let noSuchGuardian = "The pupil has no such parent. Choose from the list or write the name."
    let signerName = "Write the name in letters, at most 200 characters."
    let takenBack = "This refusal is closed: the family has changed its mind. Nothing was destroyed."
    let sheetCheck = "The sheet’s check line:"
    let worksHere = "This person works in the school: their data are kept by law."
    let onlyHeadsAccept = "A refusal is accepted by the school’s director or administrator."
    let sheetFirst = "Print the personal sheet first, and tick it."
    let backupDays = "The number of days is from 0 to 3650."
    let mergesNumber = "One of the rows is a number on a paper list: nothing may be known of it."
    let ownConsentFirst = "Sign your own consent to processing first, or you will shut yourself out."
}

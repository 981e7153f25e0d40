import Kernel

/// Every word of consents, refusals and acts. Each comment is the translator's context.
protocol ConsentsText: Sendable {
    // MARK: What is asked

    var consents: String { get }
    /// Under the door «Согласия».
    var consentsHint: String { get }
    func title(_ purpose: Purpose) -> String
    /// A column's head, as short as can be.
    func short(_ purpose: Purpose) -> String
    /// What a yes means, in one or two plain sentences.
    func meaning(_ purpose: Purpose) -> String
    /// What happens after a no, said before it is pressed.
    func effect(_ purpose: Purpose, _ kind: Subject.Kind) -> String
    /// Of the wording's language.
    var textHeading: String { get }
    func version(_ number: Int) -> String
    var meaningHeading: String { get }
    var effectHeading: String { get }
    var history: String { get }
    var noHistory: String { get }
    var myself: String { get }

    // MARK: How it stands

    func standing(_ standing: Standing) -> String
    /// In a cell of the class's table.
    func cell(_ standing: Standing) -> String
    func word(_ word: ConsentWord) -> String
    func how(_ how: ConsentEntry.How) -> String
    func signedAs(_ signedAs: SignedAs) -> String
    /// Beside a pupil whose age is not known.
    var ageUnknown: String { get }
    /// Who signs at the pupil's age.
    func signers(_ signers: [SignedAs]) -> String
    /// A signer's name that was destroyed.
    var nameDestroyed: String { get }
    var otherSigns: String { get }

    // MARK: Buttons of the family

    var sign: String { get }
    var refuse: String { get }
    var withdraw: String { get }
    /// Beside a box to be ticked before a refusal that destroys data.
    var understood: String { get }
    var saved: String { get }
    func unanswered(_ count: Int) -> String
    /// Said to the family after platform lessons were refused (G17).
    var responsibility: String { get }
    var backToConsents: String { get }
    var nothingAsked: String { get }

    // MARK: The school's register

    var register: String { get }
    var registerHint: String { get }
    func missing(_ count: Int) -> String
    func missingOf(_ missing: Int, _ all: Int) -> String
    var allSigned: String { get }
    var schoolClass: String { get }
    var pupil: String { get }
    var staff: String { get }
    var onPaperLine: String { get }
    /// Under the table of classes: what its numbers count.
    var countsLegend: String { get }
    /// Under the table of one class: what its words mean.
    var legend: String { get }
    var blanks: String { get }
    var printBlanks: String { get }
    var print: String { get }
    var papers: String { get }
    /// Under a guardian's name on the child's page: the way to the guardian's own consents.
    var guardiansPapers: String { get }
    var enterPaper: String { get }
    var purpose: String { get }
    var answer: String { get }
    var agrees: String { get }
    var disagrees: String { get }
    var signer: String { get }
    var anotherSigner: String { get }
    var signerNameLabel: String { get }
    var signerNameHint: String { get }
    var signedOn: String { get }
    var scan: String { get }
    var scanHint: String { get }
    var openScan: String { get }
    var enter: String { get }
    var noClasses: String { get }
    func printedBy(_ name: String, _ day: String) -> String

    // MARK: Blank forms

    var iAm: String { get }
    var forChild: String { get }
    var agreeBox: String { get }
    var disagreeBox: String { get }
    var signature: String { get }
    var date: String { get }
    func toSchool(_ name: String) -> String
    func longDate(_ day: Day) -> String

    // MARK: Texts and the rule

    var texts: String { get }
    var textsHint: String { get }
    var body: String { get }
    var asksAgain: String { get }
    var asksAgainHint: String { get }
    var saveText: String { get }
    var rule: String { get }
    var consentsFirst: String { get }
    /// How many people the rule shuts out, or would.
    func consentsFirstEffect(_ people: Int, isOn: Bool) -> String
    var backupDaysLabel: String { get }
    var backupDaysHint: String { get }
    var save: String { get }

    // MARK: Refusals, lines, acts

    var refusals: String { get }
    var refusalsHint: String { get }
    var noRefusals: String { get }
    var waiting: String { get }
    var closed: String { get }
    func refusal(_ purpose: Purpose, _ word: ConsentWord) -> String
    func received(_ day: String, due: String) -> String
    func outcome(_ outcome: Refusal.Outcome) -> String
    func waitingRefusals(_ count: Int, due: String) -> String
    /// What accepting will do, as a list.
    func willHappen(_ kind: Subject.Kind) -> [String]
    var willHappenHeading: String { get }
    var printSheetFirst: String { get }
    var sheet: String { get }
    var sheetIsPrinted: String { get }
    var accept: String { get }
    var onlyHeadsAcceptHint: String { get }
    var paperLines: String { get }
    /// The paper journal of a numbered line: subjects with room to write.
    var emptySheet: String { get }
    var readmit: String { get }
    var readmitHint: String { get }
    var family: String { get }
    var given: String { get }
    var patronymic: String { get }
    var sex: String { get }
    func sex(_ isFemale: Bool) -> String
    var unknown: String { get }
    var bornOn: String { get }
    var act: String { get }
    func actNumber(_ number: Int, _ day: String) -> String
    var actOperator: String { get }
    var actSubject: String { get }
    func actPerson(_ alias: String, _ className: String, _ number: Int64) -> String
    func actGuardian(_ number: Int64) -> String
    var actGrounds: String { get }
    func grounds(_ purpose: Purpose, _ word: ConsentWord, _ day: String) -> String
    var actSystem: String { get }
    var actWay: String { get }
    var actWayWords: String { get }
    var actBackups: String { get }
    func actBackupsUntil(_ day: String) -> String
    var actCategories: String { get }
    var actLog: String { get }
    var entries: String { get }
    func kind(_ kind: DataKind) -> String
    var confirmedBy: String { get }
    var commission: String { get }
    var toAct: String { get }

    // MARK: For teachers

    var lessonNotes: String { get }
    var lessonNotesHint: String { get }
    func notInLessons(_ names: String) -> String
    func noPhotos(_ names: String) -> String
    /// Beside a pupil's name at a lesson.
    var notInLessonsShort: String { get }
    var noLessonNotes: String { get }
    func lessonRefusals(_ count: Int) -> String

    // MARK: Refusals of requests

    var wordingChanged: String { get }
    var wordingLength: String { get }
    var guardianSigns: String { get }
    var pupilSigns: String { get }
    var notSure: String { get }
    var notAsked: String { get }
    var signedLater: String { get }
    var noSuchGuardian: String { get }
    var signerName: String { get }
    var takenBack: String { get }
    /// Under the printed sheet: the line to check it by, and the name of its drawing.
    var sheetCheck: String { get }
    var worksHere: String { get }
    var onlyHeadsAccept: String { get }
    var sheetFirst: String { get }
    var backupDays: String { get }
    /// Why two rows of a person are not made one: one of them is a number on a paper list.
    var mergesNumber: String { get }
    var ownConsentFirst: String { get }
}

extension Language {
    var consents: any ConsentsText {
        switch self {
        case .ru: ConsentsRussian()
        case .en: ConsentsEnglish()
        }
    }
}

extension Denial.Reason {
    public static let wordingChanged = Denial.Reason("consents.wording-changed") { $0.consents.wordingChanged }
    static let wordingLength = Denial.Reason("consents.wording-length") { $0.consents.wordingLength }
    static let guardianSigns = Denial.Reason("consents.guardian-signs") { $0.consents.guardianSigns }
    static let pupilSigns = Denial.Reason("consents.pupil-signs") { $0.consents.pupilSigns }
    static let notSure = Denial.Reason("consents.not-sure") { $0.consents.notSure }
    static let notAsked = Denial.Reason("consents.not-asked") { $0.consents.notAsked }
    static let signedLater = Denial.Reason("consents.signed-later") { $0.consents.signedLater }
    static let noSuchGuardian = Denial.Reason("consents.no-such-guardian") { $0.consents.noSuchGuardian }
    static let signerName = Denial.Reason("consents.signer-name") { $0.consents.signerName }
    static let takenBack = Denial.Reason("consents.taken-back") { $0.consents.takenBack }
    static let worksHere = Denial.Reason("consents.works-here") { $0.consents.worksHere }
    static let onlyHeadsAccept = Denial.Reason("consents.only-heads-accept") { $0.consents.onlyHeadsAccept }
    static let sheetFirst = Denial.Reason("consents.sheet-first") { $0.consents.sheetFirst }
    static let backupDays = Denial.Reason("consents.backup-days") { $0.consents.backupDays }
    static let mergesNumber = Denial.Reason("consents.merges-number") { $0.consents.mergesNumber }
    static let ownConsentFirst = Denial.Reason("consents.own-consent-first") { $0.consents.ownConsentFirst }
}

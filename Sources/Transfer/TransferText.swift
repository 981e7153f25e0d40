import Kernel
import WebCore

/// Every word of pupils' records on the move. Each comment is the translator's context.
protocol TransferText: Sendable {
    /// Title of the office's page and its line in «Ещё».
    var transfer: String { get }
    var transferHint: String { get }
    var back: String { get }
    /// Button, and title of the pages behind it.
    var newPackage: String { get }
    var chooseClass: String { get }
    var choosePupil: String { get }
    var noClasses: String { get }
    var noPupils: String { get }
    func leftOn(_ date: String) -> String
    var lastDay: String { get }
    func lastDayHint(_ schoolClass: String) -> String
    var whatGoes: String { get }
    var orderNumber: String { get }
    var orderDay: String { get }
    var addressee: String { get }
    var addresseeHint: String { get }
    var address: String { get }
    var addressHint: String { get }
    var makePackage: String { get }
    /// State of a package.
    func waitsUntil(_ date: String) -> String
    func expiredOn(_ date: String) -> String
    func withdrawnOn(_ date: String) -> String
    func acceptedBy(_ school: String, _ date: String) -> String
    var sameInstallation: String { get }
    var code: String { get }
    var codeHint: String { get }
    var otherInstallation: String { get }
    var fileHint: String { get }
    var fingerprint: String { get }
    var fingerprintHint: String { get }
    var download: String { get }
    var receiptCame: String { get }
    var receipt: String { get }
    var receiptHint: String { get }
    var takeReceipt: String { get }
    var toPaper: String { get }
    var withdraw: String { get }
    var withdrawHint: String { get }
    var forNextSchool: String { get }
    var validUntil: String { get }
    var howToPrint: String { get }
    func printed(_ who: String, _ date: String, _ time: String) -> String
    var sent: String { get }
    var nothingSent: String { get }
    var receive: String { get }
    var typeCodeHint: String { get }
    var openByCode: String { get }
    var file: String { get }
    var uploadHint: String { get }
    var openFile: String { get }
    var waiting: String { get }
    var broughtByCode: String { get }
    var broughtAsFile: String { get }
    var received: String { get }
    func receivedOn(_ date: String) -> String
    var ownSigns: String { get }
    var ownAddressHint: String { get }
    var ownFingerprintHint: String { get }
    var publicKey: String { get }
    var preview: String { get }
    var signedHere: String { get }
    func signedByKnown(_ school: String, _ since: String, _ key: String) -> String
    func signedByNew(_ school: String, _ key: String) -> String
    func signedByOther(_ school: String, _ key: String, _ was: String) -> String
    var acceptance: String { get }
    var newPerson: String { get }
    var person: String { get }
    var personHint: String { get }
    var schoolClass: String { get }
    var since: String { get }
    func sinceHint(_ date: String) -> String
    var fingerprintChecked: String { get }
    var acceptHint: String { get }
    var accept: String { get }
    var dismiss: String { get }
    /// Title of the paper.
    var record: String { get }
    var whoAndWhence: String { get }
    var pupil: String { get }
    var bornOn: String { get }
    var notSaid: String { get }
    var fromSchool: String { get }
    var toSchool: String { get }
    var anySchool: String { get }
    var classLeft: String { get }
    var timeThere: String { get }
    func span(_ since: String, _ until: String) -> String
    var order: String { get }
    func orderOf(_ number: String, _ date: String) -> String
    var madeOn: String { get }
    func madeAndValid(_ made: String, _ valid: String) -> String
    var marks: String { get }
    var noMarks: String { get }
    func marksOf(_ term: String) -> String
    var meanWord: String { get }
    var attendance: String { get }
    var debts: String { get }
    var guardians: String { get }
    var consentsNeeded: String { get }
    var previousSchool: String { get }
    var previousSchoolHint: String { get }
    var noPrevious: String { get }
    var noPreviousHint: String { get }
    func cameFrom(_ school: String, _ date: String) -> String
    var forTermMark: String { get }
    var forTermMarkHint: String { get }
    var subject: String { get }
    var there: String { get }
    var here: String { get }
    var meanTogether: String { get }
    var receiptForSender: String { get }
    var receiptForSenderHint: String { get }
    var noKeyFolder: String { get }
    var alreadyOffered: String { get }
    var wrongOrderNumber: String { get }
    var wrongOrderDay: String { get }
    var wrongLastDay: String { get }
    var addresseeTooLong: String { get }
    var nameTheSchool: String { get }
    var noSuchAddress: String { get }
    var acceptedAlready: String { get }
    var acceptedHere: String { get }
    var chooseFile: String { get }
    var unreadablePackage: String { get }
    var packageTooLarge: String { get }
    var otherVersion: String { get }
    var brokenSignature: String { get }
    var packageExpired: String { get }
    var otherAddressee: String { get }
    var ownPackage: String { get }
    var withdrawnMeanwhile: String { get }
    var noSuchCode: String { get }
    var noSuchClass: String { get }
    var noSuchPerson: String { get }
    var sinceOutside: String { get }
    var fingerprintNotChecked: String { get }
    var stillInClass: String { get }
    var noReceipt: String { get }
    var receiptOfAnother: String { get }
    /// «12 ноября 2026»
    func date(_ day: Day) -> String
    /// A mark with its day: «5 (3.11)».
    func markOn(_ value: String, _ day: Day) -> String
    /// Hundredths as a number: «4,33».
    func mean(_ hundredths: Int) -> String
    func attended(_ part: TransferRecord.AttendancePart) -> String
    func debt(_ given: String, _ due: String?) -> String
    func relation(_ relation: String) -> String
    func consent(_ consent: ConsentNeeded) -> String
    func knownPerson(_ name: String, _ bornOn: Day?) -> String
}

extension Language {
    var transfer: any TransferText {
        switch self {
        case .ru: TransferRussian()
        case .en: TransferEnglish()
        }
    }
}

extension Denial.Reason {
    static let noKeyFolder = Denial.Reason("transfer.no-key-folder") { $0.transfer.noKeyFolder }
    static let alreadyOffered = Denial.Reason("transfer.already-offered") { $0.transfer.alreadyOffered }
    static let wrongOrderNumber = Denial.Reason("transfer.wrong-order-number") { $0.transfer.wrongOrderNumber }
    static let wrongOrderDay = Denial.Reason("transfer.wrong-order-day") { $0.transfer.wrongOrderDay }
    static let wrongLastDay = Denial.Reason("transfer.wrong-last-day") { $0.transfer.wrongLastDay }
    static let addresseeTooLong = Denial.Reason("transfer.addressee-too-long") { $0.transfer.addresseeTooLong }
    static let nameTheSchool = Denial.Reason("transfer.name-the-school") { $0.transfer.nameTheSchool }
    static let noSuchAddress = Denial.Reason("transfer.no-such-address") { $0.transfer.noSuchAddress }
    static let acceptedAlready = Denial.Reason("transfer.accepted-already") { $0.transfer.acceptedAlready }
    static let acceptedHere = Denial.Reason("transfer.accepted-here") { $0.transfer.acceptedHere }
    static let chooseFile = Denial.Reason("transfer.choose-file") { $0.transfer.chooseFile }
    static let unreadablePackage = Denial.Reason("transfer.unreadable-package") { $0.transfer.unreadablePackage }
    static let packageTooLarge = Denial.Reason("transfer.package-too-large") { $0.transfer.packageTooLarge }
    static let otherVersion = Denial.Reason("transfer.other-version") { $0.transfer.otherVersion }
    static let brokenSignature = Denial.Reason("transfer.broken-signature") { $0.transfer.brokenSignature }
    static let packageExpired = Denial.Reason("transfer.package-expired") { $0.transfer.packageExpired }
    static let otherAddressee = Denial.Reason("transfer.other-addressee") { $0.transfer.otherAddressee }
    static let ownPackage = Denial.Reason("transfer.own-package") { $0.transfer.ownPackage }
    static let withdrawnMeanwhile = Denial.Reason("transfer.withdrawn-meanwhile") { $0.transfer.withdrawnMeanwhile }
    static let noSuchCode = Denial.Reason("transfer.no-such-code") { $0.transfer.noSuchCode }
    static let noSuchClass = Denial.Reason("transfer.no-such-class") { $0.transfer.noSuchClass }
    static let noSuchPerson = Denial.Reason("transfer.no-such-person") { $0.transfer.noSuchPerson }
    static let sinceOutside = Denial.Reason("transfer.since-outside") { $0.transfer.sinceOutside }
    static let fingerprintNotChecked = Denial.Reason("transfer.fingerprint-not-checked") { $0.transfer.fingerprintNotChecked }
    static let stillInClass = Denial.Reason("transfer.still-in-class") { $0.transfer.stillInClass }
    static let noReceipt = Denial.Reason("transfer.no-receipt") { $0.transfer.noReceipt }
    static let receiptOfAnother = Denial.Reason("transfer.receipt-of-another") { $0.transfer.receiptOfAnother }
}

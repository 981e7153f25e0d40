import Kernel

/// Why a field is not accepted. Each comment is the translator's context.
protocol FormText {
    var required: String { get }
    var tooLong: String { get }
    var choose: String { get }
    var wrongNumber: String { get }
    var wrongDate: String { get }
    var dateInFuture: String { get }
    var wrongSite: String { get }
    var wrongEmail: String { get }
    var wrongPhone: String { get }
    var wrongContact: String { get }
    var wrongINN: String { get }
    var takenINN: String { get }
    var scanNeeded: String { get }
    var tooMany: String { get }
    var alreadyDecided: String { get }
    var nothingAsked: String { get }
    var organisationThere: String { get }
    var curatorThere: String { get }
    var hasComeIn: String { get }
    var notOneself: String { get }
    var wrongCode: String { get }
    var usedCode: String { get }
    var replacedCode: String { get }
    var expiredCode: String { get }
    var notYours: String { get }
    var onlyHeads: String { get }
    var alreadyAppointed: String { get }
    var actEnded: String { get }
    var textOrScan: String { get }
}

extension Denial.Reason {
    static let required = Denial.Reason("regions.required") { $0.regions.required }
    static let tooLong = Denial.Reason("regions.too-long") { $0.regions.tooLong }
    static let choose = Denial.Reason("regions.choose") { $0.regions.choose }
    static let number = Denial.Reason("regions.number") { $0.regions.wrongNumber }
    static let date = Denial.Reason("regions.date") { $0.regions.wrongDate }
    static let dateInFuture = Denial.Reason("regions.date-in-future") { $0.regions.dateInFuture }
    static let site = Denial.Reason("regions.site") { $0.regions.wrongSite }
    static let email = Denial.Reason("regions.email") { $0.regions.wrongEmail }
    static let phone = Denial.Reason("regions.phone") { $0.regions.wrongPhone }
    static let contact = Denial.Reason("regions.contact") { $0.regions.wrongContact }
    static let wrongINN = Denial.Reason("regions.wrong-inn") { $0.regions.wrongINN }
    static let takenINN = Denial.Reason("regions.taken-inn") { $0.regions.takenINN }
    static let scanNeeded = Denial.Reason("regions.scan-needed") { $0.regions.scanNeeded }
    static let tooManyApplications = Denial.Reason("regions.too-many") { $0.regions.tooMany }
    static let alreadyDecided = Denial.Reason("regions.already-decided") { $0.regions.alreadyDecided }
    static let nothingAsked = Denial.Reason("regions.nothing-asked") { $0.regions.nothingAsked }
    static let organisationThere = Denial.Reason("regions.organisation-there") { $0.regions.organisationThere }
    static let curatorThere = Denial.Reason("regions.curator-there") { $0.regions.curatorThere }
    static let hasComeIn = Denial.Reason("regions.has-come-in") { $0.regions.hasComeIn }
    static let notOneself = Denial.Reason("regions.not-oneself") { $0.regions.notOneself }
    static let wrongCode = Denial.Reason("regions.wrong-code") { $0.regions.wrongCode }
    static let usedCode = Denial.Reason("regions.used-code") { $0.regions.usedCode }
    static let replacedCode = Denial.Reason("regions.replaced-code") { $0.regions.replacedCode }
    static let expiredCode = Denial.Reason("regions.expired-code") { $0.regions.expiredCode }
    static let notYours = Denial.Reason("regions.not-yours") { $0.regions.notYours }
    static let onlyHeads = Denial.Reason("regions.only-heads") { $0.regions.onlyHeads }
    static let alreadyAppointed = Denial.Reason("regions.already-appointed") { $0.regions.alreadyAppointed }
    static let actEnded = Denial.Reason("regions.act-ended") { $0.regions.actEnded }
    static let textOrScan = Denial.Reason("regions.text-or-scan") { $0.regions.textOrScan }
}

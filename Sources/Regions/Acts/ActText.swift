import Kernel

/// Words of local acts. Each comment is the translator's context.
protocol ActText {
    /// The school’s orders and regulations.
    var acts: String { get }
    var noActs: String { get }
    var valid: String { get }
    var ended: String { get }
    var publish: String { get }
    /// Button.
    var publishNow: String { get }
    var newVersion: String { get }
    var newVersionHint: String { get }
    /// Button.
    var cancelAct: String { get }
    var cancelHint: String { get }
    var toRead: String { get }
    var toAccept: String { get }
    /// Button.
    var haveRead: String { get }
    /// Button: the head accepts an order of the department.
    var accept: String { get }
    /// Button.
    var adopt: String { get }
    var adoptHint: String { get }
    var ownNumber: String { get }
    var ownDay: String { get }
    var whoReads: String { get }
    /// Link.
    var replacesOlder: String { get }
    var whoHasRead: String { get }
    var whoAccepted: String { get }
    var notAccepted: String { get }
    /// Heading over names.
    var notRead: String { get }
    var allHaveRead: String { get }
    var actKind: String { get }
    var actTitle: String { get }
    var actNumber: String { get }
    var actDay: String { get }
    var actBody: String { get }
    var actBodyHint: String { get }
    var scan: String { get }
    /// Check box.
    var isTemplate: String { get }
    var isTemplateHint: String { get }
    func readOn(_ day: String) -> String
    func acceptedOn(_ day: String) -> String
    func endedOn(_ day: String) -> String
    func publishedOn(_ day: String) -> String
    func readBy(_ read: Int, of people: Int) -> String
    /// After the number itself.
    func actsToRead(_ count: Int) -> String
    func actKind(_ kind: LocalAct.Kind) -> String
    /// «Приказ № 12 от 3 сентября 2026 г.»
    func actWords(_ kind: LocalAct.Kind, _ number: String, _ day: String) -> String
    func part(_ group: ReadersLine.Group) -> String
}

import Accounts
import Kernel

/// Words of a school's way in. Each comment is the translator's context.
protocol ApplicationText {
    /// Title of the public form.
    var apply: String { get }
    var applyHint: String { get }
    var noRegions: String { get }
    var chooseRegion: String { get }
    /// Link beside the chosen region.
    var otherRegion: String { get }
    /// Link under the form.
    var alreadyApplied: String { get }
    var municipality: String { get }
    var kind: String { get }
    /// Of the organisation.
    var fullName: String { get }
    var fullNameHint: String { get }
    var shortName: String { get }
    var shortNameHint: String { get }
    var inn: String { get }
    var innHint: String { get }
    var address: String { get }
    var site: String { get }
    var phone: String { get }
    var email: String { get }
    var director: String { get }
    var directorHint: String { get }
    var programmes: String { get }
    /// How many.
    var pupilsCount: String { get }
    /// How many.
    var staffCount: String { get }
    var zone: String { get }
    /// Heading.
    var aboutOrganisation: String { get }
    /// Heading.
    var aboutPeople: String { get }
    var administratorHint: String { get }
    /// Heading.
    var aboutOrder: String { get }
    /// Of the administrator or a curator.
    var family: String { get }
    var given: String { get }
    var patronymic: String { get }
    var contact: String { get }
    var contactHint: String { get }
    var orderNumber: String { get }
    var orderDay: String { get }
    var orderScan: String { get }
    var scanHint: String { get }
    /// Button.
    var send: String { get }
    var nothingLost: String { get }
    var findApplication: String { get }
    var applicationNumber: String { get }
    var secretWord: String { get }
    /// Button.
    var show: String { get }
    var notFoundByWord: String { get }
    /// Heading over number and secret word.
    var keepThis: String { get }
    var keepHint: String { get }
    /// Heading.
    var history: String { get }
    /// Heading over the contacts of the department.
    var curatorContacts: String { get }
    var yourAnswer: String { get }
    /// Button.
    var sendAnswer: String { get }
    var applications: String { get }
    /// Name of the switch, for screen readers.
    var filter: String { get }
    var next: String { get }
    var back: String { get }
    var openScan: String { get }
    var administrator: String { get }
    var approveHint: String { get }
    /// Button.
    var approve: String { get }
    var question: String { get }
    /// Button.
    var ask: String { get }
    var refusalReason: String { get }
    /// Button.
    var refuse: String { get }
    var administratorHasCome: String { get }
    var approvedNow: String { get }
    var decisionHint: String { get }
    /// Button.
    var printDecision: String { get }
    /// Title of the printed page.
    var decision: String { get }
    /// Title.
    var firstSignIn: String { get }
    var firstSignInHint: String { get }
    var code: String { get }
    var codeHint: String { get }
    var newLogin: String { get }
    var loginHint: String { get }
    var newPassword: String { get }
    /// Button.
    var comeIn: String { get }
    /// Label before a person’s name.
    var person: String { get }
    /// Label.
    var organisation: String { get }
    var goodUntil: String { get }
    /// Label before the address of the page.
    var where_: String { get }
    var codeWarning: String { get }
    /// Title.
    var codeTitle: String { get }
    var codeOnce: String { get }
    func passwordHint(_ shortest: Int) -> String
    func applicationTitle(_ number: Int64) -> String
    /// A scan that was sent with a form which had a mistake elsewhere.
    func scanKept(_ name: String) -> String
    func notSent(_ flaws: Int) -> String
    func orderWords(_ number: String, _ day: String) -> String
    func decisionWords(_ name: String, _ inn: String, _ number: Int64, _ day: String) -> String
    func decisionAdministrator(_ name: String, _ order: String) -> String
    func curatorSigns(_ name: String) -> String
    func printedOn(_ day: String) -> String
    /// How long ago an application came.
    func waited(_ days: Int) -> String
    /// After the number itself.
    func waitingApplications(_ count: Int) -> String
    func state(_ state: SchoolApplication.State) -> String
    /// What the applicant is to do now.
    func whatNext(_ state: SchoolApplication.State) -> String
    func step(_ kind: ApplicationStep.Kind) -> String
    func filter(_ filter: QueueViews.Filter) -> String
    func noApplications(_ filter: QueueViews.Filter) -> String
    func kind(_ kind: OpenSchool.Kind) -> String
    func programme(_ programme: Programme) -> String
    /// A zone of the tz database, by its largest town and its distance from Moscow.
    func zoneName(_ identifier: String) -> String
}

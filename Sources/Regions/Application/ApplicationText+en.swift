import Accounts
import Kernel

extension RegionsEnglish: ApplicationText {
    var apply: String { "Application of a school" }
    var applyHint: String { "The organisation applies. You need the director’s order that appoints the administrator: number, date and a scan." }
    var noRegions: String { "Applications are not open yet. Ask the operator of the platform." }
    var chooseRegion: String { "Choose the region" }
    var otherRegion: String { "another region" }
    var alreadyApplied: String { "Have you applied already? See the state of your application" }
    var municipality: String { "Municipality" }
    var kind: String { "Kind of organisation" }
    var fullName: String { "Full name" }
    var fullNameHint: String { "As in the charter." }
    var shortName: String { "Short name" }
    var shortNameHint: String { "This is what everybody sees: “School No. 58”." }
    var inn: String { "Tax number (ИНН)" }
    var innHint: String { "10 digits." }
    var address: String { "Address" }
    var site: String { "Site" }
    var phone: String { "Telephone" }
    var email: String { "E-mail" }
    var director: String { "Director (full name)" }
    var directorHint: String { "Family name, given name and patronymic of the head." }
    var programmes: String { "Educational programmes" }
    var pupilsCount: String { "Pupils" }
    var staffCount: String { "Staff" }
    var zone: String { "Time zone" }
    var aboutOrganisation: String { "Organisation" }
    var aboutPeople: String { "Director and administrator" }
    var administratorHint: String { "The administrator is appointed by the order. They will get a code and be the first to come in." }
    var aboutOrder: String { "The director’s order" }
    var family: String { "Family name" }
    var given: String { "Given name" }
    var patronymic: String { "Patronymic (if any)" }
    var contact: String { "E-mail or telephone of the administrator" }
    var contactHint: String { "So that the curator can get in touch. No codes are sent to it." }
    var orderNumber: String { "Number of the order" }
    var orderDay: String { "Date of the order" }
    var orderScan: String { "Scan of the order" }
    var scanHint: String { "PDF, JPEG or PNG, up to 8 MB." }
    var send: String { "Send the application" }
    var nothingLost: String { "What you filled in is still in the form." }
    var findApplication: String { "State of the application" }
    var applicationNumber: String { "Number of the application" }
    var secretWord: String { "Secret word" }
    var show: String { "Show" }
    var notFoundByWord: String { "There is no application with this number and word. Check that you copied them correctly." }
    var keepThis: String { "Keep this" }
    var keepHint: String { "By number and word you learn the decision and answer a question. You may also keep this page’s address." }
    var history: String { "Steps" }
    var curatorContacts: String { "Whom to ask" }
    var yourAnswer: String { "Your answer" }
    var sendAnswer: String { "Answer" }
    var applications: String { "Applications of schools" }
    var filter: String { "Show" }
    var next: String { "Next" }
    var back: String { "Back" }
    var openScan: String { "Open the scan" }
    var administrator: String { "Administrator" }
    var approveHint: String { "Check the order and the administrator. Approval makes the school, its staff room and its administrator." }
    var approve: String { "Approve" }
    var question: String { "Question to the applicant" }
    var ask: String { "Ask" }
    var refusalReason: String { "Reason of the refusal" }
    var refuse: String { "Refuse" }
    var administratorHasCome: String { "The school’s administrator has come in." }
    var approvedNow: String { "The school is made. What remains is to hand the decision with the code to the administrator." }
    var decisionHint: String { "The decision has a one-time code. If it is printed again, the code before stops working." }
    var printDecision: String { "Issue a code and open the decision" }
    var decision: String { "Decision on registration" }
    var firstSignIn: String { "First sign-in by code" }
    var firstSignInHint: String { "The code is printed on the decision. Choose a login and a password: from then on you sign in by them." }
    var code: String { "One-time code" }
    var codeHint: String { "Four groups of four signs. Capitals and dashes make no difference." }
    var newLogin: String { "Login" }
    var loginHint: String { "From 3 signs: letters, digits, dot, hyphen." }
    var newPassword: String { "Password" }
    var comeIn: String { "Come in" }
    var person: String { "Who" }
    var organisation: String { "Organisation" }
    var goodUntil: String { "Good until" }
    var where_: String { "Where to enter it" }
    var codeWarning: String { "The code works once. Hand it only to the person named here. If it is lost, the curator issues another." }
    var codeTitle: String { "Code to come in" }
    var codeOnce: String { "The code is shown once: print it or copy it now." }
    func passwordHint(_ shortest: Int) -> String { "At least \(shortest) characters; three words are best." }
    func applicationTitle(_ number: Int64) -> String { "Application No. \(number)" }
    func scanKept(_ name: String) -> String { "The file “\(name)” has been received. You need not choose it again." }
    func notSent(_ flaws: Int) -> String { "Not sent: check \(flaws) " + english(flaws, one: "field", other: "fields") }
    func orderWords(_ number: String, _ day: String) -> String { "order No. \(number) of \(day)" }
    func decisionWords(_ name: String, _ inn: String, _ number: Int64, _ day: String) -> String {
        "On application No. \(number) of \(day) this organisation is registered: \(name), tax number \(inn)."
    }
    func decisionAdministrator(_ name: String, _ order: String) -> String { "Administrator: \(name), \(order)" }
    func curatorSigns(_ name: String) -> String { "Curator: \(name) ____________________" }
    func printedOn(_ day: String) -> String { "Printed: \(day)" }
    func waited(_ days: Int) -> String { days < 1 ? "today" : "waits \(days) " + english(days, one: "day", other: "days") }
    func waitingApplications(_ count: Int) -> String { english(count, one: "application waits", other: "applications wait") + " for a decision" }
    func state(_ state: SchoolApplication.State) -> String {
        switch state {
        case .new: "being considered"
        case .asked: "there is a question"
        case .answered: "answered"
        case .approved: "approved"
        case .refused: "refused"
        }
    }
    func whatNext(_ state: SchoolApplication.State) -> String {
        switch state {
        case .new: "The curator will look at the application. Come back later."
        case .asked: "The curator needs to know more. Answer the question below."
        case .answered: "The curator will come back to the application. Come back later."
        case .approved: "The school is registered. The curator hands out the decision with the administrator’s code."
        case .refused: "The reason stands below. Once it is put right, you may apply again."
        }
    }
    func step(_ kind: ApplicationStep.Kind) -> String {
        switch kind {
        case .submitted: "Applied"
        case .asked: "The curator’s question"
        case .answered: "The applicant’s answer"
        case .approved: "Approved"
        case .refused: "Refused"
        case .code: "The administrator’s code was issued"
        }
    }
    func filter(_ filter: QueueViews.Filter) -> String {
        switch filter {
        case .waiting: "Waiting"
        case .asked: "Question"
        case .approved: "Approved"
        case .refused: "Refused"
        }
    }
    func noApplications(_ filter: QueueViews.Filter) -> String { filter == .waiting ? "All applications are decided" : "There are none" }
    func kind(_ kind: OpenSchool.Kind) -> String {
        switch kind {
        case .general: "general education"
        case .vocational: "vocational"
        case .additional: "additional education"
        }
    }
    func programme(_ programme: Programme) -> String {
        switch programme {
        case .preschool: "preschool"
        case .primary: "primary"
        case .basic: "basic general"
        case .secondary: "secondary general"
        case .vocational: "vocational"
        case .additional: "additional"
        }
    }
    func zoneName(_ identifier: String) -> String {
        let zones = Zone.ofRussia.map(\.identifier)
        guard let place = zones.firstIndex(of: identifier) else { return identifier }
        let town = identifier.split(separator: "/").last.map(String.init) ?? identifier
        return place == 1 ? town : town + " (MSK" + (place == 0 ? "−1" : "+\(place - 1)") + ")"
    }
}

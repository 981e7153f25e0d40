import Kernel

extension RegionsEnglish: ActText {
    var acts: String { "Documents" }
    var noActs: String { "There are no documents yet" }
    var valid: String { "Valid" }
    var ended: String { "Former" }
    var publish: String { "Publish a document" }
    var publishNow: String { "Publish" }
    var newVersion: String { "New version" }
    var newVersionHint: String { "The version before stops being valid, and everybody is asked to read anew." }
    var cancelAct: String { "Cancel the document" }
    var cancelHint: String { "It stays among the former ones." }
    var toRead: String { "to be read" }
    var toAccept: String { "waits for the school" }
    var haveRead: String { "I have read it" }
    var accept: String { "Accept" }
    var adopt: String { "Adopt in the school" }
    var adoptHint: String { "It becomes an act of the school. Give number and date of the school’s own order." }
    var ownNumber: String { "Number in the school" }
    var ownDay: String { "Date in the school" }
    var whoReads: String { "Who is asked to read" }
    var replacesOlder: String { "Former version" }
    var whoHasRead: String { "Who has read it" }
    var whoAccepted: String { "Who has accepted it" }
    var notAccepted: String { "not accepted yet" }
    var notRead: String { "Have not read" }
    var allHaveRead: String { "All have read it" }
    var actKind: String { "Kind of document" }
    var actTitle: String { "Title" }
    var actNumber: String { "Number" }
    var actDay: String { "Date" }
    var actBody: String { "Text" }
    var actBodyHint: String { "A text or a scan: at least one is needed." }
    var scan: String { "Scan" }
    var isTemplate: String { "A template: each school adopts it as its own" }
    var isTemplateHint: String { "Without it this is an order which the heads accept." }
    func readOn(_ day: String) -> String { "read on \(day)" }
    func acceptedOn(_ day: String) -> String { "accepted on \(day)" }
    func endedOn(_ day: String) -> String { "valid until \(day)" }
    func publishedOn(_ day: String) -> String { "published on \(day)" }
    func readBy(_ read: Int, of people: Int) -> String { "\(read) of \(people) have read it" }
    func actsToRead(_ count: Int) -> String { english(count, one: "document", other: "documents") + " to read" }
    func actKind(_ kind: LocalAct.Kind) -> String {
        switch kind {
        case .order: "Order"
        case .regulation: "Regulation"
        case .procedure: "Procedure"
        case .other: "Document"
        }
    }
    func actWords(_ kind: LocalAct.Kind, _ number: String, _ day: String) -> String { "\(actKind(kind)) No. \(number) of \(day)" }
    func part(_ group: ReadersLine.Group) -> String {
        switch group {
        case .staff: "staff"
        case .pupil: "pupils"
        case .family: "families"
        }
    }
}

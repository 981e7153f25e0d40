import Accounts
import Kernel

struct OwnEnglish: OwnText {
    let title = "My data"
    let doorHint = "What the school keeps, export, corrections"
    let hint = "Everything the school keeps about you in Zvonok."
    let hintFamily = "Everything the school keeps in Zvonok about you and your children."
    let asPage = "Download as a page (HTML)"
    let asJSON = "Download for programs (JSON)"
    func more(_ count: Int) -> String { "And \(count) more " + english(count, one: "entry", other: "entries") + " in the download" }
    let nothing = "nothing"
    let ask = "Ask for a correction"
    let askHint = "The school compares it with the papers and makes it, or says why not."
    let about = "About whom"
    let field = "What to correct"
    func name(_ field: Correction.Field) -> String {
        switch field {
        case .family: "the family name"
        case .given: "the given name"
        case .patronymic: "the patronymic"
        case .sex: "the sex"
        case .bornOn: "the date of birth"
        case .other: "something else"
        }
    }
    let value = "As it should be"
    let valueHint = "Write a date like 2015-09-01. Sex: “female” or “male”."
    func name(_ sex: Sex) -> String { sex == .female ? "female" : "male" }
    let note = "A note, e.g. which paper shows it"
    let send = "Send the request"
    let asked = "Your requests"
    func state(_ state: Correction.State) -> String {
        switch state {
        case .asked: "waiting"
        case .made: "made"
        case .refused: "refused"
        }
    }
    func vouched(_ name: String) -> String { "papers seen by \(name)" }
    let queue = "Requests to correct"
    func queueCount(_ count: Int) -> String { "\(count) " + english(count, one: "request to correct data", other: "requests to correct data") }
    let queueEmpty = "No requests"
    let queueEmptyHint = "When somebody asks for a correction it will stand here."
    func askedBy(_ name: String, _ when: String) -> String { "asked by \(name), \(when)" }
    let make = "Make it"
    let refuse = "Refuse"
    let vouch = "Papers seen, hand on to the administrator"
    let reason = "Why"
    let today = "Requests"
    func noteLong(_ longest: Int) -> String { "At most \(longest) characters." }
    let tooManyRequests = "Wait for an answer to the earlier requests first."
    let answeredAlready = "This request has been answered already."
    let ownRequest = "Another administrator answers your own request."
    let sayWhy = "Say why: the person will see it."
    let chooseValue = "Write how it should be; a date as 2015-09-01."
}

import Kernel

struct StockEnglish: StockText {
    let stock = "Ready materials"
    let hint = "Texts for classes from the education department: send them as they are or change them."
    let keeperHint = "Class teachers see it while it is in force. How many schools and chats have used it stands here, without names."
    let none = "No materials yet"
    let title = "Title"
    let words = "Text"
    let from = "In force from"
    let until = "Until"
    let audience = "For whom"
    func audience(_ audience: StockPost.Audience) -> String {
        switch audience {
        case .class: "pupils"
        case .family: "parents"
        case .both: "pupils and parents"
        }
    }
    let add = "Add"
    let end = "Offer no longer"
    func used(_ schools: Int, _ chats: Int) -> String {
        "used by \(schools) " + english(schools, one: "school", other: "schools") + ", \(chats) " + english(chats, one: "chat", other: "chats")
    }
    func validUntil(_ day: String) -> String { "until \(day)" }
    let sendTo = "To which chat"
    let send = "Send"
    let weekly = "No informational post yet this week"
    let weeklyHint = "One a week, in any chat of the class. The ready materials may help."
    let back = "Back"
    let stockTitle = "The title must have 1 to 160 characters."
    let stockUntil = "The last day is before the first."
    let notForThisChat = "This material is not for this chat."
}

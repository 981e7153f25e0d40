struct SearchEnglish: SearchText {
    let title = "Search messages"
    func within(_ chat: String) -> String { "Search in “\(chat)”" }
    let find = "Find"
    let narrow = "Narrow down"
    let chat = "Chat"
    let everywhere = "All my chats"
    let from = "From day"
    let until = "To day"
    let hint = "Any form of a word will do: “lessons” also finds “lesson”."
    let nothing = "Nothing was found"
    let nothingHint = "Try another word, or fewer. Only messages you can see are searched."
    func only(_ author: String) -> String { "Only \(author)" }
    let byAnyone = "By anyone"
    let more = "Show earlier ones"
}

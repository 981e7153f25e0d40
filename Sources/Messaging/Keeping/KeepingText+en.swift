struct KeepingEnglish: KeepingText {
    let retention = "How long messages are kept"
    let retentionHint =
        "After the term the words are gone for ever: from the chats, the search and the history of corrections. The message’s place stays, empty."
    func kind(_ kind: Chat.Kind) -> String {
        switch kind {
        case .class: "Chats of classes"
        case .family: "Chats of families"
        case .staff: "Staff room"
        case .school: "School channel"
        case .course: "Chats of courses"
        case .group: "Groups"
        case .direct: "Between two people"
        case .network: "Network communities"
        }
    }
    func days(_ days: Int) -> String {
        switch days {
        case 0: "for ever"
        case ..<365: "\(days) days"
        case 365: "1 year"
        default: "\(days / 365) years"
        }
    }
    let save = "Save"
    let unknownRetention = "Choose a term from the list."
    let exportChat = "Download the conversation as a file"
    let exportOwn = "Download my messages as a file"
    let ownMessages = "My messages"
    func takenOn(_ day: String) -> String { "Taken on \(day)" }
    let onlyManagersExport = "A chat is exported by its managers. Everyone can export their own messages."
    let tooMany = "There are too many messages for one file."
    let gone = "deleted"
    let noFiles = "There are no files."
}

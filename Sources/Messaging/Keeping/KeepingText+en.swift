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
    let exportChat = "Take the conversation out"
    let exportOwn = "Take my messages out"
    let ownMessages = "My messages"
    func takenOn(_ day: String) -> String { "Taken on \(day)" }
    let onlyManagersExport = "A chat is exported by its managers. Everyone can export their own messages."
    let tooMany = "There are too many messages for one file."
    let exports = "Conversations taken out"
    func exportsHint(_ days: Int) -> String {
        "An archive with messages and files is made in the background and kept for \(days) days. You may close the page."
    }
    let noExports = "Nothing has been taken out"
    let beingMade = "being made"
    func readyUntil(_ day: String) -> String { "ready, kept until: \(day)" }
    let notMade = "did not work: the chat is no longer yours to take"
    let download = "Download"
    let lookAgain = "Look again"
    let exportsWait = "Several of your archives are still being made. Wait until one is ready."
    let gone = "deleted"
    let noFiles = "There are no files."
}

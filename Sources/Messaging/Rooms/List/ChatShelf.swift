import Kernel

/// The part of a person's chats that a page shows: a folder, or what a search has found.
struct ChatShelf: Hashable, Sendable {
    enum Folder: String, Hashable, Sendable, CaseIterable {
        case all, classes, families, staff, groups, direct

        func holds(_ chat: Chat) -> Bool {
            switch self {
            case .all: true
            case .classes: chat.kind == .class || chat.kind == .course
            case .families: chat.kind == .family
            case .staff: chat.kind == .staff
            case .groups: chat.kind == .group || chat.kind == .network || chat.kind == .school
            case .direct: chat.kind == .direct
            }
        }
    }
    let folder: Folder
    let text: String
    init(_ folder: Folder = .all, text: String = "") {
        self.folder = folder
        self.text = text.trimmed
    }

    /// Chats that go on; and those that are over, which stand folded below.
    func sorted(_ lines: [ChatLine], _ text: any MessagingText) -> (open: [ChatLine], archive: [ChatLine]) {
        let key = TextKey.of(self.text)
        let found = lines.filter { folder.holds($0.chat) && (key.isEmpty || TextKey.of($0.chat.title(text)).contains(key)) }
        return (found.filter { !$0.chat.isArchived }, found.filter(\.chat.isArchived))
    }

    /// The folders worth showing: more than one kind of chats.
    static func folders(of lines: [ChatLine]) -> [Folder] {
        let used = Folder.allCases.filter { folder in folder != .all && lines.contains { folder.holds($0.chat) } }
        return used.count > 1 ? [.all] + used : []
    }
}

import Kernel
import Markup
import WebCore

/// What messages ask of one reader, each as the fragment that stands within the message.
struct PartViews {
    let reader: Reader
    let viewer: Viewer

    func all(_ parts: [Int64: ReadersPart], in chat: ID<Chat>) -> [Int64: HTML] {
        Dictionary(uniqueKeysWithValues: parts.map { ($0, part($1, at: $0, in: chat)) })
    }

    func part(_ part: ReadersPart, at seq: Int64, in chat: ID<Chat>) -> HTML {
        switch part {
        case .announcement(let announcement): AnnouncementViews(reader: reader, viewer: viewer).part(announcement)
        case .poll(let poll): PollViews(reader: reader, viewer: viewer).part(poll, at: seq, in: chat)
        }
    }

    /// What can be put into a chat besides a plain message.
    func more(_ chat: Chat, _ ways: [Way]) -> HTML {
        let text = reader.language.noticeboard
        return shell(
            text.more, reader, place: .chats, kind: .deep,
            """
            <header class="head"><a class="tool" href="\(Link.chat(chat.id))" aria-label="\(text.back)">\(Icon.back)</a>\
            <div><h1>\(text.more)</h1><p>\(chat.title(reader.language.messaging))</p></div></header>
            <ul class="lines narrow">\(each: ways, { #"<li><a class="go" href="\#($0.link)"><span class="grow"><b>\#($0.title)</b><small>\#($0.hint)</small></span></a></li>"# })</ul>
            """)
    }

    struct Way {
        let title: String
        let hint: String
        let link: Link
    }
}

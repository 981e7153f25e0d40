import Kernel
import Markup
import WebCore

/// What stands in an exported conversation for whoever opens it without the system: a plain page, piece by piece.
struct ExportViews {
    let reader: Reader
    private var text: any KeepingText { reader.language.keeping }

    func begin(_ title: String) -> HTML {
        """
        <!doctype html><html lang="\(reader.language.rawValue)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\(title)</title></head>
        <body><h1>\(title)</h1><p>\(text.takenOn(reader.today.description))</p>

        """
    }

    /// `showsChat` where the messages of several chats follow one another.
    func line(_ kept: KeptMessage, showsChat: Bool) -> HTML {
        let message = kept.message, day = reader.zone.day(of: message.postedAt), clock = Language.ru.web.time(reader.zone.minute(of: message.postedAt))
        return """
            <p id="m\(message.chat.number)-\(message.seq)"><b>\(message.author.words)</b> <time datetime="\(day.description)T\(clock)">\(day.description) \(clock)</time>\
            \(showsChat ? " · \(kept.chat.title(reader.language.messaging))" as HTML : nil)\(message.wordsOf.map { " · \(reader.language.messaging.passedOn) \($0)" as HTML })<br>\
            \(message.removal == nil ? words(message) : "<i>\(text.gone)</i>" as HTML)</p>

            """
    }

    private func words(_ message: Message) -> HTML {
        "\(each: message.body.split(separator: "\n", omittingEmptySubsequences: false), { "\(String($0))<br>" })"
    }

    var end: HTML { "<p>\(text.noFiles)</p></body></html>\n" }

    func retention(_ days: [Chat.Kind: Int]) -> HTML {
        shell(
            text.retention, reader, place: .chats, kind: .deep,
            """
            \(OrderViews(reader: reader).head(text.retention, back: .chats))<div class="narrow flow"><p class="quiet">\(text.retentionHint)</p>\
            \(each: Chat.Kind.allCases, { form($0, days[$0] ?? 0) })</div>
            """)
    }

    private func form(_ kind: Chat.Kind, _ days: Int) -> HTML {
        """
        <form method="post" action="\(Link.retention)">\(reader.formField)<input type="hidden" name="kind" value="\(kind.rawValue)">\
        <label>\(text.kind(kind))<select name="days">\(each: SetRetention.choices, { choice in
            #"<option value="\#(choice)"\#(choice == days ? " selected" as HTML : nil)>\#(text.days(choice))</option>"#
        })</select></label><button>\(text.save)</button></form>
        """
    }
}

extension Link {
    static let retention: Link = "/chats/retention"
    static let export: Link = "/chats/export"
    static func export(_ chat: ID<Chat>) -> Link { "/chats/\(chat.number)/export" }
}

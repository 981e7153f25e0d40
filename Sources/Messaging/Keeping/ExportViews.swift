import Files
import Kernel
import Markup
import WebCore

/// What stands in an exported conversation for whoever opens it without the system: a plain page, piece by piece.
struct ExportViews {
    let reader: Reader
    private var text: any KeepingText { reader.language.keeping }

    func begin(_ title: String) -> [UInt8] {
        let html: HTML = """
            <!doctype html><html lang="\(reader.language.rawValue)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\(title)</title></head>
            <body><h1>\(title)</h1><p>\(text.takenOn(reader.today.description))</p>

            """
        return html.bytes
    }

    /// `showsChat` where the messages of several chats follow one another.
    func line(_ kept: KeptMessage, _ files: [ExportArchive.TakenFile], showsChat: Bool) -> [UInt8] {
        let message = kept.message, day = reader.zone.day(of: message.postedAt), clock = Language.ru.web.time(reader.zone.minute(of: message.postedAt))
        let html: HTML = """
            <p id="m\(message.chat.number)-\(message.seq)"><b>\(message.author.words)</b> <time datetime="\(day.description)T\(clock)">\(day.description) \(clock)</time>\
            \(showsChat ? " · \(kept.chat.title(reader.language.messaging))" as HTML : nil)\(message.wordsOf.map { " · \(reader.language.messaging.passedOn) \($0)" as HTML })<br>\
            \(message.removal == nil ? words(message) : "<i>\(text.gone)</i>" as HTML)</p>\(files.isEmpty ? nil : "<ul>\(each: files, file)</ul>" as HTML)

            """
        return html.bytes
    }

    private func words(_ message: Message) -> HTML {
        message.body.isEmpty ? "" : "\(each: message.body.split(separator: "\n", omittingEmptySubsequences: false), { "\(String($0))<br>" })"
    }

    /// Beside the page; a picture is shown.
    private func file(_ taken: ExportArchive.TakenFile) -> HTML {
        let parts = taken.within.split(separator: "/", maxSplits: 1).map(String.init), size = reader.language.fileSize(taken.attached.file.size)
        // A path of the archive's own, not of the site: it begins where the page lies.
        let path = "\(parts[0])/\(Link.percentEncoded(parts.last ?? ""))"
        let shown: HTML? =
            taken.attached.file.kind == .photo ? #"<br><img src="\#(path)" alt="\#(taken.attached.file.name)" width="320" loading="lazy">"# : nil
        return #"<li><a href="\#(path)">\#(taken.attached.file.name)</a>, \#(size)\#(shown)</li>"#
    }

    func end(hasFiles: Bool) -> [UInt8] { ("\(hasFiles ? nil : "<p>\(text.noFiles)</p>" as HTML)</body></html>\n" as HTML).bytes }

    // MARK: What was asked for

    func exports(_ list: [ChatExport]) -> HTML {
        let lines = lines(list)
        return shell(
            text.exports, reader, place: .chats, kind: .deep, islands: ["messaging/exports"],
            """
            \(OrderViews(reader: reader).head(text.exports, back: .chats))<div class="narrow flow"><p class="quiet">\(text.exportsHint(ChatExport.days))</p>\
            <form method="post" action="\(Link.export)">\(reader.formField)<button>\(text.exportOwn)</button></form>\
            <div data-island="messaging/exports" data-path="\(Link.exportList)" data-fingerprint="\(lines.fingerprint)">\(lines)</div></div>
            """)
    }

    /// The list alone, for a page that has heard of news.
    func lines(_ list: [ChatExport]) -> HTML {
        guard !list.isEmpty else { return #"<div class="empty"><b>\#(text.noExports)</b></div>"# }
        return #"<ul class="lines">\#(each: list, line)</ul>"#
    }

    private func line(_ export: ChatExport) -> HTML {
        let when = OrderViews(reader: reader).when(export.askedAt), name: HTML = "<b>\(title(export))</b>"
        switch export.state {
        case .waiting:
            return """
                <li><span class="line" data-making><span class="grow">\(name)<small>\(when) · \(text.beingMade)</small></span>\
                <a class="link small" href="\(Link.exports)">\(text.lookAgain)</a></span></li>
                """
        case .failed: return #"<li><span class="line"><span class="grow">\#(name)<small>\#(when) · \#(text.notMade)</small></span></span></li>"#
        case .ready:
            let until = export.until.map { reader.language.web.day(reader.zone.day(of: $0), today: reader.today) } ?? ""
            return """
                <li><span class="line"><span class="grow">\(name)<small>\(when) · \(text.readyUntil(until)) · \(reader.language.fileSize(export.size ?? 0))</small></span>\
                <a class="button" href="\(Link.export(export.id))" download>\(text.download)</a></span></li>
                """
        }
    }

    private func title(_ export: ChatExport) -> String { export.kind.map { OrderViews(reader: reader).title($0, export.title) } ?? text.ownMessages }

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

extension ChatExport {
    var path: String { Link.export(id).text }
}

extension Link {
    static let retention: Link = "/chats/retention"
    static let export: Link = "/chats/export"
    static func export(_ chat: ID<Chat>) -> Link { "/chats/\(chat.number)/export" }
    static let exports: Link = "/chats/exports"
    static let exportList: Link = "/chats/exports/list"
    static func export(_ export: ID<ChatExport>) -> Link { "/chats/exports/\(export.number)" }
    /// One piece of a path outside the site.
    static func percentEncoded(_ piece: String) -> String { String(("/\(piece)" as Link).text.dropFirst()) }
}

import Files
import Kernel
import Markup
import Stems
import WebCore

/// The search among messages. Values to markup, nothing else.
struct SearchViews {
    /// Signs of a message shown before the first word that was looked for, and in all.
    static let lead = 60, longest = 240
    let reader: Reader
    let viewer: Viewer
    private var text: any SearchText { reader.language.search }
    private var messaging: any MessagingText { reader.language.messaging }

    /// `chats` are those one may choose from.
    func page(_ search: Search, _ found: Found, chats: [Chat]) -> HTML {
        let chosen = chats.first { $0.id == search.chat }, title = chosen.map { text.within($0.title(messaging)) } ?? text.title
        return shell(
            title, reader, place: .chats, kind: .deep,
            """
            <header class="head"><a class="tool" href="\(chosen.map { Link.chat($0.id) } ?? Link.chats)" aria-label="\(messaging.back)">\(Icon.back)</a>\
            <div><h1>\(title)</h1></div></header>
            <div class="narrow">\(form(search, chats, title))\(search.stems.isEmpty ? #"<p class="quiet">\#(text.hint)</p>"# as HTML : result(search, found))</div>
            """)
    }

    /// The field alone, for the list of chats.
    func field() -> HTML {
        """
        <form class="find" method="get" action="\(Link.search)" role="search"><label class="away" for="q">\(text.title)</label>\
        <div class="acts find"><input id="q" name="q" type="search" maxlength="200" autocomplete="off" placeholder="\(text.title)"><button>\(text.find)</button></div></form>
        """
    }

    private func form(_ search: Search, _ chats: [Chat], _ title: String) -> HTML {
        let isNarrow = search.from != nil || search.until != nil
        return """
            <form method="get" action="\(Link.search)" role="search"><label class="away" for="q">\(title)</label>\
            <div class="acts find"><input id="q" name="q" type="search" value="\(search.text)" maxlength="200" autocomplete="off"><button class="chief">\(text.find)</button></div>\
            <details class="fold"\(isNarrow ? " open" as HTML : nil)><summary>\(text.narrow)</summary>\
            <label>\(text.chat)<select name="chat"><option value="">\(text.everywhere)</option>\(each: chats, { chat in
                #"<option value="\#(chat.id.number)"\#(chat.id == search.chat ? " selected" as HTML : nil)>\#(chat.title(messaging))</option>"#
            })</select></label>\
            <label>\(text.from)<input type="date" name="from" value="\(search.from?.description ?? "")"></label>\
            <label>\(text.until)<input type="date" name="until" value="\(search.until?.description ?? "")"></label></details></form>
            """
    }

    private func result(_ search: Search, _ found: Found) -> HTML {
        var anyone = search, next = search
        anyone.author = nil
        next.before = found.list.last?.place
        return """
            \(search.author == nil ? nil : #"<p><a class="link" href="\#(Link.search(anyone))">\#(text.byAnyone)</a></p>"# as HTML)\
            \(found.list.isEmpty ? #"<div class="empty"><b>\#(text.nothing)</b>\#(text.nothingHint)</div>"# as HTML : lines(search, found.list))\
            \(found.hasMore ? #"<p class="pages"><a class="button" href="\#(Link.search(next))">\#(text.more)</a></p>"# as HTML : nil)
            """
    }

    private func lines(_ search: Search, _ found: [FoundMessage]) -> HTML {
        """
        <ul class="lines found">\(each: found, { hit in
            let author = hit.message.author
            var only = search
            (only.author, only.before) = (author.id, nil)
            return """
                <li><a href="\(Link.chat(hit.chat.id, at: hit.message.seq))"><span class="grow"><small>\(hit.chat.title(messaging)) · \(author.words)</small>\
                <span>\(marked(words(hit.message, search), search))</span></span><span class="end small">\
                \(reader.language.web.day(reader.zone.day(of: hit.message.postedAt), today: reader.today))</span></a>\
                \(search.author == nil ? #"<a class="link small" href="\#(Link.search(only))">\#(text.only(author.words))</a>"# as HTML : nil)</li>

                """
        })</ul>
        """
    }

    /// What it says, and its files' names where one of those was looked for or it says nothing.
    private func words(_ message: Message, _ search: Search) -> String {
        let names = message.files.map(\.file.name), meant = names.filter { Stems.words(of: $0.replacing(/[._-]/, with: " ")).contains(where: search.means) }
        return ([message.body].filter { !$0.isEmpty } + (message.body.isEmpty ? names : meant)).joined(separator: " · ")
    }

    /// The part of a message in which the first word stands, with all of them marked.
    private func marked(_ body: String, _ search: Search) -> HTML {
        let words = Stems.words(of: body).filter(search.means)
        let start = words.first.map { body.index($0.range.lowerBound, offsetBy: -Self.lead, limitedBy: body.startIndex) ?? body.startIndex } ?? body.startIndex
        let end = body.index(start, offsetBy: Self.longest, limitedBy: body.endIndex) ?? body.endIndex
        var place = start, html: HTML = start > body.startIndex ? "…" : ""
        for word in words where word.range.upperBound <= end && word.range.lowerBound >= place {
            html = "\(html)\(line(body[place..<word.range.lowerBound]))<mark>\(String(body[word.range]))</mark>"
            place = word.range.upperBound
        }
        return "\(html)\(line(body[place..<end]))\(end < body.endIndex ? "…" as HTML : nil)"
    }

    private func line(_ text: Substring) -> String { String(text.replacing("\n", with: " ")) }
}

import Kernel
import Markup
import WebCore

/// The log of who did what. Values to markup, nothing else.
struct LogViews {
    let reader: Reader
    private var text: any LogText { reader.language.log }
    private var web: any WebText { reader.language.web }

    func page(_ page: LogPage, _ query: LogQuery, kinds: [String], of person: PersonName?) -> HTML {
        shell(
            text.title, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(web.more)">\(Icon.back)</a><div><h1>\(text.title)</h1><p>\(text.hint)</p></div></header>
            <div class="narrow flow">\(filters(query, kinds, person))\
            \(page.lines.isEmpty ? #"<div class="empty"><b>\#(text.empty)</b>\#(text.emptyHint)</div>"# as HTML : days(page))\(older(page, query))</div>
            """)
    }

    private func filters(_ query: LogQuery, _ kinds: [String], _ person: PersonName?) -> HTML {
        let chosen = kinds.map { (code: $0, name: text.kind($0)) }.sorted { $0.name < $1.name }
        return """
            <form method="get" action="/log" class="flow">\(query.person.map { #"<input type="hidden" name="person" value="\#($0.number)">"# as HTML })
            <div class="tools"><div><label for="kind">\(text.kindLabel)</label><select id="kind" name="kind"><option value="">\(text.anyKind)</option>\
            \(each: chosen, { #"<option value="\#($0.code)"\#($0.code == query.kind ? " selected" as HTML : nil)>\#($0.name)</option>"# })</select></div>
            <div><label for="day">\(text.day)</label><input id="day" name="day" type="date" value="\(query.day?.description ?? "")"></div></div>
            <div class="acts"><button>\(text.show)</button>\(query.isPlain ? nil : #"<a class="button" href="/log">\#(reader.language.people.clear)</a>"# as HTML)</div>
            \(query.person.map { _ in #"<p>\#(text.onlyOf(person?.full ?? text.someone))</p>"# as HTML })</form>
            """
    }

    /// Under a heading for each day.
    private func days(_ page: LogPage) -> HTML {
        let days = page.lines.reduce(into: [(day: Day, lines: [LogLine])]()) { days, line in
            let day = reader.zone.day(of: line.at)
            if days.last?.day == day { days[days.count - 1].lines.append(line) } else { days.append((day, [line])) }
        }
        return """
            \(each: days, { day in
                #"<section class="block"><h2>\#(web.day(day.day, today: reader.today).capitalizedFirst)</h2><ul class="lines">\#(each: day.lines, timed)</ul></section>"#
            })
            """
    }

    private func older(_ page: LogPage, _ query: LogQuery) -> HTML? {
        guard page.hasMore, let last = page.lines.last else { return nil }
        return #"<nav class="pages"><span></span><a class="button" href="\#(Link.log(query, before: last.number))">\#(text.older)</a></nav>"#
    }

    private func timed(_ line: LogLine) -> HTML { self.line(line, web.time(reader.zone.minute(of: line.at))) }
    /// On a card there are no headings of days.
    func line(_ line: LogLine) -> HTML {
        self.line(line, "\(web.day(reader.zone.day(of: line.at), today: reader.today)), \(web.time(reader.zone.minute(of: line.at)))")
    }

    private func line(_ line: LogLine, _ time: String) -> HTML {
        let by = line.byID == nil ? text.byNobody : line.by?.short ?? text.someone
        let about: HTML = "\(each: line.about.enumerated().map { $0 }, { piece in "\(piece.offset > 0 ? ", " : "")\(value(piece.element))" as HTML })"
        return """
            <li><span class="line"><span class="grow"><b>\(text.kind(line.kind))\(change(line))</b><small>\(about) · \(by) · <time>\(time)</time></small></span></span></li>

            """
    }

    /// «: учитель», «: 7А → 7Б», «, было: учитель»
    private func change(_ line: LogLine) -> HTML? {
        switch (line.was, line.became) {
        case (nil, nil): nil
        case (nil, let became?): ": \(value(became))"
        case (let was?, nil): ", \(text.removed(words(was)))"
        case (let was?, let became?): ": \(value(was)) → \(value(became))"
        }
    }

    private func value(_ value: LogLine.Value) -> HTML {
        if case .person(let id, let name?) = value { return #"<a href="\#(Link.person(id))">\#(name.short)</a>"# }
        return "\(words(value))"
    }

    func words(_ value: LogLine.Value) -> String {
        switch value {
        case .person(_, let name): return name?.short ?? text.someone
        case .schoolClass(let name): return name
        case .role(let role): return web.role(role)
        case .text(let text): return plain(text)
        }
    }

    /// Codes become words, one by one where several stand together: «photos consent:42». What people wrote is left as it is.
    private func plain(_ text: String) -> String {
        let whole = self.text.value(text)
        guard whole == text else { return whole }
        let pieces = text.split { $0 == " " || $0 == "/" }.map(String.init)
        let said = pieces.compactMap(code)
        return !said.isEmpty && said.count == pieces.count ? said.joined(separator: ", ") : text
    }

    /// `nil` for what is no code.
    private func code(_ piece: String) -> String? {
        if let role = Role(rawValue: piece) { return web.role(role) }
        if let day = Day(piece) { return web.day(day, today: reader.today) }
        let parts = piece.split(separator: ":", maxSplits: 1).map(String.init)
        if parts.count == 2, Int64(parts[1]) != nil { return text.thing(parts[0], parts[1]) }
        let word = text.value(piece)
        return word == piece ? nil : word
    }
}

import Kernel
import Markup
import WebCore

/// The act of destruction with the extract of the log, for A4 (order of Roskomnadzor 179, points 2–5): values to markup, nothing else.
struct ActViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any ConsentsText { reader.language.consents }

    func page(_ act: Act) -> HTML {
        shell(
            text.act, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/consents/refusals" aria-label="\(text.refusals)">\(Icon.back)</a><div><h1>\(text.act)</h1>\
            <p>\(text.actNumber(act.number, text.longDate(act.madeOn)))</p></div></header>
            <div class="paper narrow flow"><dl>\(row(text.actOperator, viewer.hat.school.name))\(row(text.actSubject, text.actPerson(act.alias, act.className, act.person.number)))\
            \(row(text.actGrounds, text.grounds(act.purpose, act.word, text.longDate(act.demandedOn))))\(row(text.actSystem, reader.language.web.product))\
            \(row(text.actWay, text.actWayWords))\(row(text.actBackups, text.actBackupsUntil(text.longDate(act.backupsUntil))))\(row(text.confirmedBy, act.confirmedBy.full))</dl>
            \(each: people(act), { part($0, act) })\(log(act))
            <div class="sign"><span class="line">\(text.confirmedBy):</span><span class="line">\(text.signature):</span>\
            <span class="line">\(text.commission):</span><span class="line">\(text.signature):</span><span class="line"></span><span class="line">\(text.signature):</span></div>
            <p class="printed">\(text.printedBy(viewer.name.short, text.longDate(reader.today)))</p></div>
            """)
    }

    private func row(_ name: String, _ value: String) -> HTML { "<dt class=\"quiet\">\(name)</dt><dd>\(value)</dd>" }

    private func people(_ act: Act) -> [ID<Person>] {
        act.lines.reduce(into: []) { people, line in if people.last != line.person { people.append(line.person) } }
    }

    private func part(_ person: ID<Person>, _ act: Act) -> HTML {
        let name = person == act.person ? text.actPerson(act.alias, act.className, person.number) : text.actGuardian(person.number)
        return """
            <section><h2>\(text.actCategories)</h2><p>\(name)</p><table><thead><tr><th scope="col">\(text.actCategories)</th><th scope="col">\(text.entries)</th></tr></thead>
            <tbody>\(each: act.lines.filter { $0.person == person }, { "<tr><td>\(text.kind($0.kind))</td><td>\($0.count)</td></tr>" })</tbody></table></section>
            """
    }

    /// What order 179 asks of the extract: subject, categories, system, reason, date.
    private func log(_ act: Act) -> HTML {
        let time = text.longDate(act.madeOn) + ", " + reader.language.web.time(reader.zone.minute(of: act.madeAt))
        return """
            <section><h2>\(text.actLog)</h2><table><tbody>\(each: act.lines, { line in
                "<tr><td>\(time)</td><td>№ \(line.person.number)</td><td>\(text.kind(line.kind))</td><td>\(line.count)</td></tr>"
            })</tbody></table></section>
            """
    }
}

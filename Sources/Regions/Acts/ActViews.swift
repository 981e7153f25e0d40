import Kernel
import Markup
import WebCore

/// The school's documents: the list, one of them, its form, who has read it.
struct ActViews {
    let reader: Reader
    private var text: any RegionsText { reader.language.regions }
    private var web: any WebText { reader.language.web }

    private func head(_ title: String, _ under: String, back: Link) -> HTML {
        #"<header class="head"><a class="tool" href="\#(back)" aria-label="\#(text.back)">\#(Icon.back)</a><div><h1>\#(title)</h1><p>\#(under)</p></div></header>"#
    }

    func list(_ acts: [LocalAct], _ viewer: Viewer, ended: Bool) -> HTML {
        let add: HTML? = RegionsAccess.mayPublish(viewer) ? #"<div class="acts"><a class="button chief" href="/acts/new">\#(text.publish)</a></div>"# : nil
        return shell(
            text.acts, reader, place: .more,
            """
            \(head(text.acts, viewer.hat.school.name, back: "/more"))<div class="narrow flow">\(add)<nav class="switch" aria-label="\(text.filter)"><a href="/acts"\(ended ? nil : #" aria-current="page""# as HTML)>\(text.valid)</a><a href="/acts?ended=1"\(ended ? #" aria-current="page""# as HTML : nil)>\(text.ended)</a></nav>
            \(acts.isEmpty ? #"<div class="empty"><b>\#(text.noActs)</b></div>"# as HTML : #"<ul class="lines">\#(each: acts, { line($0, viewer) })</ul>"#)</div>
            """)
    }

    private func line(_ act: LocalAct, _ viewer: Viewer) -> HTML {
        let from = act.isDepartments && act.school != viewer.school ? act.schoolName + " · " : ""
        return """
            <li><a href="\("/acts/\(act.id.number)" as Link)"><span class="grow"><b>\(act.contents.title)</b><small>\(from)\(title(act))</small><small>\(state(act, viewer))</small></span>\(isWaiting(act, viewer) ? Icon.Small.alert : nil)<span class="go"></span></a></li>
            """
    }

    private func title(_ act: LocalAct) -> String {
        text.actWords(act.contents.kind, act.contents.number, text.dated(act.contents.day, web))
    }

    private func isWaiting(_ act: LocalAct, _ viewer: Viewer) -> Bool {
        guard act.endedAt == nil else { return false }
        return act.school == viewer.school ? act.contents.asked.asks(viewer.side) && act.readAt == nil : RegionsAccess.isHead(viewer) && act.acceptedAt == nil
    }

    private func state(_ act: LocalAct, _ viewer: Viewer) -> String {
        if let ended = act.endedAt { return text.endedOn(dated(ended)) }
        if let read = act.readAt { return text.readOn(dated(read)) }
        if let accepted = act.acceptedAt { return text.acceptedOn(dated(accepted)) }
        return isWaiting(act, viewer) ? (act.school == viewer.school ? text.toRead : text.toAccept) : text.publishedOn(dated(act.publishedAt))
    }

    private func dated(_ moment: Moment) -> String { text.dated(reader.zone.day(of: moment), web) }

    // MARK: One act

    func page(_ act: LocalAct, _ viewer: Viewer, controls: Bool = true, typed: [String: String] = [:], flaws: Flaws = Flaws()) -> HTML {
        shell(
            act.contents.title, reader, place: .more, kind: .deep,
            """
            \(head(act.contents.title, title(act), back: "/acts"))<div class="narrow flow"><p class="quiet">\(act.schoolName) · \(state(act, viewer))</p>
            \(act.replaces.map { #"<p class="small"><a href="\#("/acts/\($0.number)" as Link)">\#(text.replacesOlder)</a></p>"# as HTML })
            \(act.scan.map { _ in #"<p><a class="button" href="\#("/acts/\(act.id.number)/scan" as Link)">\#(text.openScan)</a></p>"# as HTML })\(paragraphs(act.contents.body))
            \(ask(act, viewer, typed, flaws))\(controls ? rule(act, viewer) : nil)</div>
            """)
    }

    private func paragraphs(_ body: String) -> HTML {
        "\(each: body.split(separator: "\n").map(String.init), { "<p>\($0)</p>" })"
    }

    /// What is asked of the reader.
    private func ask(_ act: LocalAct, _ viewer: Viewer, _ typed: [String: String], _ flaws: Flaws) -> HTML? {
        guard isWaiting(act, viewer) else { return nil }
        guard act.school != viewer.school else {
            return
                #"<form method="post" action="\#("/acts/\(act.id.number)/read" as Link)">\#(reader.formField)<div class="acts"><button class="chief">\#(text.haveRead)</button></div></form>"#
        }
        let fields = FieldViews(reader: reader, typed: typed.isEmpty ? ["day": reader.today.description, "asks-staff": "1"] : typed, flaws: flaws)
        return """
            <form class="flow" method="post" action="\("/acts/\(act.id.number)/accept" as Link)">\(reader.formField)\(act.contents.isTemplate ? adoption(fields) : nil)
            <div class="acts"><button class="chief">\(act.contents.isTemplate ? text.adopt : text.accept)</button></div></form>
            """
    }

    private func adoption(_ fields: FieldViews) -> HTML {
        #"<p>\#(text.adoptHint)</p>\#(fields.input("number", text.ownNumber, most: 60))\#(fields.input("day", text.ownDay, .date))\#(whom(fields))"#
    }

    private func whom(_ fields: FieldViews) -> HTML {
        """
        <fieldset><legend>\(text.whoReads)</legend>\(fields.check("asks-staff", text.part(.staff)))\(fields.check("asks-family", text.part(.family)))\(fields.check("asks-pupil", text.part(.pupil)))</fieldset>
        """
    }

    /// For who has published it.
    private func rule(_ act: LocalAct, _ viewer: Viewer) -> HTML? {
        guard act.school == viewer.school, viewer.side == .staff else { return nil }
        let readers: HTML =
            #"<a class="button" href="\#("/acts/\(act.id.number)/readers" as Link)">\#(act.isDepartments ? text.whoAccepted : text.whoHasRead)</a>"#
        guard RegionsAccess.mayPublish(viewer), act.endedAt == nil else { return #"<div class="acts">\#(readers)</div>"# }
        return """
            <div class="acts">\(readers)<a class="button" href="\("/acts/\(act.id.number)/replace" as Link)">\(text.newVersion)</a></div>
            <form method="post" action="\("/acts/\(act.id.number)/end" as Link)">\(reader.formField)<button class="danger">\(text.cancelAct)</button><p class="hint">\(text.cancelHint)</p></form>
            """
    }

    // MARK: Publishing

    static func typed(_ act: LocalAct, today: Day) -> [String: String] {
        let c = act.contents
        return [
            "kind": c.kind.rawValue, "title": c.title, "day": today.description, "body": c.body, "asks-staff": c.asked.staff ? "1" : "",
            "asks-family": c.asked.family ? "1" : "", "asks-pupil": c.asked.pupil ? "1" : "", "isTemplate": c.isTemplate ? "1" : "",
        ]
    }

    func form(_ old: LocalAct?, isDepartment: Bool, typed: [String: String], flaws: Flaws = Flaws()) -> HTML {
        let fields = FieldViews(reader: reader, typed: typed, flaws: flaws), heading = old == nil ? text.publish : text.newVersion
        let action: Link = old.map { "/acts/\($0.id.number)/replace" } ?? "/acts"
        return shell(
            heading, reader, place: .more,
            """
            \(head(heading, old?.contents.title ?? "", back: "/acts"))<form class="narrow flow" method="post" action="\(action)" enctype="multipart/form-data">\(reader.formField)\(old == nil ? nil : "<p>\(text.newVersionHint)</p>" as HTML)
            \(fields.summary([]))\(fields.select("kind", text.actKind, text.actKinds))\(fields.input("title", text.actTitle, most: 300))\(fields.input("number", text.actNumber, most: 60))
            \(fields.input("day", text.actDay, .date))\(fields.area("body", text.actBody, rows: 8, isRequired: false, hint: text.actBodyHint))\(fields.scan("scan", text.scan, isRequired: false, hint: text.scanHint))
            \(isDepartment ? #"<div>\#(fields.check("isTemplate", text.isTemplate))<p class="hint">\#(text.isTemplateHint)</p></div>"# as HTML : whom(fields))<div class="acts"><button class="chief">\(text.publishNow)</button></div></form>
            """)
    }

    // MARK: Who has read it

    func readers(_ act: LocalAct, _ lines: [ReadersLine], missing: [MissingReader]?) -> HTML {
        shell(
            text.whoHasRead, reader, place: .more,
            """
            \(head(text.whoHasRead, act.contents.title, back: "/acts/\(act.id.number)"))<div class="spread"><ul class="lines">\(each: lines, { part($0, act) })</ul>
            <div class="aside flow">\(missing.map(names))</div></div>
            """)
    }

    private func part(_ line: ReadersLine, _ act: LocalAct) -> HTML {
        let schoolClass = line.schoolClass.map { "\($0)" } ?? ""
        return """
            <li><a href="\(Link.readers(of: act.id.number, part: line.group.rawValue, schoolClass: schoolClass))"><span class="grow"><b>\(line.className.map { $0 + ", " } ?? "")\(text.part(line.group))</b><small>\(text.readBy(line.read, of: line.people))</small></span><span class="go"></span></a></li>
            """
    }

    private func names(_ missing: [MissingReader]) -> HTML {
        let heading = missing.first.map { ($0.className.map { $0 + ", " } ?? "") + text.part($0.group) }
        return """
            <section class="block"><h2>\(text.notRead)\(heading.map { "<small> · \($0)</small>" as HTML })</h2>\(missing.isEmpty ? #"<p class="quiet">\#(text.allHaveRead)</p>"# as HTML : #"<ul class="lines">\#(each: missing, { #"<li><span class="line">\#($0.name.full)</span></li>"# })</ul>"#)</section>
            """
    }

    func receipts(_ act: LocalAct, _ receipts: [Receipt]) -> HTML {
        shell(
            text.whoAccepted, reader, place: .more,
            """
            \(head(text.whoAccepted, act.contents.title, back: "/acts/\(act.id.number)"))<ul class="lines narrow">\(each: receipts, { receipt in #"<li><span class="line"><span class="grow"><b>\#(receipt.name)</b><small>\#(receipt.acceptedAt.map { text.acceptedOn(dated($0)) } ?? text.notAccepted)</small></span></span></li>"# })</ul>
            """)
    }

    // MARK: «Сегодня»

    func today(waiting: Int) -> HTML {
        """
        <section class="block"><h2>\(text.acts)</h2><ul class="lines"><li><a href="/acts"><span class="num">\(waiting)</span><span class="grow">\(text.actsToRead(waiting))</span><span class="go"></span></a></li></ul></section>
        """
    }
}

extension LocalAct.Asked {
    func asks(_ side: Side) -> Bool {
        switch side {
        case .staff: staff
        case .family: family
        case .pupil: pupil
        }
    }
}

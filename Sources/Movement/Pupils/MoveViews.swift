import Accounts
import Kernel
import Markup
import School
import WebCore

/// The forms by which pupils are moved, and what they would do: values to markup, nothing else.
struct MoveViews {
    let reader: Reader
    private var text: any MovementText { reader.language.movement }

    /// The pupils of a class, chosen by boxes; one form for one as for many.
    func page(_ sheet: MoveSheet, _ filled: Filled, _ plan: MovePlan?) -> HTML {
        shell(
            text.moveTitle(sheet.origin.name), reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.classCard(sheet.origin.id))" aria-label="\(sheet.origin.name)">\(Icon.back)</a><div><h1>\(text.moveTitle(sheet.origin.name))</h1></div></header>
            \(plan.map { preview($0, to: .moving(sheet.origin.id), sheet.classes) } ?? choosing(sheet, filled))
            """)
    }

    private func choosing(_ sheet: MoveSheet, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "move")
        return """
            <form class="spread" method="post" action="\(Link.moving(sheet.origin.id))">\(reader.formField)<div class="flow">\(fields.trouble)\(nobody(fields))
            <fieldset><legend>\(text.whom)</legend><ul class="lines">\(each: sheet.pupils, box)</ul></fieldset></div>
            <div class="aside flow">\(fields.choice("act", text.whatToDo, [("transfer", text.transferTo), ("expel", text.expel)]))\
            \(target(fields, sheet.classes.filter { $0.schoolClass.id != sheet.origin.id }, hint: text.targetHint))\(order(fields))
            <div class="acts"><button class="chief">\(text.showWhatHappens)</button></div></div></form>
            """
    }

    private func nobody(_ fields: Fields) -> HTML? {
        guard case .invalid("pupil", let reason)? = fields.filled.denial else { return nil }
        return #"<div class="errors" role="alert"><p>\#(reason.words(reader.language))</p></div>"#
    }

    private func box(_ pupil: Pupil) -> HTML {
        #"<li><label class="check line"><input type="checkbox" name="pupil[]" value="\#(pupil.id.number)"><span class="grow">\#(pupil.name.full)</span></label></li>"#
    }

    private func target(_ fields: Fields, _ classes: [(schoolClass: SchoolClass, year: String)], hint: String? = nil) -> HTML {
        fields.choice(
            "class", text.intoClass, [("", text.choose)] + classes.map { ("\($0.schoolClass.id.number)", "\($0.schoolClass.name), \($0.year)") }, hint: hint)
    }

    private func order(_ fields: Fields) -> HTML {
        """
        \(fields.day("day", text.sinceDay, reader.today, hint: text.sinceDayHint))\(fields.text("order", text.orderNumber, most: 40))\(fields.day("orderDate", text.orderDate, reader.today))\
        \(fields.text("place", text.place, hint: text.placeHint, isNeeded: false, most: 200))
        """
    }

    // MARK: What would be done

    private func preview(_ plan: MovePlan, to action: Link, _ classes: [(schoolClass: SchoolClass, year: String)]) -> HTML {
        let target = plan.request.act.target.flatMap { id in classes.first { $0.schoolClass.id == id }?.schoolClass.name }
        return """
            <div class="narrow flow"><div class="notice\(plan.isPossible ? nil : " warn" as HTML)" role="status"><b>\(text.willHappen(plan.request.act, plan.lines.count, target ?? ""))</b>
            <p>\(text.fromDayByOrder(text.shortDate(plan.request.day), plan.request.order.number, text.shortDate(plan.request.order.date)))</p>
            \(plan.request.act == .expel ? "<p>\(text.expelMeans)</p>" as HTML : nil)\(plan.request.day > reader.today ? "<p>\(text.willWait(text.shortDate(plan.request.day)))</p>" as HTML : nil)</div>
            <ul class="lines">\(each: plan.lines, { line($0, target) })</ul>
            <form class="acts" method="post" action="\(action)">\(reader.formField)\(again(plan.request))<input type="hidden" name="step" value="do">
            \(plan.isPossible ? #"<button class="chief">\#(plan.request.day > reader.today ? text.plan : text.act(plan.request.act))</button>"# as HTML : nil)<a class="button" href="\(action)">\(text.back)</a></form></div>
            """
    }

    private func line(_ line: MovementPreview, _ target: String?) -> HTML {
        let guardians = line.guardians.map(\.short).joined(separator: ", ")
        return """
            <li><span class="line"><span class="grow"><b>\(line.pupil.name.full)</b><small>\([line.from, target].compactMap { $0 }.joined(separator: " → "))</small>\
            \(guardians.isEmpty ? nil : "<small>\(text.guardiansLose(guardians))</small>" as HTML)\
            \(line.refusal.map { #"<span class="why">\#($0.words(reader.language))</span>"# as HTML })</span></span></li>

            """
    }

    private func again(_ request: MoveRequest) -> HTML {
        let fields: [(StaticString, String)] = [
            ("act", request.act.word), ("class", request.act.target.map { "\($0.number)" } ?? ""), ("day", request.day.description),
            ("order", request.order.number), ("orderDate", request.order.date.description), ("place", request.place),
        ]
        return """
            \(each: fields, { #"<input type="hidden" name="\#($0.0.description)" value="\#($0.1)">"# })\
            \(each: request.pupils, { #"<input type="hidden" name="pupil[]" value="\#($0.number)">"# })
            """
    }

    // MARK: Pupils without a class

    func unplaced(_ sheet: PlaceSheet, _ filled: Filled, _ plan: MovePlan?) -> HTML {
        shell(
            text.unplaced, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.book)" aria-label="\(text.book)">\(Icon.back)</a><div><h1>\(text.unplaced)</h1></div></header>
            \(plan.map { preview($0, to: .unplaced, sheet.classes) } ?? placing(sheet, filled))
            """)
    }

    private func placing(_ sheet: PlaceSheet, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "move"), search = Fields(reader, .nothing, "search")
        return """
            <form class="narrow flow" method="get" action="\(Link.unplaced)"><div>\(search.text("name", text.nameBegins, sheet.name, isNeeded: false))</div><div class="acts"><button>\(text.find)</button></div></form>
            <form class="spread" method="post" action="\(Link.unplaced)">\(reader.formField)<input type="hidden" name="act" value="enrol"><div class="flow">\(fields.trouble)\(nobody(fields))
            \(group(text.waiting, sheet.waiting, text.nobodyWaits))\(group(text.gone, sheet.gone, text.nobodyGone))</div>
            <div class="aside flow">\(target(fields, sheet.classes))\(order(fields))<div class="acts"><button class="chief">\(text.showWhatHappens)</button></div></div></form>
            """
    }

    private func group(_ title: String, _ pupils: [Pupil], _ nobody: String) -> HTML {
        """
        <fieldset class="block"><legend>\(title)</legend>\(pupils.isEmpty ? #"<p class="quiet">\#(nobody)</p>"# as HTML : nil)<ul class="lines">\(each: pupils, box)</ul></fieldset>
        """
    }

    // MARK: A new pupil

    func newPupil(_ classes: [(schoolClass: SchoolClass, year: String)], _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "new")
        return shell(
            text.newPupil, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.book)" aria-label="\(text.book)">\(Icon.back)</a><div><h1>\(text.newPupil)</h1></div></header>
            <form class="narrow flow" method="post" action="\(Link.newPupil)">\(reader.formField)\(fields.trouble)
            \(fields.text("family", text.family, most: 60))\(fields.text("given", text.given, most: 60))\(fields.text("patronymic", text.patronymic, isNeeded: false, most: 60))\
            \(fields.day("bornOn", text.bornOn, nil))\(fields.choice("sex", text.sex, [("", text.notSaid), (Sex.female.rawValue, text.girl), (Sex.male.rawValue, text.boy)]))\
            \(target(fields, classes))\(order(fields))<div class="acts"><button class="chief">\(text.enrol)</button></div></form>
            """)
    }
}

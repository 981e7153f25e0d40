import Kernel
import Markup
import School
import WebCore

/// The yearly promotion: what is proposed, what it would do, what was done: values to markup, nothing else.
struct PromotionViews {
    let reader: Reader
    private var text: any MovementText { reader.language.movement }

    func page(_ sheet: PromotionSheet?, _ filled: Filled) -> HTML {
        frame(
            sheet.map { sheet in
                "\(sheet.to.map { form(sheet, $0, filled) } ?? opening(sheet, filled))\(sheet.done.isEmpty ? nil : done(sheet.done, filled))"
            } ?? #"<div class="empty"><b>\#(text.noYear)</b></div>"#)
    }

    private func frame(_ content: HTML) -> HTML {
        shell(
            text.promotion, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/school" aria-label="\(text.toSchool)">\(Icon.back)</a><div><h1>\(text.promotion)</h1></div></header>
            <div class="narrow flow">\(content)</div>
            """)
    }

    /// Before there is a year to go into.
    private func opening(_ sheet: PromotionSheet, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "year"), from = sheet.from
        return """
            <p>\(text.openYearFirst(from.name))</p><form class="flow" method="post" action="/movement/promotion/year">\(reader.formField)\(fields.trouble)
            \(fields.text("name", text.yearName, text.yearAfter(from.ends.year)))\(fields.day("starts", text.from, from.starts.nextYear))\(fields.day("ends", text.until, from.ends.nextYear))
            <p class="hint">\(text.termsCopied)</p><div class="acts"><button class="chief">\(text.openYear)</button></div></form>
            """
    }

    // MARK: What is proposed

    private func form(_ sheet: PromotionSheet, _ to: AcademicYear, _ filled: Filled) -> HTML {
        guard !sheet.lines.isEmpty else { return #"<div class="empty"><b>\#(text.nobodyToPromote(sheet.from.name))</b></div>"# }
        let fields = Fields(reader, filled, "promotion")
        return """
            <p>\(text.promotionMeans(sheet.from.name, to.name, text.shortDate(to.starts)))</p>
            <form class="flow" method="post" action="\(Link.promotion)">\(reader.formField)<input type="hidden" name="from" value="\(sheet.from.id.number)">\(fields.trouble)
            \(each: sheet.lines, { line($0, fields) })
            \(fields.text("first", text.firstClasses, sheet.first.joined(separator: ", "), hint: text.firstClassesHint, isNeeded: false, most: 1000))
            \(fields.text("order", text.orderNumber, most: 40))\(fields.day("orderDate", text.orderDate, reader.today))
            <div class="acts"><button class="chief">\(text.showWhatHappens)</button></div></form>
            """
    }

    private func line(_ line: PromotionLine, _ fields: Fields) -> HTML {
        let key = "\(line.schoolClass.id.number)", proposal = line.proposal, leaders = line.leaders.map(\.short).joined(separator: ", ")
        return """
            <fieldset class="block"><legend>\(line.schoolClass.name), \(text.pupils(line.pupils.count))</legend><div class="tools">
            \(fields.choice("act-" + key, text.whatToDo, PromotionChoice.Act.allCases.map { ($0.rawValue, text.act($0)) }, chosen: proposal.act.rawValue))\
            \(fields.text("name-" + key, text.newName, proposal.name, isNeeded: false))</div>
            <div class="acts">\(leaders.isEmpty ? nil : box("leader-" + key, text.leaderGoesOn(leaders), proposal.keepsLeader, fields))\
            \(line.groups == 0 ? nil : box("groups-" + key, text.groupsCopied(line.groups), proposal.copiesGroups, fields))\
            \(line.courses == 0 ? nil : box("courses-" + key, text.coursesCopied(line.courses), proposal.copiesCourses, fields))</div>
            <details\(exceptions(line, fields) ? " open" as HTML : nil)><summary>\(text.exceptions)</summary>\(each: line.pupils, { exception($0, fields) })</details></fieldset>

            """
    }

    private func exceptions(_ line: PromotionLine, _ fields: Fields) -> Bool {
        line.pupils.contains { !(fields.filled.typed["pupil-\($0.id.number)"] ?? "").isEmpty }
    }

    private func box(_ name: String, _ label: String, _ isProposed: Bool, _ fields: Fields) -> HTML {
        let isChecked = fields.filled.typed.isEmpty ? isProposed : fields.filled.typed[name] != nil
        return #"<label class="check"><input type="checkbox" name="\#(name)" value="1"\#(isChecked ? " checked" as HTML : nil)>\#(label)</label>"#
    }

    private func exception(_ pupil: Pupil, _ fields: Fields) -> HTML {
        let options = [("", text.asTheClass)] + PromotionChoice.Exception.allCases.map { ($0.rawValue, text.exception($0)) }
        return fields.choice("pupil-\(pupil.id.number)", pupil.name.list, options)
    }

    // MARK: What would be done

    func preview(_ sheet: PromotionSheet, _ to: AcademicYear, _ wanted: PromotionRequest, _ sent: SentForm) -> HTML {
        let fates = zip(sheet.lines, wanted.choices).map { line, choice in (line, choice, Dictionary(grouping: line.pupils) { choice.fate(of: $0.id) }) }
        func count(_ fate: PromotionChoice.Exception) -> Int { fates.reduce(0) { $0 + ($1.2[fate]?.count ?? 0) } }
        return frame(
            """
            <div class="notice" role="status"><b>\(text.promotionSum(count(.carry), count(.graduate), count(.again), count(.leave)))</b>
            <p>\(text.fromDayByOrder(text.shortDate(to.starts), wanted.order.number, text.shortDate(wanted.order.date)))</p></div>
            <ul class="lines">\(each: fates, { becomes($0.0, $0.1, $0.2) })\(each: wanted.first, { #"<li><span class="line"><span class="grow"><b>\#($0)</b><small>\#(text.beginsEmpty)</small></span></span></li>"# })</ul>
            <form class="acts" method="post" action="\(Link.promotion)">\(reader.formField)\(hidden(sent))<button class="chief" name="step" value="do">\(text.promote)</button>\
            <button name="step" value="back">\(text.back)</button></form>
            """)
    }

    private func becomes(_ line: PromotionLine, _ choice: PromotionChoice, _ fates: [PromotionChoice.Exception: [Pupil]]) -> HTML {
        let parts = PromotionChoice.Exception.allCases.compactMap { fate in
            fates[fate].map { pupils in
                text.fate(fate, pupils.count, choice.name, line.schoolClass.name)
                    + (fate == choice.fate(of: ID(0)) ? "" : ": " + pupils.map(\.name.list).joined(separator: ", "))
            }
        }
        return #"<li><span class="line"><span class="grow"><b>\#(line.schoolClass.name)</b>\#(each: parts, { "<small>\($0)</small>" })</span></span></li>"#
    }

    private func hidden(_ sent: SentForm) -> HTML {
        "\(each: sent.typed.filter { !["formToken", "step"].contains($0.key) && !$0.value.isEmpty }.sorted { $0.key < $1.key }, { #"<input type="hidden" name="\#($0.key)" value="\#($0.value)">"# })"
    }

    // MARK: What was done

    private func done(_ done: [Promotion], _ filled: Filled) -> HTML {
        #"<section class="block"><h2>\#(text.promotionsDone)</h2><ul class="lines">\#(each: done, { promotion($0, filled) })</ul></section>"#
    }

    private func promotion(_ promotion: Promotion, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "undo-\(promotion.id.number)"),
            order = text.orderTitle(promotion.order.number, text.shortDate(promotion.order.date))
        return """
            <li>\(fields.trouble)<span class="line"><span class="grow"><b>\(promotion.from) → \(promotion.to)</b><small>\(text.pupils(promotion.pupils)) · \(order)\(promotion.isUndone ? " · \(text.undone)" : "")</small></span>
            \(promotion.isUndone ? nil : #"<form method="post" action="\#(Link.undoing(promotion.id))">\#(reader.formField)<button class="danger">\#(text.undo)</button></form>"# as HTML)</span></li>

            """
    }
}

import Kernel
import Markup
import School
import WebCore

/// The movement book and one line of it: values to markup, nothing else.
struct BookViews {
    let reader: Reader
    /// Whether the reader may change it.
    let moves: Bool
    private var text: any MovementText { reader.language.movement }
    private var web: any WebText { reader.language.web }

    func page(_ sheet: BookSheet) -> HTML {
        shell(
            text.book, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/school" aria-label="\(text.toSchool)">\(Icon.back)</a><div><h1>\(text.book)</h1>
            <p>\(text.period(date(sheet.filter.days.lowerBound), date(sheet.filter.days.upperBound)))</p></div></header>
            \(moves ? acts : nil)<div class="spread"><div class="flow">\(PlanViews(reader: reader, moves: moves).list(sheet.plans))\(lines(sheet.lines))\(counts(sheet))</div><div class="aside acts">\(filter(sheet))</div></div>\(printed)
            """)
    }

    private var acts: HTML {
        """
        <p class="acts"><a class="button chief" href="\(Link.newPupil)">\(text.newPupil)</a><a class="button" href="\(Link.unplaced)">\(text.unplaced)</a>\
        <a class="button" href="\(Link.promotion)">\(text.promotion)</a></p>
        """
    }

    /// Who printed the list and when.
    var printed: HTML {
        #"<p class="printed">\#(text.printedBy(reader.viewer?.name.full ?? "", date(reader.today)))</p>"#
    }

    private func filter(_ sheet: BookSheet) -> HTML {
        let fields = Fields(reader, .nothing, "book")
        return """
            <form class="flow" method="get" action="\(Link.book)">\(fields.day("from", text.from, sheet.filter.days.lowerBound))\(fields.day("to", text.until, sheet.filter.days.upperBound))\
            \(fields.choice("class", text.schoolClass, [("", text.all)] + sheet.counts.map { ("\($0.schoolClass.id.number)", $0.schoolClass.name) }, chosen: sheet.filter.schoolClass.map { "\($0.number)" }))\
            \(fields.choice("kind", text.whatHappened, [("", text.all)] + PupilMovement.Kind.allCases.map { ($0.rawValue, text.kind($0)) }, chosen: sheet.filter.kind?.rawValue))
            <button>\(text.show)</button></form>
            """
    }

    /// A ruled list that prints as one; on a phone each line wraps.
    func lines(_ lines: [PupilMovement]) -> HTML {
        guard !lines.isEmpty else { return #"<div class="empty"><b>\#(text.noMovement)</b></div>"# }
        return """
            <section class="block"><h2>\(text.lines(lines.count))</h2><ol class="lines">\(each: lines, line)</ol>
            \(lines.count == MovementStore.most ? #"<p class="notice">\#(text.narrowPeriod(MovementStore.most))</p>"# as HTML : nil)</section>
            """
    }

    private func line(_ line: PupilMovement) -> HTML {
        """
        <li><a href="\(Link.line(line.id))"><span class="grow"><b>\(line.isUndone ? "<s>\(line.pupil.name.full)</s>" as HTML : "\(line.pupil.name.full)")</b>
        <small>\(text.kind(line.kind)) · \(way(line)) · \(text.orderTitle(line.order.number, date(line.order.date)))\(line.isUndone ? " · \(text.undone)" : "")</small></span>
        <span class="small">\(date(line.day))</span><span class="go"></span></a></li>

        """
    }

    /// «7А → 7Б», «из школы № 3 → 7А», «7А → Тверь»
    private func way(_ line: PupilMovement) -> String {
        let place = line.place.isEmpty ? nil : line.place
        return [line.from ?? place, line.to ?? (line.from == nil ? nil : place)].compactMap { $0 }.joined(separator: " → ")
    }

    private func counts(_ sheet: BookSheet) -> HTML {
        let total = sheet.counts.reduce(into: (0, 0, 0, 0)) { $0 = ($0.0 + $1.atStart, $0.1 + $1.came, $0.2 + $1.left, $0.3 + $1.atEnd) }
        return """
            <section class="block"><h2>\(text.counts)</h2><div class="scroll" tabindex="0" role="region" aria-label="\(text.counts)"><table><thead><tr><th scope="col">\(text.schoolClass)</th>\
            <th scope="col">\(text.atStart)</th><th scope="col">\(text.came)</th><th scope="col">\(text.left)</th><th scope="col">\(text.atEnd)</th></tr></thead>
            <tbody>\(each: sheet.counts, count)<tr><th scope="row">\(text.total)</th><td>\(total.0)</td><td>\(total.1)</td><td>\(total.2)</td><td>\(total.3)</td></tr></tbody></table></div></section>
            """
    }

    private func count(_ count: ClassCount) -> HTML {
        """
        <tr><th scope="row"><a href="\(Link.classCard(count.schoolClass.id))">\(count.schoolClass.name)</a></th><td>\(count.atStart)</td><td>\(count.came)</td>\
        <td>\(count.left)</td><td>\(count.atEnd)</td></tr>

        """
    }

    // MARK: One line

    func line(_ line: PupilMovement, _ filled: Filled) -> HTML {
        shell(
            line.pupil.name.list, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.book)" aria-label="\(text.book)">\(Icon.back)</a><div><h1>\(line.pupil.name.full)</h1><p>\(text.kind(line.kind)) · \(date(line.day))</p></div></header>
            <div class="narrow flow">\(line.isUndone ? #"<div class="notice warn">\#(text.undoneLine)</div>"# as HTML : nil)<ul class="lines">
            <li><span class="line"><span class="grow">\(way(line))</span></span></li>
            <li><a href="\(Link.order(line.order.id))"><span class="grow">\(text.orderTitle(line.order.number, date(line.order.date)))</span><span class="go"></span></a></li></ul>
            \(moves && !line.isUndone ? "\(correction(line, filled))\(undoing(line, filled))" as HTML : nil)</div>
            """)
    }

    private func correction(_ line: PupilMovement, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "order")
        return """
            <section class="block"><h2>\(text.correctOrder)</h2><form class="flow" method="post" action="\(Link.line(line.id))">\(reader.formField)\(fields.trouble)
            \(fields.text("order", text.orderNumber, line.order.number, most: 40))\(fields.day("orderDate", text.orderDate, line.order.date))\
            \(fields.text("place", text.place, line.place, hint: text.placeHint, isNeeded: false, most: 200))<div class="acts"><button>\(text.save)</button></div></form></section>
            """
    }

    private func undoing(_ line: PupilMovement, _ filled: Filled) -> HTML? {
        let fields = Fields(reader, filled, "undo")
        guard line.isLast || fields.isRefused else { return nil }
        return """
            <section class="block"><h2>\(text.undoTitle)</h2><form class="flow" method="post" action="\("/movement/lines/\(line.id.number)/undo" as Link)">\(reader.formField)\(fields.trouble)
            <p>\(text.undoMeans(line.kind))</p><div class="acts"><button class="danger">\(text.undo)</button></div></form></section>
            """
    }

    private func date(_ day: Day) -> String { text.shortDate(day) }
}

/// One order with all that was done by it.
struct OrderViews {
    let reader: Reader
    let viewer: Viewer
    private var moves: Bool { MovementAccess.moves(viewer) }
    private var text: any MovementText { reader.language.movement }

    func page(_ sheet: OrderSheet, _ refused: Denial?) -> HTML {
        let title = text.orderTitle(sheet.order.number, text.shortDate(sheet.order.date)), book = BookViews(reader: reader, moves: moves)
        return shell(
            title, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.book)" aria-label="\(text.book)">\(Icon.back)</a><div><h1>\(title)</h1></div></header>
            <div class="narrow flow">\(scan(sheet.order, refused))\(PlanViews(reader: reader, moves: moves).list(sheet.plans))\(PlanViews(reader: reader, viewer: viewer).list(sheet.staffPlans))\(sheet.lines.isEmpty ? nil : book.lines(sheet.lines))\(sheet.appointments.isEmpty ? nil : appointments(sheet.appointments))\(book.printed)</div>
            """)
    }

    private func scan(_ order: SchoolOrder, _ refused: Denial?) -> HTML {
        let fields = Fields(reader, Filled(form: "scan", typed: [:], denial: refused), "scan")
        return """
            \(order.scan.map { _ in #"<p><a class="button" href="\#(Link.scan(order.id))">\#(text.openScan)</a></p>"# as HTML })
            \(moves ? """
            <form class="flow" method="post" enctype="multipart/form-data" action="\(Link.scan(order.id))">\(reader.formField)\(fields.trouble)
            \(fields.file("scan", order.scan == nil ? text.addScan : text.replaceScan))<div class="acts"><button>\(text.attach)</button></div></form>
            """ as HTML : nil)
            """
    }

    private func appointments(_ appointments: [Appointment]) -> HTML {
        """
        <section class="block"><h2>\(text.appointments)</h2><ul class="lines">\(each: appointments, { appointment in
            #"<li><span class="line"><span class="grow"><b>\#(appointment.name.full)</b><small>\#(reader.language.web.role(appointment.role))\#(appointment.schoolClass.map { " " + $0 } ?? "")</small></span></span></li>"#
        })</ul></section>
        """
    }
}

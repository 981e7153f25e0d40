import Kernel
import Markup
import School
import WebCore

/// The bells and their forms: values to markup, nothing else.
struct BellViews {
    let reader: Reader
    /// Whether the reader may change them.
    let sets: Bool
    private var text: any TimetableText { reader.language.timetable }
    private var web: any WebText { reader.language.web }
    /// Single days of one schedule that a form holds.
    static let mostDays = 40
    /// Lines of what would move that the page lists.
    private static let mostShown = 12

    // MARK: Reading

    func page(_ plan: BellPlan) -> HTML {
        shell(
            text.bells, reader, place: .more,
            """
            \(head(text.bells, back: reader.viewer?.side == .staff ? "/school" : "/more"))<div class="narrow flow">
            \(plan.usual.isEmpty && plan.schedules.isEmpty ? #"<div class="empty"><b>\#(text.noBellsYet)</b>\#(sets ? text.noBellsYetHint : "")</div>"# as HTML : nil)
            \(plan.usual.isEmpty && !sets ? nil : block(text.usualBells, nil, plan.usual, holdsToday: holds(nil, plan), change: .usualBells))
            \(each: plan.schedules, { block($0.name, when($0), $0.bells, holdsToday: holds($0.id, plan), change: .bellSchedule($0.id)) })
            \(sets ? #"<p class="acts"><a class="button" href="\#(Link.newBells)">\#(text.addBells)</a></p>"# as HTML : nil)</div>
            """)
    }

    private func head(_ title: String, back: Link) -> HTML {
        #"<header class="head"><a class="tool" href="\#(back)" aria-label="\#(text.back)">\#(Icon.back)</a><div><h1>\#(title)</h1></div></header>"#
    }

    private func holds(_ id: ID<BellSchedule>?, _ plan: BellPlan) -> Bool {
        let today = reader.today, schedule = plan.schedules.first { $0.days.contains(today) } ?? plan.schedules.first { $0.weekdays.contains(today.weekday) }
        return schedule?.id == id
    }

    private func block(_ title: String, _ when: String?, _ bells: [Bell], holdsToday: Bool, change: Link) -> HTML {
        """
        <section class="block"><h2>\(title)\(holdsToday ? " <small>\(text.holdsToday)</small>" as HTML : nil)</h2>\(when.map { #"<p class="quiet">\#($0)</p>"# as HTML })
        \(bells.isEmpty ? nil : table(bells, title))\(sets ? #"<p class="acts"><a class="button" href="\#(change)" aria-label="\#(text.change): \#(title)">\#(text.change)</a></p>"# as HTML : nil)</section>

        """
    }

    private func table(_ bells: [Bell], _ title: String) -> HTML {
        """
        <div class="scroll"><table aria-label="\(title)"><thead><tr><th scope="col">\(text.lesson)</th><th scope="col">\(text.begins)</th><th scope="col">\(text.ends)</th><th scope="col">\(text.rest)</th></tr></thead>
        <tbody>\(each: Array(zip(bells, bells.dropFirst().map(Optional.some) + [nil])), { bell, next in
            #"<tr><th scope="row">\#(bell.number)</th><td>\#(clock(bell.starts))</td><td>\#(clock(bell.ends))</td><td>\#(next.map { text.minutes($0.starts - bell.ends) } ?? "")</td></tr>"#
        })</tbody></table></div>
        """
    }

    /// «суббота; 30 декабря 2026»
    private func when(_ schedule: BellSchedule) -> String {
        let parts = schedule.weekdays.sorted().map { web.weekday($0) } + schedule.days.sorted().map { "\(web.date($0)) \($0.year)" }
        return parts.isEmpty ? text.neverHolds : parts.joined(separator: ", ")
    }

    // MARK: Changing

    func form(_ place: BellPlace, _ plan: BellPlan, _ filled: Filled) -> HTML {
        let schedule = place.schedule.flatMap { id in plan.schedules.first { $0.id == id } }
        let bells = schedule?.bells ?? plan.usual, title = title(place, schedule), fields = Fields(reader, filled, "bells")
        return shell(
            title, reader, place: .more,
            """
            \(head(title, back: .bells))<form class="narrow flow" method="post" action="\(action(place))">\(reader.formField)\(fields.trouble)\(whole(filled))
            \(place == .usual ? nil : "\(fields.text("name", text.bellsName, schedule?.name ?? "", hint: text.bellsNameHint))\(weekdays(schedule, filled))\(days(schedule, filled))" as HTML)
            \(rows(bells, filled))<p class="hint">\(text.emptyRowsHint)</p>
            <div class="acts"><button class="chief">\(text.showWhatMoves)</button>\(schedule == nil ? nil : #"<button class="danger" name="act" value="remove" formnovalidate>\#(text.removeBells)</button>"# as HTML)</div></form>
            """)
    }

    private func title(_ place: BellPlace, _ schedule: BellSchedule?) -> String {
        place == .usual ? text.usualBells : schedule?.name ?? text.addBells
    }
    private func action(_ place: BellPlace) -> Link {
        switch place {
        case .usual: .usualBells
        case .new: .newBells
        case .schedule(let id): .bellSchedule(id)
        }
    }

    /// What is wrong with the bells as a whole.
    private func whole(_ filled: Filled) -> HTML? {
        guard case .invalid(let field, let reason)? = filled.denial, ["bells", "days"].contains(field) else { return nil }
        return #"<div class="errors" role="alert"><p>\#(reason.words(reader.language))</p></div>"#
    }

    private func rows(_ bells: [Bell], _ filled: Filled) -> HTML {
        let known = Dictionary(bells.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let typed = filled.typed.compactMap { $0.key.hasPrefix("starts-") && !$0.value.isEmpty ? Int($0.key.dropFirst(7)) : nil }
        let last = min(20, max(8, (bells.map(\.number) + typed).max().map { $0 + 1 } ?? 0))
        return """
            <div class="scroll"><table><thead><tr><th scope="col">\(text.lesson)</th><th scope="col">\(text.begins)</th><th scope="col">\(text.ends)</th></tr></thead>
            <tbody>\(each: Array(0...last), { row($0, known[$0], filled) })</tbody></table></div>
            """
    }

    private func row(_ number: Int, _ bell: Bell?, _ filled: Filled) -> HTML {
        """
        <tr><th scope="row">\(number)</th><td>\(cell("starts-\(number)", text.lessonBegins(number), bell.map { clock($0.starts) }, filled))</td>\
        <td>\(cell("ends-\(number)", text.lessonEnds(number), bell.map { clock($0.ends) }, filled))</td></tr>

        """
    }

    private func cell(_ name: String, _ label: String, _ value: String?, _ filled: Filled) -> HTML {
        let value = filled.typed.isEmpty ? value ?? "" : filled.typed[name] ?? ""
        let reason: String? =
            if case .invalid(let field, let reason)? = filled.denial, field == name { reason.words(reader.language) } else { nil }
        return """
            <input type="time" name="\(name)" value="\(value)" aria-label="\(label)"\(reason == nil ? nil : #" aria-invalid="true" aria-describedby="\#(name)-why""# as HTML)>\
            \(reason.map { #"<p class="why" id="\#(name)-why">\#($0)</p>"# as HTML })
            """
    }

    private func weekdays(_ schedule: BellSchedule?, _ filled: Filled) -> HTML {
        let reason: String? =
            if case .invalid("weekdays", let reason)? = filled.denial { reason.words(reader.language) } else { nil }
        return """
            <fieldset><legend>\(text.onWeekdays)</legend>\(reason.map { #"<p class="why">\#($0)</p>"# as HTML })\(each: Array(1...7), { weekday in
                let isChecked = filled.typed.isEmpty ? schedule?.weekdays.contains(weekday) == true : filled.typed["weekday-\(weekday)"] != nil
                return #"<label class="check"><input type="checkbox" name="weekday-\#(weekday)" value="1"\#(isChecked ? " checked" as HTML : nil)>\#(web.weekday(weekday))</label>"#
            })</fieldset>
            """
    }

    private func days(_ schedule: BellSchedule?, _ filled: Filled) -> HTML {
        let known = (schedule?.days ?? []).sorted(), typed = (0..<Self.mostDays).compactMap { filled.typed["day-\($0)"] }
        let values = filled.typed.isEmpty ? known.map(\.description) : typed.filter { !$0.isEmpty }
        let shown = Array((values + ["", ""]).prefix(Self.mostDays).enumerated())
        return """
            <fieldset><legend>\(text.onDays)</legend>\(each: shown, { place, value in
                #"<input type="date" name="day-\#(place)" value="\#(value)" aria-label="\#(text.day) \#(place + 1)">"#
            })<p class="hint">\(text.onDaysHint)</p></fieldset>
            """
    }

    // MARK: What would move

    func preview(_ place: BellPlace, _ change: BellChange, _ shifts: [LessonShift], _ sent: SentForm) -> HTML {
        let moved = shifts.filter { $0.becomes != nil }, mute = shifts.filter { $0.becomes == nil }
        let title = change.isRemoval ? text.removeBells : text.bells
        return shell(
            title, reader, place: .more,
            """
            \(head(title, back: .bells))<div class="narrow flow"><div class="notice" role="status"><b>\(moved.isEmpty ? text.nothingMoves : text.lessonsMove(count(moved)))</b>
            \(span(moved).map { "<p>\($0)</p>" as HTML })</div>\(mute.isEmpty ? nil : #"<div class="notice warn"><p>\#(text.lessonsWithoutBell(count(mute)))</p></div>"# as HTML)
            \(moved.isEmpty ? nil : #"<ul class="lines">\#(each: Array(moved.prefix(Self.mostShown)), line)</ul>"# as HTML)\(moved.count > Self.mostShown ? #"<p class="quiet">\#(text.andMore(moved.count - Self.mostShown))</p>"# as HTML : nil)
            <form class="acts" method="post" action="\(action(place))">\(reader.formField)\(hidden(sent))<button class="\(change.isRemoval ? "danger" : "chief")" name="step" value="do">\(change.isRemoval ? text.removeBells : text.save)</button>\
            <button name="step" value="back">\(text.backAndCorrect)</button></form></div>
            """)
    }

    private func count(_ shifts: [LessonShift]) -> Int { shifts.reduce(0) { $0 + $1.lessons } }

    private func span(_ shifts: [LessonShift]) -> String? {
        guard let first = shifts.first?.day, let last = shifts.last?.day else { return nil }
        return text.between("\(web.date(first)) \(first.year)", "\(web.date(last)) \(last.year)")
    }

    private func line(_ shift: LessonShift) -> HTML {
        let was = hours(shift.starts, shift.ends), becomes = shift.becomes.map { hours($0.starts, $0.ends) } ?? ""
        return """
            <li><span class="line"><span class="grow"><b>\(web.day(shift.day, today: reader.today)), \(text.lessonNumber(shift.number))</b><small>\(was) → \(becomes)</small></span>\
            <span class="small">\(text.lessons(shift.lessons))</span></span></li>

            """
    }

    private func hours(_ starts: Moment, _ ends: Moment) -> String { "\(clock(reader.zone.minute(of: starts)))–\(clock(reader.zone.minute(of: ends)))" }

    private func hidden(_ sent: SentForm) -> HTML {
        "\(each: sent.typed.filter { !["formToken", "step"].contains($0.key) && !$0.value.isEmpty }.sorted { $0.key < $1.key }, { #"<input type="hidden" name="\#($0.key)" value="\#($0.value)">"# })"
    }
}

extension BellChange {
    fileprivate var isRemoval: Bool { if case .remove = self { true } else { false } }
}

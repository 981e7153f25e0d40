import Kernel
import Markup
import School
import WebCore

/// Reminders to come in: values to markup, nothing else.
struct ReminderViews {
    let reader: Reader
    private var text: any InvitationsText { reader.language.invitations }
    private var web: any WebText { reader.language.web }

    /// On the class's page: one press, or when it may be pressed again.
    func reminding(_ schoolClass: SchoolClass, _ last: Reminder?) -> HTML {
        let may = last?.mayBeRepeated(on: reader.today) ?? true
        return """
            <section class="block"><h2>\(text.reminding)</h2><p class="quiet">\(last.map { text.remindedOn(web.date($0.on), web.date($0.due)) } ?? text.remindingMeans)</p><div class="acts">
            \(may ? #"<form method="post" action="\#("/codes/classes/\(schoolClass.id.number)/remind" as Link)">\#(reader.formField)<button>\#(text.remind)</button></form>"# as HTML : nil)
            <a class="button" href="\("/codes/classes/\(schoolClass.id.number)/reminders" as Link)">\(text.printReminders)</a></div></section>
            """
    }

    // MARK: «Сегодня»

    func today(_ classes: [RemindedClass]) -> HTML {
        """
        <section class="block"><h2>\(text.reminding)</h2><ul class="lines">\(each: classes, { reminded in
            #"<li\#(reminded.due < reader.today ? #" data-state="missing""# as HTML : nil)><a href="\#("/codes/classes/\(reminded.schoolClass.id.number)" as Link)"><span class="grow"><b>\#(reminded.schoolClass.name)</b><small>\#(text.absent(reminded.absent))</small></span><span class="small">\#(text.until) \#(web.date(reminded.due))</span><span class="go"></span></a></li>"#
        })</ul></section>
        """
    }

    func today(_ children: [RemindedChild]) -> HTML {
        """
        <section class="block"><h2>\(text.comingIn)</h2><ul class="lines">\(each: children, { child in
            #"<li><span class="line"><span class="grow"><b>\#(child.pupil.name.full)</b>\#(child.isChildAbsent ? "<small>\(text.childAbsent)</small>" as HTML : nil)\#(child.isGuardianAbsent ? "<small>\(text.guardianAbsent)</small>" as HTML : nil)</span></span></li>"#
        })</ul><p class="hint">\(text.whereCodeIs)</p></section>
        """
    }

    // MARK: Slips

    /// One slip for each who has not come. The codes themselves are not kept, so a slip names the one that was given out by its number.
    func slips(_ schoolClass: SchoolClass, _ roster: Roster, address: PublicAddress) -> HTML {
        var seen: Set<ID<Person>> = []
        let absent = roster.lines.filter { $0.login == nil && seen.insert($0.person).inserted }
        return shell(
            text.printReminders, reader, place: .more,
            """
            <header class="head screen"><a class="tool" href="\("/codes/classes/\(schoolClass.id.number)" as Link)" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(text.printReminders)</h1><p>\(schoolClass.name) · \(text.slips(absent.count))</p></div></header>
            <div class="notice narrow screen"><p>\(text.reminderSlipsWords)</p></div>
            \(absent.isEmpty ? #"<div class="empty"><b>\#(text.nothingToPrint)</b></div>"# as HTML : #"<ol class="slips">\#(each: absent, { slip($0, schoolClass, address) })</ol>"# as HTML)
            """)
    }

    private func slip(_ line: RosterLine, _ schoolClass: SchoolClass, _ address: PublicAddress) -> HTML {
        let code = line.open.map { text.slipGiven($0.id.number, web.date(reader.zone.day(of: $0.expiresAt) - 1)) } ?? text.slipNotGiven
        let child = line.pupil.flatMap { $0.id == line.person ? nil : $0.name.full }
        return """
            <li class="slip"><div><p class="small">\(reader.viewer?.hat.school.name ?? "") · \(schoolClass.name)</p><h2>\(line.name.full)</h2>\(child.map { #"<p class="small">\#($0)</p>"# as HTML })
            <p>\(text.slipReminds(address.shown + "/join"))</p><p class="small"><b>\(code)</b></p></div></li>

            """
    }
}

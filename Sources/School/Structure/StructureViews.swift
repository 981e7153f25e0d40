import Kernel
import Markup
import WebCore

/// The school's order at a glance, its subjects and its staff: values to markup, nothing else.
struct StructureViews {
    let reader: Reader
    /// Whether the reader may change it.
    let rules: Bool
    private var text: any SchoolText { reader.language.school }
    private var web: any WebText { reader.language.web }

    func page(_ sheet: StructureSheet, _ doors: [Door], _ filled: Filled) -> HTML {
        shell(
            text.structure, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(web.more)">\(Icon.back)</a><div><h1>\(text.structure)</h1></div></header>
            <div class="spread"><div class="flow">\(years(sheet))\(sheet.chosen.map(classes) ?? nothing)</div>
            <div class="aside flow">\(rooms(sheet, doors))\(rules ? opening(sheet, filled) : nil)</div></div>
            """)
    }

    private var nothing: HTML { #"<div class="empty"><b>\#(text.noYears)</b>\#(rules ? text.noYearsHint : "")</div>"# }

    private func years(_ sheet: StructureSheet) -> HTML? {
        guard sheet.years.count > 1 else { return nil }
        return """
            <nav class="switch" aria-label="\(text.years)">\(each: sheet.years.prefix(4).reversed(), { year in
                #"<a href="\#(Link.structure(year.id))"\#(year == sheet.chosen?.year ? #" aria-current="page""# as HTML : nil)>\#(year.name)</a>"#
            })</nav>
            """
    }

    private func classes(_ sheet: YearSheet) -> HTML {
        let pupils = sheet.classes.reduce(0) { $0 + $1.pupils }
        return """
            <section class="block"><h2>\(text.classesOf(sheet.year.name)) <small>\(text.classes(sheet.classes.count)), \(text.pupils(pupils))</small></h2>
            \(sheet.classes.isEmpty ? #"<div class="empty"><b>\#(text.noClasses)</b></div>"# as HTML : nil)
            <ul class="lines">\(each: sheet.classes, line)</ul></section>
            <section class="block"><h2>\(text.terms)</h2><ul class="lines"><li><a href="\(Link.academicYear(sheet.year.id))"><span class="grow"><b>\(sheet.year.name)</b>
            <small>\(dates(sheet.year.starts, sheet.year.ends))</small></span><span class="go"></span></a></li>
            \(each: sheet.terms, { term in
                #"<li><span class="line"><span class="grow"><b>\#(term.name)</b><small>\#(dates(term.starts, term.ends))</small></span></span></li>"#
            })</ul></section>
            """
    }

    private func line(_ line: ClassLine) -> HTML {
        let leaders = line.leaders.map(\.short).joined(separator: ", ")
        return """
            <li><a href="\(Link.classCard(line.schoolClass.id))"><span class="grow"><b>\(line.schoolClass.name)</b><small>\(leaders.isEmpty ? text.noLeader : leaders)</small></span>
            <span class="small">\(text.pupils(line.pupils))</span><span class="go"></span></a></li>

            """
    }

    private func rooms(_ sheet: StructureSheet, _ doors: [Door]) -> HTML {
        """
        <section class="block"><h2>\(text.alsoHere)</h2><ul class="lines">\
        <li><a href="/school/staff"><span class="grow"><b>\(text.teachingStaff)</b><small>\(text.staff(sheet.staff))</small></span><span class="go"></span></a></li>
        <li><a href="/school/subjects"><span class="grow"><b>\(text.subjects)</b><small>\(text.subjectCount(sheet.subjects))</small></span><span class="go"></span></a></li>
        \(each: doors, { door in
            #"<li><a href="\#(door.link)"><span class="grow"><b>\#(door.title)</b>\#(door.hint.map { "<small>\($0)</small>" as HTML })</span><span class="go"></span></a></li>"#
        })</ul></section>
        """
    }

    private func opening(_ sheet: StructureSheet, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "year"), last = sheet.years.first
        return """
            <section class="block"><h2>\(text.openYear)</h2><form class="flow" method="post" action="/school/years">\(reader.formField)\(fields.trouble)
            \(fields.text("name", text.yearName, last.map { text.nextYear($0.ends.year) } ?? ""))\
            \(fields.day("starts", text.begins, last.flatMap { $0.starts.nextYear }))\(fields.day("ends", text.ends, last.flatMap { $0.ends.nextYear }))
            <div class="acts"><button>\(text.openYear)</button></div></form></section>
            """
    }

    private func dates(_ from: Day, _ to: Day) -> String { "\(web.date(from)) \(from.year) – \(web.date(to)) \(to.year)" }

    // MARK: Subjects

    func subjects(_ subjects: [SubjectLine], _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "subject")
        return shell(
            text.subjects, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/school" aria-label="\(text.structure)">\(Icon.back)</a><div><h1>\(text.subjects)</h1></div></header>
            <div class="spread"><ul class="lines">\(each: subjects, { line in
                #"<li><span class="line"><span class="grow">\#(line.subject.name)</span><span class="small quiet">\#(text.courseCount(line.courses))</span></span></li>"#
            })</ul>
            \(rules ? """
            <section class="block aside"><h2>\(text.addSubject)</h2><form class="flow" method="post" action="/school/subjects">\(reader.formField)\(fields.trouble)
            \(fields.text("name", text.subjectName))<div class="acts"><button class="chief">\(text.add)</button></div></form></section>
            """ as HTML : nil)</div>
            """)
    }

    // MARK: Staff

    func staff(_ staff: [StaffLine]) -> HTML {
        shell(
            text.teachingStaff, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/school" aria-label="\(text.structure)">\(Icon.back)</a><div><h1>\(text.teachingStaff)</h1><p>\(text.staff(staff.count))</p></div></header>
            <div class="narrow flow"><ul class="lines">\(each: staff, line)</ul></div>
            """)
    }

    private func line(_ line: StaffLine) -> HTML {
        let leads = line.leads.isEmpty ? nil : text.leads(line.leads.joined(separator: ", ")),
            courses = line.courses == 0 ? nil : text.courseCount(line.courses)
        let roles = line.roles.filter { $0 != .classTeacher || line.leads.isEmpty }.map { web.role($0) }
        return """
            <li><span class="line"><span class="initials" aria-hidden="true">\(line.name.initials)</span><span class="grow"><b>\(line.name.full)</b>
            <small>\((roles + [leads, courses].compactMap { $0 }).joined(separator: " · "))</small></span></span></li>

            """
    }
}

extension Day {
    /// The same date a year later; the last day of February where there is no 29th.
    public var nextYear: Day? { Day(year: year + 1, month: month, day: day) ?? Day(year: year + 1, month: month, day: day - 1) }
}

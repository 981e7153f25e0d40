import Kernel
import Markup
import WebCore

/// One class, and one group of it: values to markup, nothing else.
struct ClassViews {
    let reader: Reader
    let rules: Bool
    private var text: any SchoolText { reader.language.school }
    private var web: any WebText { reader.language.web }

    func page(_ card: ClassCard, _ subjects: [SubjectLine], _ staff: [StaffLine], _ filled: Filled) -> HTML {
        shell(
            text.classTitle(card.schoolClass.name), reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.structure(card.year.id))" aria-label="\(text.structure)">\(Icon.back)</a>
            <div><h1>\(text.classTitle(card.schoolClass.name))</h1><p>\(card.year.name) · \(text.pupils(card.seats.count))</p></div></header>
            <div class="spread"><div class="flow">\(leaders(card))\(seats(card))\(courses(card, staff, filled))</div>
            <div class="aside flow">\(groups(card, filled))\(rules ? "\(newCourse(card, subjects, staff, filled))\(change(card, filled))" as HTML : nil)</div></div>
            """)
    }

    private func leaders(_ card: ClassCard) -> HTML {
        """
        <section class="block"><h2>\(text.classTeacher)</h2><ul class="lines">\(each: card.leaders, { leader in
            #"<li><span class="line"><span class="grow"><b>\#(leader.name.full)</b><small>\#(text.since(web.date(leader.since)))</small></span></span></li>"#
        })\(card.leaders.isEmpty ? #"<li><span class="line quiet">\#(text.noLeader)</span></li>"# as HTML : nil)</ul>
        \(rules ? #"<p class="acts"><a class="button" href="\#(Link.appointing(card.schoolClass.id))">\#(text.appointByOrder)</a></p>"# as HTML : nil)</section>
        """
    }

    private func seats(_ card: ClassCard) -> HTML {
        """
        <section class="block"><h2>\(text.pupilList)</h2>\(card.seats.isEmpty ? #"<div class="empty"><b>\#(text.noPupils)</b></div>"# as HTML : nil)<ol class="lines">\
        \(each: card.seats.enumerated(), { number, seat in
            #"<li><span class="line"><span class="quiet small">\#(number + 1)</span><span class="grow">\#(seat.pupil.name.full)</span><small>\#(text.since(web.date(seat.since)))</small></span></li>"#
        })</ol>
        \(rules ? #"<p class="acts"><a class="button" href="\#("/movement/classes/\(card.schoolClass.id.number)" as Link)">\#(text.moveByOrder)</a></p>"# as HTML : nil)</section>
        """
    }

    private func courses(_ card: ClassCard, _ staff: [StaffLine], _ filled: Filled) -> HTML {
        """
        <section class="block"><h2>\(text.courses)</h2><ul class="lines">\(each: card.courses, { course($0, staff, filled) })</ul></section>
        """
    }

    private func course(_ course: Course, _ staff: [StaffLine], _ filled: Filled) -> HTML {
        let name = [course.subject, course.group?.name].compactMap { $0 }.joined(separator: ", "), fields = Fields(reader, filled, "course-\(course.id.number)")
        guard rules else {
            return #"<li><span class="line"><span class="grow"><b>\#(name)</b><small>\#(course.teacherName?.full ?? text.noTeacher)</small></span></span></li>"#
        }
        return """
            <li><form class="line" method="post" action="\("/school/courses/\(course.id.number)" as Link)">\(reader.formField)<span class="grow">\(fields.trouble)\
            \(fields.choice("teacher", name, people(staff, known: course), chosen: course.teacher.map { "\($0.number)" }))</span><button>\(text.save)</button></form></li>

            """
    }

    /// Those who hold lessons; whoever teaches the course now stays among them.
    private func people(_ staff: [StaffLine], known course: Course? = nil) -> [(value: String, words: String)] {
        let teachers = staff.filter { !Role.teachers.isDisjoint(with: $0.roles) || $0.id == course?.teacher }
        let former = course.flatMap { course in
            course.teacher.flatMap { id in teachers.contains { $0.id == id } ? nil : ("\(id.number)", course.teacherName?.full ?? "") }
        }
        return [("", text.noTeacher)] + [former].compactMap { $0 } + teachers.map { ("\($0.id.number)", $0.name.full) }
    }

    private func groups(_ card: ClassCard, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "group")
        return """
            <section class="block"><h2>\(text.groups)</h2><ul class="lines">\(each: card.groups, { group in
                #"<li><a href="\#(Link.studyGroup(group.group.id))"><span class="grow"><b>\#(group.group.name)</b></span><span class="small">\#(text.pupils(group.pupils.count))</span><span class="go"></span></a></li>"#
            })</ul>\(card.groups.isEmpty ? #"<p class="quiet">\#(text.noGroups)</p>"# as HTML : nil)
            \(rules ? """
            <form class="flow" method="post" action="\("/school/classes/\(card.schoolClass.id.number)/groups" as Link)">\(reader.formField)\(fields.trouble)
            \(fields.text("name", text.groupName))<div class="acts"><button>\(text.addGroup)</button></div></form>
            """ as HTML : nil)</section>
            """
    }

    private func newCourse(_ card: ClassCard, _ subjects: [SubjectLine], _ staff: [StaffLine], _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "course")
        return """
            <section class="block"><h2>\(text.addCourse)</h2><form class="flow" method="post" action="\("/school/classes/\(card.schoolClass.id.number)/courses" as Link)">\(reader.formField)\(fields.trouble)
            \(fields.choice("subject", text.subject, [("", text.choose)] + subjects.map { ("\($0.subject.id.number)", $0.subject.name) }))\
            \(card.groups.isEmpty ? nil : fields.choice("group", text.audience, [("", text.wholeClass)] + card.groups.map { ("\($0.group.id.number)", $0.group.name) }))\
            \(fields.choice("teacher", text.teacher, people(staff)))<div class="acts"><button>\(text.add)</button></div></form></section>
            """
    }

    private func change(_ card: ClassCard, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "class")
        return """
            <section class="block"><h2>\(text.changeClass)</h2><form class="flow" method="post" action="\(Link.classCard(card.schoolClass.id))">\(reader.formField)\(fields.trouble)
            \(fields.text("name", text.className, card.schoolClass.name))\
            \(fields.text("year", text.parallel, card.schoolClass.year.map { "\($0)" } ?? "", hint: text.parallelHint, isNeeded: false, most: 2))
            <div class="acts"><button>\(text.save)</button></div></form></section>
            """
    }

    // MARK: A group

    func group(_ group: ClassCard.Group, of card: ClassCard, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "group"), members = Fields(reader, filled, "members")
        return shell(
            group.group.name, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.classCard(card.schoolClass.id))" aria-label="\(text.classTitle(card.schoolClass.name))">\(Icon.back)</a>
            <div><h1>\(group.group.name)</h1><p>\(card.schoolClass.name) · \(text.pupils(group.pupils.count))</p></div></header>
            <div class="spread"><form class="flow" method="post" action="\("/school/groups/\(group.group.id.number)/members" as Link)">\(reader.formField)\(members.trouble)
            <ul class="lines">\(each: card.seats.filter { rules || group.pupils.contains($0.pupil.id) }, { member($0, isIn: group.pupils.contains($0.pupil.id)) })</ul>
            \(rules ? #"<div class="acts"><button class="chief">\#(text.save)</button></div>"# as HTML : nil)</form>
            \(rules ? """
            <section class="block aside"><h2>\(text.renameGroup)</h2><form class="flow" method="post" action="\(Link.studyGroup(group.group.id))">\(reader.formField)\(fields.trouble)
            \(fields.text("name", text.groupName, group.group.name))<div class="acts"><button>\(text.save)</button></div></form></section>
            """ as HTML : nil)</div>
            """)
    }

    private func member(_ seat: ClassCard.Seat, isIn: Bool) -> HTML {
        guard rules else { return #"<li><span class="line">\#(seat.pupil.name.full)</span></li>"# }
        return """
            <li><label class="check line"><input type="checkbox" name="pupil[]" value="\(seat.pupil.id.number)"\(isIn ? " checked" as HTML : nil)><span class="grow">\(seat.pupil.name.full)</span></label></li>

            """
    }
}

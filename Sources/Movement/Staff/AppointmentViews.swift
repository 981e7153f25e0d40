import Kernel
import Markup
import School
import WebCore

/// Who is appointed to what, by which order: values to markup, nothing else.
struct AppointmentViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any MovementText { reader.language.movement }
    private var web: any WebText { reader.language.web }

    func page(_ holders: [Holder], _ orphans: [OrphanCourse], _ plans: [StaffPlan]) -> HTML {
        shell(
            text.appointments, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/school" aria-label="\(text.toSchool)">\(Icon.back)</a><div><h1>\(text.appointments)</h1><p>\(text.inForceOn(text.shortDate(reader.today)))</p></div></header>
            <div class="narrow flow">\(MovementAccess.moves(viewer) ? acts : nil)\(PlanViews(reader: reader, viewer: viewer).list(plans))\(each: MovementAccess.appointed.compactMap { role in group(role, holders.filter { $0.role == role }) }, { $0 })
            \(orphans.isEmpty ? nil : without(orphans))\(BookViews(reader: reader, moves: false).printed)</div>
            """)
    }

    private var acts: HTML {
        """
        <p class="acts"><a class="button chief" href="\(Link.newAppointment)">\(text.appoint)</a><a class="button" href="\(Link.newDismissal)">\(text.dismiss)</a></p>
        """
    }

    private func group(_ role: Role, _ holders: [Holder]) -> HTML? {
        guard !holders.isEmpty else { return nil }
        return #"<section class="block"><h2>\#(web.role(role).capitalizedFirst)</h2><ul class="lines">\#(each: holders, line)</ul></section>"#
    }

    private func line(_ holder: Holder) -> HTML {
        let order = holder.appointment.map { text.orderTitle($0.order.number, text.shortDate($0.order.date)) } ?? text.withoutOrder
        let name = [holder.schoolClass?.name, holder.name.full].compactMap { $0 }.joined(separator: " – ")
        return """
            <li><span class="line"><span class="grow"><b>\(name)</b><small>\(text.since(text.shortDate(holder.appointment?.since ?? holder.since))) · \(order)</small></span>\
            \(MovementAccess.mayAppoint(holder.role, viewer) ? way(holder) : nil)</span></li>

            """
    }

    /// To the end of the appointment; where there is no order yet, to the entering of one.
    private func way(_ holder: Holder) -> HTML {
        if let appointment = holder.appointment { return #"<a class="button" href="\#(Link.ending(appointment.id))">\#(text.end)</a>"# }
        let link: Link = "/movement/appointments/new?role=\(holder.role.rawValue)&person=\(holder.person.number)&class=\(holder.schoolClass?.id.number ?? 0)"
        return #"<a class="button" href="\#(link)">\#(text.enterOrder)</a>"#
    }

    private func without(_ orphans: [OrphanCourse]) -> HTML {
        """
        <section class="block"><h2>\(text.orphans)</h2><ul class="lines">\(each: orphans, { orphan in
            #"<li><a href="\#(Link.classCard(orphan.schoolClass.id))"><span class="grow">\#(orphan.schoolClass.name) · \#(orphan.subject)</span><span class="go"></span></a></li>"#
        })</ul></section>
        """
    }

    // MARK: Forms

    func form(_ staff: [Candidate], _ classes: [(schoolClass: SchoolClass, year: String)], _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "appoint"), roles = MovementAccess.appointed.filter { MovementAccess.mayAppoint($0, viewer) }
        return shell(
            text.appoint, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.appointments)" aria-label="\(text.appointments)">\(Icon.back)</a><div><h1>\(text.appoint)</h1></div></header>
            <form class="narrow flow" method="post" action="\(Link.appointments)">\(reader.formField)\(fields.trouble)
            \(fields.choice("role", text.role, [("", text.choose)] + roles.map { ($0.rawValue, web.role($0)) }, hint: text.roleHint))\(people(staff, fields))\
            \(fields.choice("class", text.schoolClass, [("", text.noClass)] + classes.map { ("\($0.schoolClass.id.number)", "\($0.schoolClass.name), \($0.year)") }, hint: text.onlyForClassTeacher))\
            \(fields.day("since", text.sinceDay, reader.today))<p class="hint">\(text.laterIsPlanned)</p>\(order(fields))<div class="acts"><button class="chief">\(text.appoint)</button></div></form>
            """)
    }

    private func people(_ staff: [Candidate], _ fields: Fields) -> HTML {
        fields.choice(
            "person", text.person,
            [("", text.choose)]
                + staff.map { person in
                    let roles = person.roles.map { web.role($0) }.sorted().joined(separator: ", ")
                    return ("\(person.id.number)", "\(person.name.full) – \(roles)" + (person.hasJoined ? "" : ", " + text.notJoined))
                })
    }

    private func order(_ fields: Fields) -> HTML {
        "\(fields.text("order", text.orderNumber, most: 40))\(fields.day("orderDate", text.orderDate, reader.today))"
    }

    func ending(_ appointment: Appointment, _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "end")
        return shell(
            text.endAppointment, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.appointments)" aria-label="\(text.appointments)">\(Icon.back)</a><div><h1>\(text.endAppointment)</h1>
            <p>\(appointment.name.full) · \(web.role(appointment.role))\(appointment.schoolClass.map { " " + $0 } ?? "")</p></div></header>
            <form class="narrow flow" method="post" action="\(Link.ending(appointment.id))">\(reader.formField)\(fields.trouble)<p>\(text.endMeans)</p>
            \(fields.day("on", text.sinceDay, reader.today))<p class="hint">\(text.laterIsPlanned)</p>\(order(fields))<div class="acts"><button class="danger">\(text.endAppointment)</button></div></form>
            """)
    }

    func dismissal(_ staff: [Candidate], _ filled: Filled) -> HTML {
        let fields = Fields(reader, filled, "dismiss")
        return shell(
            text.dismiss, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.appointments)" aria-label="\(text.appointments)">\(Icon.back)</a><div><h1>\(text.dismiss)</h1></div></header>
            <form class="narrow flow" method="post" action="/movement/dismissals">\(reader.formField)\(fields.trouble)<p>\(text.dismissMeans)</p>
            \(people(staff, fields))\(fields.day("day", text.sinceDay, reader.today))<p class="hint">\(text.laterIsPlanned)</p>\(order(fields))<div class="acts"><button class="danger">\(text.dismiss)</button></div></form>
            """)
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

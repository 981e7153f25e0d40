import Accounts
import Kernel
import Markup
import School
import WebCore

/// Codes by class: values to markup, nothing else.
struct IssuingViews {
    let reader: Reader
    private var text: any InvitationsText { reader.language.invitations }
    private var web: any WebText { reader.language.web }

    // MARK: The first page

    func index(_ index: CodesIndex, revoked: Int?) -> HTML {
        shell(
            text.codes, reader, place: .more,
            """
            \(head(text.codes, back: "/more"))<div class="narrow flow">\(revoked.map { good(text.revoked($0)) })<p class="quiet">\(text.codesWords)</p>
            \(index.waiting > 0 ? requests(index.waiting) : nil)
            \(index.classes.isEmpty && index.staff == nil ? #"<div class="empty"><b>\#(text.noClasses)</b>\#(text.noClassesHint)</div>"# as HTML : nil)
            \(index.classes.isEmpty ? nil : #"<section class="block"><h2>\#(text.classes)</h2><ul class="lines">\#(each: index.classes, classLine)</ul></section>"# as HTML)
            \(index.staff.map(staffBlock))<section class="block"><h2>\(text.more)</h2><ul class="lines">\(link("/codes/new", text.inviteNew, text.inviteNewHint))\(link("/codes/issued", text.issued, text.issuedHint))\
            \(index.staff == nil ? nil : link("/codes/requests", text.requests, text.requestsHint))\(index.staff == nil ? nil : link("/codes/entrance", text.entrance, text.entranceHint))</ul></section>
            <form method="post" action="/codes/revoke" class="flow">\(reader.formField)<p class="quiet small">\(text.revokeAllWords)</p><div class="acts"><button class="danger">\(text.revokeAll)</button></div></form></div>
            """)
    }

    private func requests(_ count: Int) -> HTML {
        #"<section class="block"><h2>\#(text.waitForYou)</h2><ul class="lines">\#(link("/codes/requests", text.requestsWait(count), nil))</ul></section>"#
    }

    private func staffBlock(_ come: Come) -> HTML {
        #"<section class="block"><h2>\#(text.staff)</h2><ul class="lines">\#(line("/codes/staff", text.allStaff, come))</ul></section>"#
    }

    private func classLine(_ line: ClassCome) -> HTML { self.line("/codes/classes/\(line.schoolClass.id.number)", line.schoolClass.name, line.come) }

    private func line(_ link: Link, _ title: String, _ come: Come) -> HTML {
        """
        <li><a href="\(link)"><span class="grow"><b>\(title)</b><small>\(text.come(come.came, of: come.all))</small>\(bar(come, title))</span><span class="go"></span></a></li>
        """
    }

    private func bar(_ come: Come, _ title: String) -> HTML {
        #"<progress class="come" value="\#(come.came)" max="\#(max(come.all, 1))" aria-label="\#(title)"></progress>"#
    }

    private func link(_ link: Link, _ title: String, _ hint: String?) -> HTML {
        #"<li><a href="\#(link)"><span class="grow"><b>\#(title)</b>\#(hint.map { "<small>\($0)</small>" as HTML })</span><span class="go"></span></a></li>"#
    }

    func today(_ come: Come, waiting: Int) -> HTML {
        """
        <section class="block"><h2>\(text.comingIn)</h2><ul class="lines">\(waiting > 0 ? link("/codes/requests", text.requestsWait(waiting), nil) : nil)\
        \(come.came < come.all ? line("/codes", text.whoHasNotCome, come) : nil)</ul></section>
        """
    }

    // MARK: A class, the staff

    func ofClass(_ schoolClass: SchoolClass, _ roster: Roster, _ reminder: Reminder?, done: Done) -> HTML {
        let come = Come(came: Set(roster.lines.filter { $0.login != nil }.map(\.person)).count, all: Set(roster.lines.map(\.person)).count)
        return page(
            text.codesOf(schoolClass.name), come, roster, issue: "/codes/classes/\(schoolClass.id.number)/issue",
            revoke: "/codes/classes/\(schoolClass.id.number)/revoke",
            done,
            """
            \(come.came < come.all ? ReminderViews(reader: reader).reminding(schoolClass, reminder) : nil)
            <section class="block"><h2>\(text.pupilsAndFamilies)</h2><ol class="lines families">\(each: roster.pupils, { family($0, schoolClass, roster) })</ol></section>
            <p><a href="/codes/new?role=pupil">\(text.invitePupil)</a></p>
            """)
    }

    func staff(_ roster: Roster, done: Done) -> HTML {
        let absent = roster.lines.filter { $0.login == nil }, came = roster.lines.filter { $0.login != nil }
        return page(
            text.allStaff, Come(came: came.count, all: roster.lines.count), roster, issue: "/codes/staff/issue", revoke: nil, done,
            """
            \(absent.isEmpty ? nil : #"<section class="block"><h2>\#(text.whoHasNotCome)</h2><ul class="lines">\#(each: absent, { "<li>\(person($0))</li>" })</ul></section>"# as HTML)
            <section class="block"><h2>\(text.whoHasCome)</h2><ul class="lines">\(each: came, { "<li>\(person($0))</li>" })</ul></section>
            """)
    }

    private func page(_ title: String, _ come: Come, _ roster: Roster, issue: Link, revoke: Link?, _ done: Done, _ lists: HTML) -> HTML {
        let isAlone = roster.pupils.contains { pupil in !roster.lines.contains { $0.pupil == pupil && $0.person != pupil.id } }
        let isOpen = roster.lines.contains { $0.open != nil } || !roster.awaited.isEmpty
        return shell(
            title, reader, place: .more,
            """
            \(head(title, back: "/codes", words: text.come(come.came, of: come.all)))<div class="narrow flow">\(bar(come, title))
            \(done.revoked.map { good(text.revoked($0)) })\(done.held.map { notice($0 > 0 ? text.allHeld($0) : text.allHaveCome) })
            \(come.came < come.all || isAlone ? making(issue, isOpen) : nil)
            \(lists)\(isOpen ? revoke.map { #"<form method="post" action="\#($0)" class="acts">\#(reader.formField)<button class="danger">\#(text.revokeOfClass)</button></form>"# as HTML } : nil)</div>
            """)
    }

    private func making(_ issue: Link, _ isOpen: Bool) -> HTML {
        """
        <form method="post" action="\(issue)" class="flow">\(reader.formField)<div class="acts"><button class="chief">\(text.makeSheet)</button>
        \(isOpen ? #"<button name="anew" value="1">\#(text.makeSheetAnew)</button>"# as HTML : nil)</div><p class="hint">\(text.makeSheetHint)</p></form>
        """
    }

    /// A pupil with the guardians under the name.
    private func family(_ pupil: Pupil, _ schoolClass: SchoolClass, _ roster: Roster) -> HTML {
        let lines = roster.lines.filter { $0.pupil?.id == pupil.id }, awaited = roster.awaited.filter { $0.pupil == pupil.id }
        return """
            <li>\(each: lines, person)\(each: awaited, { awaitedLine($0.code) })
            <form method="post" action="/codes/new" class="line"><span class="grow"></span>\(reader.formField)<input type="hidden" name="role" value="guardian"><input type="hidden" name="class" value="\(schoolClass.id.number)">\
            <input type="hidden" name="pupil" value="\(pupil.id.number)"><button class="link">\(text.oneMoreGuardian)</button></form></li>

            """
    }

    private func person(_ line: RosterLine) -> HTML {
        let role = line.pupil == nil ? line.roles.map(web.role).sorted().joined(separator: ", ") : web.role(line.role)
        return """
            <div class="line"><span class="grow"><b>\(line.name.full)</b><small>\(role) · \(state(line))</small></span>\(act(line))</div>
            """
    }

    private func state(_ line: RosterLine) -> String {
        if line.login != nil { return line.open.map { text.hasCome + ", " + text.helpUntil(lastDay($0.expiresAt)) } ?? text.hasCome }
        return line.open.map { text.codeUntil(lastDay($0.expiresAt)) } ?? text.noCodeYet
    }

    private func act(_ line: RosterLine) -> HTML? {
        guard let viewer = reader.viewer, (try? InvitationsAccess.issuing(to: line, by: viewer)) != nil else {
            return line.login == nil ? #"<small class="quiet">\#(line.isElsewhere ? text.elsewhereToo : text.byAdministratorShort)</small>"# : nil
        }
        let word = line.login != nil ? text.forgotPassword : line.open == nil ? text.giveCode : text.giveCodeAnew
        return
            #"<form method="post" action="\#("/codes/people/\(line.person.number)/issue" as Link)">\#(reader.formField)<button\#(line.login == nil ? nil : #" class="link""# as HTML) aria-label="\#(word): \#(line.name.full)">\#(word)</button></form>"#
    }

    private func awaitedLine(_ code: OpenCode) -> HTML {
        #"<div class="line"><span class="grow"><b>\#(text.guardianToCome)</b><small>\#(text.codeUntil(lastDay(code.expiresAt)))</small></span></div>"#
    }

    // MARK: What was given out

    func issued(_ codes: [Invitation], hasOlder: Bool) -> HTML {
        shell(
            text.issued, reader, place: .more,
            """
            \(head(text.issued, back: "/codes"))<div class="narrow flow">\(codes.isEmpty ? #"<div class="empty"><b>\#(text.noneIssued)</b></div>"# as HTML : nil)
            <ul class="lines">\(each: codes, issuedLine)</ul>\(hasOlder ? codes.last.map { #"<p><a class="button" href="\#(Link.issued(before: $0.id))">\#(text.older)</a></p>"# as HTML } : nil)</div>
            """)
    }

    private func issuedLine(_ code: Invitation) -> HTML {
        let state = code.state(at: reader.now)
        let what =
            switch state {
            case .open: text.codeUntil(lastDay(code.expiresAt))
            case .used: text.usedBy(code.usedBy?.short ?? "", date(code.usedAt ?? code.issuedAt))
            case .revoked: text.revokedOn(date(code.endedAt ?? code.issuedAt))
            case .expired: text.expiredOn(date(code.expiresAt))
            }
        return """
            <li data-state="\(state.rawValue)"><div class="line"><span class="grow"><b>№ \(code.id.number) · \(InvitationWords(reader: reader).whom(code))</b><small>\(text.issuedBy(code.issuedBy?.short ?? "", date(code.issuedAt))) · \(what)</small></span>
            \(state == .open ? #"<form method="post" action="\#("/codes/issued/\(code.id.number)/revoke" as Link)">\#(reader.formField)<button aria-label="\#(text.revoke) № \#(code.id.number)">\#(text.revoke)</button></form>"# as HTML : nil)</div></li>

            """
    }

    // MARK: One who is not entered

    func inviting(_ form: IssuingRoutes.InviteForm, roles: [Role], classes: [SchoolClass], pupils: [Pupil], refused: Denial?) -> HTML {
        let fields = PlaceFields(reader: reader, refused: refused)
        return shell(
            text.inviteNew, reader, place: .more,
            """
            \(head(text.inviteNew, back: "/codes"))<form method="post" action="/codes/new" class="narrow flow">\(reader.formField)\(fields.summary)
            \(fields.role(form.place.role, of: roles))\(fields.schoolClass(form.place.schoolClass, of: classes, hint: text.classHint))\(pupils.isEmpty ? nil : fields.pupil(form.place.pupil, of: pupils))
            \(NameFields(reader: reader, refused: refused).optional(form.name))
            \(fields.number("count", text.howMany, form.count ?? "1", hint: text.howManyHint(InvitePeople.most)))
            <div class="acts"><button class="chief">\(text.giveCodes)</button></div></form>
            """)
    }

    // MARK: Pieces

    private func head(_ title: String, back: Link, words: String? = nil) -> HTML {
        #"<header class="head"><a class="tool" href="\#(back)" aria-label="\#(text.back)">\#(Icon.back)</a><div><h1>\#(title)</h1>\#(words.map { "<p>\($0)</p>" as HTML })</div></header>"#
    }

    private func good(_ words: String) -> HTML { #"<div class="notice good" role="status">\#(words)</div>"# }
    private func notice(_ words: String) -> HTML { #"<div class="notice" role="status">\#(words)</div>"# }
    /// The last day on which a code is good all day long, as the slip says it.
    private func lastDay(_ end: Moment) -> String { web.date(reader.zone.day(of: end) - 1) }
    private func date(_ moment: Moment) -> String { web.date(reader.zone.day(of: moment)) }
}

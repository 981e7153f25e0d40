import Accounts
import Kernel
import Markup
import WebCore

/// A person's card. Values to markup, nothing else.
struct CardViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any PeopleText { reader.language.people }
    private var web: any WebText { reader.language.web }

    func page(_ card: PersonCard) -> HTML {
        shell(
            card.name.full, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.people)" aria-label="\(text.people)">\(Icon.back)</a><div>\
            <h1>\(card.name.full)\(card.verified == nil ? nil : Icon.badge(web.verifiedTeacher))</h1><p>\(summary(card))</p></div></header>
            <div class="narrow flow">\(card.isPresent && card.id != viewer.person
                ? #"<p class="acts"><a class="button" href="\#("/chats/with/\(card.id.number)" as Link)">\#(text.write)</a></p>"# as HTML : nil)\(card.isPupil ? #"<p class="quiet small">\#(text.isLogged)</p>"# as HTML : nil)\
            \(block(text.roles, card.roles.map { (web.role($0.role), span($0.since, $0.until)) }))\
            \(block(text.classes, card.classes.map { ($0.name, span($0.since, $0.until)) }))\
            \(relatives(text.guardians, card.guardians))\(relatives(text.children, card.children))\
            \(badge(card))\(card.signIn.map { signIn($0, card) })\(acts(card))</div>
            """)
    }

    private func summary(_ card: PersonCard) -> String {
        let roles = card.openRoles.map { web.role($0) }.joined(separator: ", ")
        let born = card.bornOn.map { text.bornOn("\(web.date($0)) \($0.year)") }
        return [card.isPresent ? roles : text.isGone, born].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func span(_ since: Day, _ until: Day?) -> String {
        until.map { text.span(date(since), date($0)) } ?? text.since(date(since))
    }
    private func date(_ day: Day) -> String { "\(web.date(day)) \(day.year)" }
    private func moment(_ moment: Moment) -> String {
        "\(web.day(reader.zone.day(of: moment), today: reader.today)), \(web.time(reader.zone.minute(of: moment)))"
    }

    private func block(_ heading: String, _ lines: [(String, String)]) -> HTML? {
        guard !lines.isEmpty else { return nil }
        return """
            <section class="block"><h2>\(heading)</h2><ul class="lines">\
            \(each: lines, { #"<li><span class="line"><span class="grow"><b>\#($0.0)</b><small>\#($0.1)</small></span></span></li>"# })</ul></section>
            """
    }

    private func relatives(_ heading: String, _ people: [PersonCard.Relative]) -> HTML? {
        guard !people.isEmpty else { return nil }
        return """
            <section class="block"><h2>\(heading)</h2><ul class="lines">\
            \(each: people, { #"<li><a href="\#(Link.person($0.id))"><span class="grow"><b>\#($0.name.full)</b></span><span class="go"></span></a></li>"# })</ul></section>
            """
    }

    // MARK: Badge and sign-in

    private func badge(_ card: PersonCard) -> HTML? {
        guard card.verified != nil || !Badge.roles.isDisjoint(with: card.openRoles) else { return nil }
        let words = card.verified.map { verified in
            ([text.verified(date(reader.zone.day(of: verified.at)))] + (verified.order.map { [text.byOrder($0)] } ?? [])).joined(separator: ", ")
        }
        return
            #"<section class="block flow"><h2>\#(web.verifiedTeacher.capitalizedFirst)</h2><p>\#(words ?? text.notVerified)</p>\#(badgeForm(card))</section>"#
    }

    private func badgeForm(_ card: PersonCard) -> HTML? {
        guard AccountsAccess.mayConfirm(viewer) else { return nil }
        guard card.verified == nil else {
            return
                #"<form method="post" action="\#("/people/\(card.id.number)/badge/withdraw" as Link)" class="acts">\#(reader.formField)<button>\#(text.withdraw)</button></form>"#
        }
        return """
            <form method="post" action="\("/people/\(card.id.number)/badge" as Link)" class="flow">\(reader.formField)
            <div><label for="order">\(text.order)</label><input id="order" name="order" maxlength="100"></div><div class="acts"><button>\(text.confirm)</button></div></form>
            """
    }

    private func signIn(_ state: PersonCard.SignInState, _ card: PersonCard) -> HTML {
        let login = state.login.map { text.login($0) } ?? text.noLogin
        let places = state.lastAt == nil ? text.neverIn : text.signedIn(state.open, state.lastAt.map(moment))
        let blocked: HTML? = state.blockedUntil.map { #"<p class="why">\#(text.blocked(until: moment($0)))</p>"# }
        let end: HTML? =
            state.open > 0 && card.id != viewer.person
            ? #"<form method="post" action="\#("/people/\(card.id.number)/end-sign-ins" as Link)" class="acts">\#(reader.formField)<button class="danger">\#(text.endSignIns)</button></form>"#
            : nil
        return #"<section class="block flow"><h2>\#(text.signIn)</h2><p>\#(login)<br>\#(places)</p>\#(blocked)\#(end)</section>"#
    }

    private func acts(_ card: PersonCard) -> HTML? {
        guard PeopleAccess.readsLog(viewer), !card.acts.isEmpty else { return nil }
        return """
            <section class="block"><h2>\(text.acts)</h2><ul class="lines">\(each: card.acts, LogViews(reader: reader).line)</ul>\
            <p><a href="\(Link.log(of: card.id))">\(text.allActs)</a></p></section>
            """
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

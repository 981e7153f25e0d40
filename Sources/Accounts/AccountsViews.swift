import Kernel
import Markup
import WebCore

/// Values to markup, nothing else: no request, no database.
struct AccountsViews {
    let reader: Reader
    private var text: any AccountsText { reader.language.accounts }

    func more(_ viewer: Viewer, _ doors: [Door], _ open: [OpenSignIn], this: Int64, isPasswordChanged: Bool) -> HTML {
        shell(
            reader.language.web.more, reader, place: .more,
            """
            <header class="head"><div><h1>\(reader.language.web.more)</h1><p>\(viewer.name.full)</p></div></header><div class="narrow flow">
            \(isPasswordChanged ? #"<div class="notice good" role="status">\#(text.passwordChanged)</div>"# as HTML : nil)
            \(rooms(.school, doors))\(rooms(.own, doors))<section class="block"><h2>\(text.hats)</h2><form method="post" action="/more/hat">\(reader.formField)<ul class="lines">\(each: [viewer.hat] + viewer.otherHats, { hat($0, isWorn: $0 == viewer.hat) })</ul></form></section>
            <section class="block"><h2>\(text.language)</h2><form method="post" action="/more/language" class="acts">\(reader.formField)\(each: Language.allCases, choice)</form></section>
            <section class="block"><h2>\(text.signIns)</h2><ul class="lines">\(each: open, { signIn($0, isThis: $0.id == this) })</ul>
            \(open.count > 1 ? #"<form method="post" action="/more/sign-ins/end-others" class="acts">\#(reader.formField)<button>\#(text.endOthers)</button></form>"# as HTML : nil)</section>
            <section class="block"><h2>\(text.access)</h2><ul class="lines"><li><a href="/more/password"><span class="grow"><b>\(text.changePassword)</b></span><span class="go"></span></a></li></ul></section>
            <form method="post" action="/more/sign-out">\(reader.formField)<button class="danger">\(text.signOut)</button></form></div>
            """)
    }

    private func rooms(_ group: Door.Group, _ all: [Door]) -> HTML? {
        let doors = all.filter { $0.group == group }
        return doors.isEmpty ? nil : #"<section class="block"><h2>\#(text.rooms(group))</h2><ul class="lines">\#(each: doors, room)</ul></section>"#
    }

    private func room(_ door: Door) -> HTML {
        #"<li><a href="\#(door.link)"><span class="grow"><b>\#(door.title)</b>\#(door.hint.map { "<small>\($0)</small>" as HTML })</span><span class="go"></span></a></li>"#
    }

    private func choice(_ language: Language) -> HTML {
        let isChosen = language == reader.language
        return
            #"<button name="language" value="\#(language.rawValue)" lang="\#(language.rawValue)"\#(isChosen ? #" aria-pressed="true""# as HTML : nil)>\#(text.name(language))</button>"#
    }

    private func hat(_ hat: Hat, isWorn: Bool) -> HTML {
        let roles = hat.roles.map { reader.language.web.role($0) }.sorted().joined(separator: ", ")
        return """
            <li><span class="line"><span class="grow"><b>\(roles)</b><small>\(hat.school.name)\(isWorn ? " · \(text.wornNow)" : nil)</small></span>
            \(isWorn ? Icon.check : #"<button name="hat" value="\#(hat.key)">\#(text.wear)</button>"#)</span></li>
            """
    }

    private func signIn(_ open: OpenSignIn, isThis: Bool) -> HTML {
        let seen = max(open.seenAt, open.beganAt)
        return """
            <li><span class="line"><span class="grow"><b>\(text.device(open.device))\(isThis ? " · \(text.thisDevice)" : nil)</b><small>\(text.signedIn(moment(open.beganAt), from: open.address)). \(text.lastUsed(moment(seen)))</small></span>
            \(isThis ? nil : #"<form method="post" action="\#("/more/sign-ins/\(open.id)/end" as Link)">\#(reader.formField)<button>\#(text.end)</button></form>"# as HTML)</span></li>
            """
    }

    private func moment(_ moment: Moment) -> String {
        reader.language.web.day(reader.zone.day(of: moment), today: reader.today) + ", " + reader.language.web.time(reader.zone.minute(of: moment))
    }

    func password(refused: Denial?) -> HTML {
        shell(
            text.changePassword, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(reader.language.web.more)">\(Icon.back)</a><div><h1>\(text.changePassword)</h1></div></header>
            <form method="post" action="/more/password" class="narrow flow">\(reader.formField)
            \(field("old", text.oldPassword, "current-password", refused))\(field("new", text.newPassword, "new-password", refused, hint: text.passwordHint(Password.shortest)))
            <div class="acts"><button class="chief">\(text.changePassword)</button></div></form>
            """)
    }

    private func field(_ name: StaticString, _ label: String, _ kind: StaticString, _ refused: Denial?, hint: String? = nil) -> HTML {
        let why = reason(refused, name.description)
        return """
            <div><label for="\(name.description)">\(label)</label><input id="\(name.description)" name="\(name.description)" type="password" autocomplete="\(kind.description)" required maxlength="\(Password.longest)"\(why.map { _ in #" aria-invalid="true""# as HTML })>
            \(why)\(hint.map { #"<p class="hint">\#($0)</p>"# as HTML })</div>
            """
    }

    private func reason(_ denial: Denial?, _ name: String) -> HTML? {
        switch denial {
        case .invalid(let field, let reason) where field == name: #"<p class="why" role="alert">\#(reason.words(reader.language))</p>"#
        case .wait(let seconds) where name == "old": #"<p class="why" role="alert">\#(reader.language.web.wait(seconds))</p>"#
        default: nil
        }
    }
}

import Accounts
import Kernel
import Markup
import WebCore

/// Where a one-time code is used, and the paper on which it is handed over.
struct ActivationViews {
    let reader: Reader
    private var text: any RegionsText { reader.language.regions }

    func form(typed: [String: String] = [:], refused: Denial? = nil) -> HTML {
        var flaws = Flaws()
        if case .invalid(let field, let reason) = refused { flaws.note(field, reason) }
        if case .conflict(let reason) = refused { flaws.note("login", reason) }
        let fields = FieldViews(reader: reader, typed: typed, flaws: flaws)
        return shell(
            text.firstSignIn, reader, kind: .gate,
            """
            <h1>\(text.firstSignIn)</h1><p class="quiet">\(text.firstSignInHint)</p>\(refused.flatMap(waiting))
            <form class="flow" method="post" action="/activate">\(reader.formField)
            \(fields.input("code", text.code, most: 100, hint: text.codeHint, complete: "one-time-code"))\(fields.input("login", text.newLogin, most: 80, hint: text.loginHint, complete: "username"))
            \(fields.input("password", text.newPassword, .password, hint: text.passwordHint(Password.shortest), complete: "new-password"))<button class="chief">\(text.comeIn)</button></form>
            """)
    }

    private func waiting(_ denial: Denial) -> HTML? {
        guard case .wait(let seconds) = denial else { return nil }
        return #"<div class="errors" role="alert"><b>\#(reader.language.web.waitTitle)</b><p>\#(reader.language.web.wait(seconds))</p></div>"#
    }

    /// The part of a printed page that is cut off and handed to one person.
    func slip(_ issued: IssuedCode, at host: String) -> HTML {
        """
        <ul class="lines">\(row(text.person, "\(issued.name.full)"))\(row(text.organisation, "\(issued.school)"))\(row(text.code, "<b data-code>\(issued.code.forPaper)</b>"))
        \(row(text.goodUntil, "\(text.dated(reader.zone.day(of: issued.expires), reader.language.web))"))\(row(text.where_, "\(host)/activate"))</ul><p>\(text.codeWarning)</p>
        """
    }

    private func row(_ label: String, _ value: HTML) -> HTML {
        #"<li><span class="line"><span class="grow"><small>\#(label)</small><span>\#(value)</span></span></span></li>"#
    }

    func codePage(_ issued: IssuedCode, at host: String, back: Link) -> HTML {
        shell(
            text.codeTitle, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(text.codeTitle)</h1></div></header>
            <div class="narrow flow"><p class="notice warn">\(text.codeOnce)</p>\(slip(issued, at: host))</div>
            """)
    }
}

import Kernel
import Markup
import WebCore

/// Rows of pictures to choose from, for any form: values to markup, nothing else.
public struct PictureViews: Sendable {
    let reader: Reader
    public init(reader: Reader) { self.reader = reader }
    private var text: any PictureText { reader.language.pictures }

    /// `chosen` are the names that were sent before, row by row.
    public func rows(chosen: [String?] = [], refused: Denial? = nil) -> HTML {
        "\(each: Picture.rows.indices, { row($0, chosen: chosen.indices.contains($0) ? chosen[$0] : nil, refused) })"
    }

    private func row(_ place: Int, chosen: String?, _ refused: Denial?) -> HTML {
        let field = PicturePassword.field(place)
        var why: HTML?
        if case .invalid(field, let reason) = refused { why = #"<p class="why" role="alert">\#(reason.words(reader.language))</p>"# }
        return """
            <fieldset class="pictures"><legend>\(text.row(place))</legend>\(why)<div>\(each: Picture.rows[place], { picture($0, in: field, isChosen: $0.name == chosen) })</div></fieldset>

            """
    }

    private func picture(_ picture: Picture, in field: String, isChosen: Bool) -> HTML {
        """
        <label><input type="radio" name="\(field)" value="\(picture.name)" required\(isChosen ? " checked" : nil)><b aria-hidden="true">\(picture.sign)</b>\
        <span>\(picture.word(reader.language))</span></label>
        """
    }

    func signIn(login: String = "", chosen: [String?] = [], refused: Denial? = nil) -> HTML {
        let accounts = reader.language.accounts
        return shell(
            text.byPictures, reader, kind: .gate,
            """
            <h1>\(text.byPictures)</h1>\(refused.map { #"<div class="errors" role="alert" tabindex="-1"><b>\#(accounts.notIn)</b><p>\#(words($0))</p></div>"# as HTML })
            <form class="flow" method="post" action="/sign-in/pictures"><div><label for="login">\(accounts.login)</label>
            <input id="login" name="login" value="\(login)" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="80"></div>
            \(rows(chosen: chosen, refused: refused))<button class="chief">\(accounts.enter)</button></form><p><a href="/sign-in">\(text.byPassword)</a></p>
            """)
    }

    private func words(_ denial: Denial) -> String {
        switch denial {
        case .invalid(_, let reason), .forbidden(let reason), .conflict(let reason): reason.words(reader.language)
        case .wait(let seconds): reader.language.web.waitTitle + ". " + reader.language.web.wait(seconds)
        case .signInFirst, .proveAgain, .notFound: reader.language.web.failed
        }
    }
}

import Kernel
import Markup
import WebCore

struct EntranceViews {
    let reader: Reader
    let ways: [Door]
    private var text: any AccountsText { reader.language.accounts }

    func signIn(login: String = "", next: String?, refused: Denial? = nil) -> HTML {
        shell(
            text.signIn, reader, kind: .gate,
            """
            <h1>\(reader.language.web.product)</h1><p class="quiet">\(text.motto)</p>\(refused.map(refusal))
            <form class="flow" method="post" action="/sign-in"><div><label for="login">\(text.login)</label>
            <input id="login" name="login" value="\(login)" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="80"></div>
            <div><label for="password">\(text.password)</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200"\(refused.map { _ in #" aria-invalid="true" aria-describedby="refusal""# as HTML })></div>
            \(next.map { #"<input type="hidden" name="next" value="\#($0)">"# as HTML })<button class="chief">\(text.enter)</button></form>
            \(others)<p><a href="/sign-in/pictures">\(reader.language.pictures.byPictures)</a> · <a href="/join">\(reader.language.pictures.byCode)</a></p>
            <p class="hint">\(text.noPassword)</p><p class="hint"><a href="/apply">\(text.joinSchool)</a></p>
            """)
    }

    /// Ways in beside login and password. Links and no forms: they lead to other sites, which forms of ours may not.
    private var others: HTML? {
        guard !ways.isEmpty else { return nil }
        return #"<ul class="lines">\#(each: ways, way)</ul>"#
    }

    private func way(_ door: Door) -> HTML {
        #"<li><a href="\#(door.link)" rel="nofollow"><span class="grow"><b>\#(door.title)</b>\#(door.hint.map { "<small>\($0)</small>" as HTML })</span><span class="go"></span></a></li>"#
    }

    private func refusal(_ denial: Denial) -> HTML {
        #"<div class="errors" role="alert" tabindex="-1"><b>\#(text.notIn)</b><p id="refusal">\#(words(denial))</p></div>"#
    }

    private func words(_ denial: Denial) -> String {
        switch denial {
        case .invalid(_, let reason), .forbidden(let reason), .conflict(let reason): reason.words(reader.language)
        case .wait(let seconds): reader.language.web.waitTitle + ". " + reader.language.web.wait(seconds)
        case .signInFirst, .proveAgain, .notFound: reader.language.web.failed
        }
    }
}

import Kernel
import Markup
import WebCore

/// What one sees who is not in yet.
struct GateViews {
    let reader: Reader
    private var text: any IdentityText { reader.language.identity }

    func failed(_ provider: Provider, _ words: String) -> HTML {
        let title = text.outsideFailed(provider.name)
        return gate(
            title,
            """
            <h1>\(title)</h1><div class="errors" role="alert" tabindex="-1"><p>\(words)</p></div>
            <div class="acts"><a class="button chief" href="\("/sign-in/with/\(provider.key)" as Link)" rel="nofollow">\(text.tryAgain)</a><a class="button" href="/sign-in">\(text.otherWay)</a></div>
            """)
    }
    func failed(_ provider: Provider, _ trouble: OutsideTrouble) -> HTML { failed(provider, text.trouble(trouble)) }
    func different(_ provider: Provider) -> HTML { failed(provider, text.different) }
    func refused(_ provider: Provider, _ denial: Denial) -> HTML {
        switch denial {
        case .forbidden(let reason), .conflict(let reason), .invalid(_, let reason): failed(provider, reason.words(reader.language))
        default: failed(provider, text.trouble(.unbelievable))
        }
    }

    func confirm(_ passkey: PasskeyQuestion?, hasCode: Bool, refused: Denial? = nil) -> HTML {
        gate(
            text.confirmTitle, islands: passkey == nil ? [] : ["identity/passkey"],
            """
            <h1>\(text.confirmTitle)</h1><p class="quiet">\(text.confirmHint)</p>\(reader.refusal(refused, besides: ["code"]))
            \(passkey.map { PasskeyViews(reader: reader).question($0, action: "/sign-in/confirm/passkey") })
            <form class="flow" method="post" action="/sign-in/confirm">\(codeField(hasCode).html(reader, refused))
            <button\(passkey == nil ? #" class="chief""# as HTML : nil)>\(text.confirm)</button></form><p><a href="/sign-in">\(text.otherWay)</a></p>
            """)
    }

    /// One who has keys and no app types a recovery code, if anything.
    private func codeField(_ hasCode: Bool) -> Field {
        Field(
            name: "code", label: hasCode ? text.code : text.recoveryCode, hint: hasCode ? text.codeHint : text.recoveryCodeHint, autocomplete: "one-time-code",
            longest: 40)
    }

    func beginAgain() -> HTML {
        gate(
            text.confirmTitle,
            #"<h1>\#(text.confirmTitle)</h1><p>\#(text.beginAgain)</p><div class="acts"><a class="button chief" href="/sign-in">\#(text.toSignIn)</a></div>"#)
    }

    func stolen(login: String = "", refused: Denial? = nil) -> HTML {
        gate(
            text.stolen,
            """
            <h1>\(text.stolen)</h1><p>\(text.stolenPublicIntro)</p>\(reader.refusal(refused, besides: ["password"]))
            <form class="flow" method="post" action="/sign-in/stolen">\(Field(name: "login", label: text.login, value: login, autocomplete: "username", longest: 80).html(reader))
            \(Field(name: "password", label: text.password, kind: "password", autocomplete: "current-password").html(reader, refused))
            <button class="danger">\(text.stolenButton)</button></form><p><a href="/sign-in">\(text.otherWay)</a></p>
            """)
    }

    func closed() -> HTML {
        gate(
            text.closedTitle,
            #"<h1>\#(text.closedTitle)</h1><p>\#(text.closedHint)</p><div class="acts"><a class="button" href="/sign-in">\#(text.toSignIn)</a></div>"#)
    }

    private func gate(_ title: String, islands: [StaticString] = [], _ main: HTML) -> HTML { shell(title, reader, kind: .gate, islands: islands, main) }
}

/// What a page asks of a passkey.
struct PasskeyQuestion {
    let challenge: [UInt8]
    let ticket: String
    let site: PasskeySite
    /// The keys that may answer, or that need not be made again.
    let credentials: [[UInt8]]
}

struct PasskeyViews {
    let reader: Reader
    private var text: any IdentityText { reader.language.identity }

    /// A button that asks the browser for the passkey and sends what it gives. Stays hidden where scripts or passkeys do not work.
    func question(_ question: PasskeyQuestion, action: Link, next: String? = nil, kept: KeptForm? = nil) -> HTML {
        """
        <form class="flow" method="post" action="\(action)" data-island="identity/passkey" data-kind="get" \(attributes(question)) hidden>\(reader.formField)\(answerFields)
        \(next.map { #"<input type="hidden" name="next" value="\#($0)">"# as HTML })\(kept?.carrying)<button class="chief">\(text.confirmByPasskey)</button><p class="why" role="alert" hidden>\(text.passkeyFailed)</p></form>
        """
    }

    /// The same for a new one; `person` is the number by which the key keeps people apart.
    func making(_ question: PasskeyQuestion, person: [UInt8], name: String, refused: Denial?) -> HTML {
        """
        <form class="flow" method="post" action="/more/factors/passkeys" data-island="identity/passkey" data-kind="create" \(attributes(question)) data-person="\(person.base64URL)" data-name="\(name)" hidden>
        \(reader.formField)\(answerFields)\(Field(name: "name", label: text.passkeyName, value: text.passkeyNameExample, longest: 40).html(reader, refused))
        <div class="acts"><button>\(text.addPasskey)</button></div><p class="why" role="alert" hidden>\(text.passkeyFailed)</p></form>
        """
    }

    private func attributes(_ question: PasskeyQuestion) -> HTML {
        """
        data-challenge="\(question.challenge.base64URL)" data-host="\(question.site.host)" data-credentials="\(question.credentials.map(\.base64URL).joined(separator: " "))" data-ticket="\(question.ticket)"
        """
    }

    private var answerFields: HTML {
        """
        <input type="hidden" name="ticket"><input type="hidden" name="credential"><input type="hidden" name="client"><input type="hidden" name="authenticator"><input type="hidden" name="signature">
        """
    }
}

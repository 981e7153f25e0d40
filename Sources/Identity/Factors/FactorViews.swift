import Kernel
import Markup
import WebCore

/// Draws an address for a phone's camera.
public typealias AddressPicture = @Sendable (_ address: String) -> HTML

/// Second factors, and proving who one is once more.
struct FactorViews {
    let reader: Reader
    private var text: any IdentityText { reader.language.identity }

    func prove(_ factors: Factors, _ question: PasskeyQuestion?, by providers: [Provider], _ way: ProveWay, refused: Denial?) -> HTML {
        let next = way.next?.text
        let field =
            factors.isEmpty
            ? Field(name: "password", label: text.password, kind: "password", autocomplete: "current-password")
            : Field(name: "code", label: text.code, hint: text.codeHint, autocomplete: "one-time-code", longest: 40)
        return shell(
            text.proveTitle, reader, place: .more, islands: question == nil ? [] : ["identity/passkey"],
            """
            \(reader.head(text.proveTitle))<div class="narrow flow"><p>\(text.proveHint)</p>\(way.kept == nil ? nil : #"<div class="notice"><p>\#(text.keptHint)</p></div>"# as HTML)\
            \(reader.refusal(refused, besides: ["password", "code"]))
            \(question.map { PasskeyViews(reader: reader).question($0, action: "/more/prove/passkey", next: next, kept: way.kept) })
            <form class="flow" method="post" action="/more/prove">\(reader.formField)\(next.map { #"<input type="hidden" name="next" value="\#($0)">"# as HTML })\(way.kept?.carrying)
            \(field.html(reader, refused))<div class="acts"><button class="chief">\(text.confirm)</button></div></form>
            \(providers.isEmpty ? nil : #"<ul class="lines">\#(each: providers, { link($0, isApart: way.kept != nil) })</ul>"# as HTML)\(providers.isEmpty ? nil : way.kept.map(goingOn))</div>
            """)
    }

    /// For one who has proved it by a provider, on a page that was opened apart.
    private func goingOn(_ kept: KeptForm) -> HTML {
        #"<form method="post" action="/more/prove" class="acts">\#(reader.formField)\#(kept.carrying)<button>\#(text.provedApart)</button></form>"#
    }

    /// Proved, with the form that has come before: one press sends it on.
    func proved(_ kept: KeptForm) -> HTML {
        shell(
            text.provedTitle, reader, place: .more,
            """
            \(reader.head(text.provedTitle))<div class="narrow flow"><p>\(text.provedHint)</p>
            <form class="flow" method="post" action="\(kept.to)">\(reader.formField)\(kept.hiddenFields)<div class="acts"><button class="chief">\(text.sendKept)</button></div></form></div>
            """)
    }

    /// Beside a kept form the provider opens apart, or the form would be lost.
    private func link(_ provider: Provider, isApart: Bool) -> HTML {
        #"<li><a href="\#("/more/prove/with/\(provider.key)" as Link)"\#(isApart ? #" target="_blank""# as HTML : nil)><span class="grow"><b>\#(text.proveBy(provider.name))</b></span><span class="go"></span></a></li>"#
    }

    func page(_ factors: Factors, _ question: PasskeyQuestion?, handle: [UInt8], refused: Denial?) -> HTML {
        shell(
            text.factors, reader, place: .more, islands: ["identity/passkey"],
            """
            \(reader.head(text.factors))<div class="narrow flow"><p>\(text.factorsIntro)</p>\(reader.refusal(refused))
            \(authenticator(factors.hasAuthenticator))<section class="block flow"><h2>\(text.passkeys)</h2>
            \(factors.passkeys.isEmpty ? nil : #"<ul class="lines">\#(each: factors.passkeys, passkey)</ul>"# as HTML)<p class="hint">\(text.passkeysHint) \(text.needsScript)</p>
            \(question.map { PasskeyViews(reader: reader).making($0, person: handle, name: reader.viewer?.name.list ?? "", refused: nil) })</section>
            \(factors.isEmpty ? nil : recovery(factors.recoveryCodes))</div>
            """)
    }

    private func authenticator(_ isOn: Bool) -> HTML {
        """
        <section class="block flow"><h2>\(text.authenticator)</h2><p class="hint">\(isOn ? text.authenticatorOn : text.authenticatorOff)</p>
        <form method="post" action="\(isOn ? "/more/factors/authenticator/remove" as Link : "/more/factors/authenticator")" class="acts">\(reader.formField)\(isOn ? #"<button class="danger">\#(text.removeAuthenticator)</button>"# as HTML : #"<button class="chief">\#(text.addAuthenticator)</button>"#)</form></section>
        """
    }

    private func passkey(_ key: Factors.Key) -> HTML {
        """
        <li><span class="line"><span class="grow"><b>\(key.name)</b><small>\(text.passkeyAdded(reader.said(key.addedAt), used: key.usedAt.map(reader.said)))</small></span>
        <form method="post" action="\("/more/factors/passkeys/\(key.id.number)/remove" as Link)">\(reader.formField)<button>\(text.remove)</button></form></span></li>
        """
    }

    private func recovery(_ left: Int) -> HTML {
        """
        <section class="block flow"><h2>\(text.recovery)</h2><p class="hint">\(text.recoveryLeft(left))</p>
        <form method="post" action="/more/factors/recovery" class="acts">\(reader.formField)<button>\(text.recoveryRenew)</button></form></section>
        """
    }

    func secret(_ base32: String, _ address: String, picture: HTML?, refused: Denial?) -> HTML {
        shell(
            text.secretTitle, reader, place: .more,
            """
            \(reader.head(text.secretTitle, back: "/more/factors"))<div class="narrow flow"><p>\(text.secretStep)</p>\(picture)
            <p><code>\(grouped(base32))</code></p>\(Link(authenticator: address).map { #"<p><a href="\#($0)">\#(text.secretLink)</a></p>"# as HTML })
            <form class="flow" method="post" action="/more/factors/authenticator/confirm">\(reader.formField)
            \(Field(name: "code", label: text.secretConfirm, hint: text.codeHint, autocomplete: "one-time-code", isNumeric: true, longest: 7).html(reader, refused))
            <div class="acts"><button class="chief">\(text.confirm)</button></div></form></div>
            """)
    }

    private func grouped(_ secret: String) -> String {
        let letters = Array(secret)
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }

    func recovery(_ codes: [String]) -> HTML {
        shell(
            text.recoveryTitle, reader, place: .more,
            """
            \(reader.head(text.recoveryTitle, back: "/more/factors"))<div class="narrow flow"><p>\(text.recoveryOnce)</p>
            <ul class="lines">\(each: codes, { #"<li><span class="line"><code>\#($0)</code></span></li>"# })</ul>
            <div class="acts"><a class="button chief" href="/more/factors">\(text.written)</a></div></div>
            """)
    }
}

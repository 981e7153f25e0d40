import Accounts
import Kernel
import Markup
import WebCore

/// Coming in by a code: values to markup, nothing else. Small: the first page a poor telephone loads.
struct JoinViews {
    let reader: Reader
    private var text: any InvitationsText { reader.language.invitations }
    private var words: InvitationWords { InvitationWords(reader: reader) }

    func typing(_ typed: String = "", refused: Denial? = nil) -> HTML {
        let fields = PlaceFields(reader: reader, refused: refused)
        return gate(
            text.comeIn,
            """
            <h1>\(text.comeIn)</h1><p class="quiet">\(text.typeCodeWords)</p>\(fields.summary)
            <form class="flow" method="post" action="/join">\(reader.formField)<div><label for="code">\(text.code)</label>
            <input id="code" name="code" value="\(typed)" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="40" placeholder="XXXX-XXXX-XXXX" class="code"\(fields.wrong("code"))>\(fields.why("code"))<p class="hint">\(text.codeHint)</p></div>
            <button class="chief">\(text.next)</button></form><p class="hint">\(text.noCode)</p><p><a href="/sign-in">\(text.haveLogin)</a></p>
            """)
    }

    /// A code that opens nothing, or not yet.
    func over(_ standing: Standing) -> HTML {
        let (title, hint): (String, String) =
            switch standing {
            case .open: (text.comeIn, "")
            case .used: (text.codeUsedTitle, text.codeUsedHint)
            case .revoked: (text.codeRevokedTitle, text.codeRevokedHint)
            case .expired: (text.codeExpiredTitle, text.codeRevokedHint)
            case .waiting(let request): (text.requestWaitsTitle, text.requestWaitsHint(request.school.name))
            case .refused(let request): (text.requestRefusedTitle, request.reason)
            }
        let isWaiting = if case .waiting = standing { true } else { false }
        return gate(
            title,
            """
            <h1>\(title)</h1><p>\(hint)</p>\(isWaiting ? #"<div class="notice"><p>\#(text.keepNumber)</p><p class="code">\#(number)</p></div>"# as HTML : nil)
            <div class="acts"><a class="button chief" href="/sign-in">\(text.haveLogin)</a><a class="button" href="/join">\(text.otherCode)</a></div>
            """)
    }

    /// The number in the address of the page, as it was given to whoever asks.
    private var number: String { reader.path.split(separator: "/").last.flatMap { Code(typed: String($0)) }?.grouped ?? "" }

    // MARK: A good code

    func joining(_ offer: JoinOffer, _ form: JoinForm, refused: Denial?) -> HTML {
        guard !offer.consents.waitsForGuardian else { return guardianFirst(offer) }
        let invitation = offer.invitation, fields = PlaceFields(reader: reader, refused: refused), isAgain = invitation.purpose == .again
        return gate(
            isAgain ? text.newPassword : text.comeIn,
            """
            <h1>\(isAgain ? text.newPassword : text.comeIn)</h1><div class="notice"><b>\(invitation.school.name)</b><p>\(words.whom(invitation))</p></div>\(fields.summary)
            \(offer.isAskedFor && refused == nil ? #"<div class="notice warn"><p>\#(text.consentsFirstWords)</p></div>"# as HTML : nil)\
            \(reader.viewer.map { withAccount($0, offer, form) })<form class="flow" method="post" action="\(place(offer))">\(reader.formField)
            \(invitation.name == nil ? NameFields(reader: reader, refused: refused).required(form) : nil)\(isAgain ? text.yourLogin(offer.login ?? "").paragraph : login(offer, form, fields))
            \(secret(invitation, form, refused))\(consents(offer.consents.texts, form))<p class="hint">\(text.rules)</p><button class="chief">\(isAgain ? text.setPassword : text.enter)</button></form>
            \(invitation.mayHavePictures && !form.hasPictures ? pictures(offer, form) : nil)
            """)
    }

    /// The code is good, but only the guardian's consent opens the school to this pupil.
    private func guardianFirst(_ offer: JoinOffer) -> HTML {
        gate(
            text.comeIn,
            """
            <h1>\(text.comeIn)</h1><div class="notice"><b>\(offer.invitation.school.name)</b><p>\(words.whom(offer.invitation))</p></div>
            <div class="notice warn"><p>\(text.guardianFirst)</p></div><div class="acts"><a class="button" href="/join">\(text.otherCode)</a></div>
            """)
    }

    private func place(_ offer: JoinOffer) -> Link { "/join/\(offer.code.grouped)" }

    private func login(_ offer: JoinOffer, _ form: JoinForm, _ fields: PlaceFields) -> HTML {
        let isKnown = offer.login != nil
        return """
            <div><label for="login">\(text.login)</label><input id="login" name="login" value="\(form.login ?? offer.login ?? "")" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="80"\(fields.wrong("login"))>\(fields.why("login"))<p class="hint">\(isKnown ? text.loginHint : text.loginEmptyHint)</p></div>
            """
    }

    /// The password, or the pictures where they were chosen and something else was wrong.
    private func secret(_ invitation: Invitation, _ form: JoinForm, _ refused: Denial?) -> HTML {
        if form.hasPictures, invitation.mayHavePictures {
            return
                #"<input type="hidden" name="keep" value="pictures"><p>\#(text.picturesWords)</p>\#(PictureViews(reader: reader).rows(chosen: form.pictures, refused: refused))"#
        }
        let fields = PlaceFields(reader: reader, refused: refused)
        return """
            <div><label for="password">\(text.password)</label><input id="password" name="password" type="password" autocomplete="new-password" required minlength="\(Password.shortest)" maxlength="\(Password.longest)"\(fields.wrong("password"))>\(fields.why("password"))<p class="hint">\(text.passwordHint(Password.shortest))</p></div>
            """
    }

    /// For the youngest: the same form with pictures in place of the password.
    private func pictures(_ offer: JoinOffer, _ form: JoinForm) -> HTML {
        """
        <details class="block"><summary>\(text.picturesInstead)</summary><form class="flow" method="post" action="\(place(offer))">\(reader.formField)<input type="hidden" name="keep" value="pictures">
        \(offer.invitation.name == nil ? picturesName : nil)<input type="hidden" name="login" value="\(form.login ?? offer.login ?? "")"><p>\(text.picturesWords)</p>\(PictureViews(reader: reader).rows())\(consents(offer.consents.texts, form))
        <button class="chief">\(text.enter)</button></form></details>
        """
    }

    private var picturesName: HTML {
        """
        <div><label for="pictures-family">\(text.family)</label><input id="pictures-family" name="family" maxlength="80" required></div>
        <div><label for="pictures-given">\(text.given)</label><input id="pictures-given" name="given" maxlength="80" required></div>
        """
    }

    private func consents(_ texts: [ConsentStep.Text], _ form: JoinForm) -> HTML? {
        guard !texts.isEmpty else { return nil }
        let isFree = !texts.contains(where: \.isRequired)
        return """
            <fieldset class="flow"><legend>\(text.consentsHeading)</legend><input type="hidden" name="texts" value="shown">
            \(isFree ? #"<p class="hint">\#(text.consentsLater)</p>"# as HTML : nil)\(each: texts, { consent($0, isTicked: form.consent?.contains($0.key) == true) })</fieldset>
            """
    }

    private func consent(_ consent: ConsentStep.Text, isTicked: Bool) -> HTML {
        """
        <div><b>\(text.consentTitle(consent.purpose))</b>\(consent.child.map { ": \($0.list)" as HTML })<p>\(text.consentMeaning(consent.purpose))</p>
        <details><summary>\(text.consentText)</summary>\(each: consent.body.split(separator: "\n"), { String($0).paragraph })</details>
        <label class="check"><input type="checkbox" name="consent[]" value="\(consent.key)"\(consent.isRequired ? " required" : nil)\(isTicked ? " checked" : nil)>\(text.iAgree)</label></div>
        """
    }

    /// One who is signed in is asked whether the code is for them.
    private func withAccount(_ viewer: Viewer, _ offer: JoinOffer, _ form: JoinForm) -> HTML {
        guard UseCodeWithAccount.fits(offer.invitation, viewer) else { return #"<div class="notice warn"><p>\#(text.signedInAs(viewer.name.full))</p></div>"# }
        return """
            <form class="flow" method="post" action="\(place(offer))">\(reader.formField)<input type="hidden" name="account" value="own"><p>\(text.joinAsWords(viewer.name.full))</p>\(consents(offer.ownConsents, form))
            <button class="chief">\(text.joinAs(viewer.name.address))</button></form><h2>\(text.orAnother)</h2>
            """
    }

    func welcome(_ viewer: Viewer, login: String?) -> HTML {
        let roles = viewer.hat.roles.map(reader.language.web.role).sorted().joined(separator: ", ")
        return shell(
            text.welcome, reader, place: .today,
            """
            <div class="narrow flow"><header class="head"><div><h1>\(text.welcomeWords(viewer.name.address))</h1><p>\(viewer.hat.school.name) · \(roles)</p></div></header>
            \(login.map { #"<div class="notice good"><p>\#(text.rememberLogin)</p><p class="code">\#($0)</p></div>"# as HTML })
            \(viewer.otherHats.isEmpty ? nil : text.otherSides.paragraph)<p>\(text.secondDeviceWords) <a href="/more/device">\(text.secondDevice)</a></p>
            <div class="acts"><a class="button chief" href="/">\(reader.language.web.toToday)</a></div></div>
            """)
    }

    /// Before sign-in there is a gate without places; one who is signed in sees the same page in it.
    private func gate(_ title: String, _ main: HTML) -> HTML {
        shell(
            title, Reader(language: reader.language, viewer: nil, formToken: reader.formToken, path: reader.path, assets: reader.assets, now: reader.now),
            kind: .gate, main)
    }
}

extension String {
    fileprivate var paragraph: HTML { "<p>\(self)</p>" }
}

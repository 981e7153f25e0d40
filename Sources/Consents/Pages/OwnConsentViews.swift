import Kernel
import Markup
import WebCore

/// A person's own consents and the children's: values to markup, nothing else.
struct OwnConsentViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any ConsentsText { reader.language.consents }

    func page(_ cards: [ConsentCard], isSaved: Bool) -> HTML {
        shell(
            text.consents, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(reader.language.web.more)">\(Icon.back)</a><div><h1>\(text.consents)</h1></div></header>
            <div class="narrow flow">\(isSaved ? #"<div class="notice good" role="status">\#(text.saved)</div>"# as HTML : nil)\
            \(cards.isEmpty ? #"<div class="empty"><b>\#(text.nothingAsked)</b></div>"# as HTML : nil)\(each: cards, card)</div>
            """)
    }

    private func card(_ card: ConsentCard) -> HTML {
        let isMe = card.subject.id == viewer.person
        let name = isMe ? text.myself : card.subject.name.list
        return """
            <section class="block"><h2>\(name)\(card.subject.className.map(small))</h2>\
            <ul class="lines">\(each: card.lines, { line($0, card.subject) })</ul>\
            \(card.subject.kind == .pupil && card.subject.bornOn == nil ? #"<p class="hint">\#(text.ageUnknown)</p>"# as HTML : nil)</section>

            """
    }

    private func small(_ name: String) -> HTML { " <small>\(name)</small>" }

    private func line(_ line: ConsentLine, _ subject: Subject) -> HTML {
        let last = line.last.values.max { $0.enteredAt < $1.enteredAt }
        let when = last.map { " · " + reader.language.web.date($0.signedOn) } ?? ""
        return """
            <li><a href="\(Link.consent(of: subject.id, line.purpose))"><span class="grow"><b>\(text.title(line.purpose))</b>\
            <small>\(text.standing(line.standing))\(when)</small></span><span class="go"></span></a></li>
            """
    }

    func page(_ sheet: OwnConsent, refused: Denial? = nil) -> HTML {
        let purpose = sheet.line.purpose
        return shell(
            text.title(purpose), reader, place: .more,
            """
            <header class="head"><a class="tool" href="/consents" aria-label="\(text.backToConsents)">\(Icon.back)</a><div><h1>\(text.title(purpose))</h1>\
            <p>\(sheet.subject.name.list)</p></div></header>
            <div class="narrow flow">\(refused.flatMap(why))\(state(sheet))\(purpose == .lessons && sheet.line.standing.isRefused ? notice(text.responsibility) : nil)
            <section class="block"><h2>\(text.meaningHeading)</h2><p>\(text.meaning(purpose))</p></section>
            <section class="block"><h2>\(text.textHeading) <small>\(text.version(sheet.wording.version))</small></h2>\(wording(sheet.wording))</section>
            \(forms(sheet, refused))\(history(sheet.history))</div>
            """)
    }

    func wording(_ wording: ConsentWording) -> HTML {
        #"<div class="wording">\#(each: wording.body.split(separator: "\n"), { "<p>\(String($0))</p>" })</div>"#
    }

    private func notice(_ words: String) -> HTML { #"<div class="notice warn">\#(words)</div>"# }

    private func why(_ denial: Denial) -> HTML? {
        switch denial {
        case .conflict(let reason): #"<div class="errors" role="alert"><b>\#(reason.words(reader.language))</b></div>"#
        case .invalid(let field, let reason) where field != "sure": #"<div class="errors" role="alert"><b>\#(reason.words(reader.language))</b></div>"#
        default: nil
        }
    }

    private func state(_ sheet: OwnConsent) -> HTML {
        let who = sheet.subject.kind == .pupil ? text.signers(sheet.line.signers) : nil
        return """
            <p><b>\(text.standing(sheet.line.standing))</b></p>\(who.map { #"<p class="hint">\#($0)</p>"# as HTML })\
            \(sheet.subject.kind == .pupil && sheet.subject.bornOn == nil ? #"<p class="hint">\#(text.ageUnknown)</p>"# as HTML : nil)
            """
    }

    private func forms(_ sheet: OwnConsent, _ refused: Denial?) -> HTML {
        let me: SignedAs = sheet.subject.id == viewer.person ? .own : .guardian
        guard sheet.line.signers.contains(me) else { return #"<p class="quiet">\#(text.otherSigns)</p>"# }
        let last = sheet.line.last[me]
        let mayAgree = last?.word != .agree || sheet.line.standing == .outdated, mayRefuse = last == nil || last?.word == .agree
        return "\(mayAgree ? agree(sheet) : nil)\(mayRefuse ? disagree(sheet, isWithdrawal: last != nil, refused) : nil)"
    }

    private func agree(_ sheet: OwnConsent) -> HTML {
        """
        <form method="post" action="\(Link.consent(of: sheet.subject.id))" class="acts">\(reader.formField)<input type="hidden" name="purpose" value="\(sheet.line.purpose.rawValue)">\
        <input type="hidden" name="version" value="\(sheet.wording.version)"><button class="chief" name="answer" value="yes">\(text.sign)</button></form>
        """
    }

    private func disagree(_ sheet: OwnConsent, isWithdrawal: Bool, _ refused: Denial?) -> HTML {
        var why: String?
        if case .invalid("sure", let reason)? = refused { why = reason.words(reader.language) }
        let care: HTML = """
            <label class="check"><input type="checkbox" name="sure" value="1" required\(why.map { _ in #" aria-invalid="true" aria-describedby="why-sure""# as HTML })>\(text.understood)</label>\
            \(why.map { #"<p class="why" id="why-sure" role="alert">\#($0)</p>"# as HTML })
            """
        return """
            <section class="block"><h2>\(text.effectHeading)</h2><p>\(text.effect(sheet.line.purpose, sheet.subject.kind))</p>
            <form method="post" action="\(Link.consent(of: sheet.subject.id))">\(reader.formField)<input type="hidden" name="purpose" value="\(sheet.line.purpose.rawValue)">\(sheet.needsCare ? care : nil)\
            <p class="acts"><button class="danger" name="answer" value="no">\(isWithdrawal ? text.withdraw : text.refuse)</button></p></form></section>
            """
    }

    func history(_ entries: [ConsentEntry]) -> HTML {
        """
        <section class="block"><h2>\(text.history)</h2>\(entries.isEmpty ? #"<p class="quiet">\#(text.noHistory)</p>"# as HTML : nil)\
        <ul class="lines">\(each: entries, { entry($0, isTitled: false) })</ul></section>
        """
    }

    func entry(_ entry: ConsentEntry, isTitled: Bool) -> HTML {
        let title = isTitled ? text.title(entry.purpose) + ": " + text.word(entry.word).lowercased() : text.word(entry.word)
        let about = [
            reader.language.web.date(entry.signedOn) + " \(entry.signedOn.year)", entry.signerName ?? text.nameDestroyed, text.signedAs(entry.signedAs),
            text.how(entry.how),
            text.version(entry.version),
        ].joined(separator: " · ")
        return """
            <li><span class="line"><span class="grow"><b>\(title)</b><small>\(about)</small></span>\
            \(isTitled && entry.document != nil ? #"<a href="\#("/consents/entries/\(entry.id.number)/scan" as Link)">\#(text.openScan)</a>"# as HTML : nil)</span></li>
            """
    }
}

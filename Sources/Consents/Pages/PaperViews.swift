import Kernel
import Markup
import School
import WebCore

/// One person's papers and the form that enters one: values to markup, nothing else.
struct PaperViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any ConsentsText { reader.language.consents }

    func page(_ folder: PaperFolder, typed: [String: String] = [:], refused: Denial? = nil, isSaved: Bool = false) -> HTML {
        let subject = folder.card.subject
        return shell(
            text.papers, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/consents/classes" aria-label="\(text.register)">\(Icon.back)</a><div><h1>\(subject.name.full)</h1>\
            <p>\([subject.className, text.papers].compactMap { $0 }.joined(separator: " · "))</p></div></header>
            <div class="narrow flow">\(isSaved ? #"<div class="notice good" role="status">\#(text.saved)</div>"# as HTML : nil)
            <ul class="lines">\(each: folder.card.lines, line)\(each: folder.guardians, guardian)</ul>\(subject.kind == .pupil && subject.bornOn == nil ? #"<p class="hint">\#(text.ageUnknown)</p>"# as HTML : nil)
            \(form(folder, PaperFields(reader: reader, typed: typed, refused: refused)))
            <section class="block"><h2>\(text.history)</h2>\(folder.history.isEmpty ? #"<p class="quiet">\#(text.noHistory)</p>"# as HTML : nil)\
            <ul class="lines">\(each: folder.history, { OwnConsentViews(reader: reader, viewer: viewer).entry($0, isTitled: true) })</ul></section></div>
            """)
    }

    private func line(_ line: ConsentLine) -> HTML {
        #"<li><span class="line"><span class="grow"><b>\#(text.title(line.purpose))</b><small>\#(text.standing(line.standing))</small></span></span></li>"#
    }

    /// A guardian's own papers are kept apart from the child's.
    private func guardian(_ guardian: Pupil) -> HTML {
        """
        <li><a href="\(Link.papers(of: guardian.id))"><span class="grow"><b>\(guardian.name.full)</b><small>\(text.guardiansPapers)</small></span><span class="go"></span></a></li>
        """
    }

    private func form(_ folder: PaperFolder, _ fields: PaperFields) -> HTML {
        let subject = folder.card.subject
        let signers =
            (subject.kind == .pupil ? folder.guardians.map { ("\($0.id.number)", $0.name.full) } : []) + [("own", subject.name.full)]
            + (subject.kind == .pupil ? [("named", text.anotherSigner)] : [])
        return """
            <section class="block"><h2>\(text.enterPaper)</h2>\(fields.general)
            <form class="flow" method="post" enctype="multipart/form-data" action="\(Link.papers(of: subject.id))">\(reader.formField)
            \(fields.select("purpose", text.purpose, folder.card.lines.map { ($0.purpose.rawValue, text.title($0.purpose)) }))
            \(fields.select("answer", text.answer, [("yes", text.agrees), ("no", text.disagrees)]))\(fields.select("signer", text.signer, signers))
            \(subject.kind == .pupil ? fields.input("signerName", text.signerNameLabel, hint: text.signerNameHint) : nil)
            \(fields.date("signedOn", text.signedOn, initial: reader.today))\(fields.file("scan", text.scan, hint: text.scanHint))
            <div class="acts"><button class="chief">\(text.enter)</button></div></form></section>
            """
    }
}

/// Fields that keep what was typed and say what is wrong beside them.
struct PaperFields {
    let reader: Reader
    let typed: [String: String]
    let refused: Denial?

    /// What is wrong with the whole, not with one field.
    var general: HTML? {
        guard case .conflict(let reason)? = refused else { return nil }
        return #"<div class="errors" role="alert"><b>\#(reason.words(reader.language))</b></div>"#
    }

    func select(_ name: String, _ label: String, _ options: [(value: String, words: String)]) -> HTML {
        """
        <div><label for="f-\(name)">\(label)</label><select id="f-\(name)" name="\(name)"\(mark(name))>\
        \(each: options, { #"<option value="\#($0.value)"\#(typed[name] == $0.value ? " selected" as HTML : nil)>\#($0.words)</option>"# })</select>\(why(name))</div>
        """
    }
    func input(_ name: String, _ label: String, isRequired: Bool = false, hint: String? = nil) -> HTML {
        """
        <div><label for="f-\(name)">\(label)</label><input id="f-\(name)" name="\(name)" maxlength="200" autocomplete="off" value="\(typed[name] ?? "")"\
        \(isRequired ? " required" as HTML : nil)\(mark(name))>\(why(name))\(hint.map { #"<p class="hint">\#($0)</p>"# as HTML })</div>
        """
    }
    func date(_ name: String, _ label: String, initial: Day?, isRequired: Bool = true) -> HTML {
        let value = typed[name] ?? initial.map { "\($0)" } ?? ""
        return """
            <div><label for="f-\(name)">\(label)</label><input id="f-\(name)" name="\(name)" type="date" value="\(value)"\(isRequired ? " required" as HTML : nil)\(mark(name))>\(why(name))</div>
            """
    }
    func file(_ name: String, _ label: String, hint: String) -> HTML {
        """
        <div><label for="f-\(name)">\(label)</label><input id="f-\(name)" name="\(name)" type="file" accept="application/pdf,image/jpeg,image/png"\(mark(name))>\
        \(why(name))<p class="hint">\(hint)</p></div>
        """
    }

    func why(_ name: String) -> HTML? {
        guard case .invalid(name, let reason)? = refused else { return nil }
        return #"<p class="why" id="why-\#(name)" role="alert">\#(reason.words(reader.language))</p>"#
    }
    private func mark(_ name: String) -> HTML? {
        guard case .invalid(name, _)? = refused else { return nil }
        return #" aria-invalid="true" aria-describedby="why-\#(name)""#
    }
}

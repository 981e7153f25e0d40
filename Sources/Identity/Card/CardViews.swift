import Kernel
import Markup
import WebCore

/// The administrator's desk. A SNILS is never shown whole.
struct CardViews {
    let reader: Reader
    let providers: [Provider]
    private var text: any IdentityText { reader.language.identity }

    private func name(_ provider: String) -> String { providers.first { $0.key == provider }?.name ?? provider }

    func desk(_ desk: Desk, wanted: String) -> HTML {
        shell(
            text.desk, reader, place: .more,
            """
            \(reader.head(text.desk))<div class="narrow flow">
            \(desk.stolen.isEmpty ? nil : #"<section class="block"><h2>\#(text.stolenReports)</h2><ul class="lines">\#(each: desk.stolen, stolen)</ul></section>"# as HTML)
            \(desk.mismatches.isEmpty ? nil : #"<section class="block"><h2>\#(text.mismatches)</h2><ul class="lines">\#(each: desk.mismatches, mismatch)</ul></section>"# as HTML)
            \(desk.stolen.isEmpty && desk.mismatches.isEmpty ? #"<div class="empty"><b>\#(text.deskEmpty)</b></div>"# as HTML : nil)
            <form class="flow" method="get" action="/more/entrance" role="search">\(Field(name: "find", label: text.find, value: wanted, hint: text.findHint, isRequired: false, longest: 80).html(reader))
            <div class="acts"><button>\(text.findButton)</button></div></form>\(desk.found.map(found))</div>
            """)
    }

    private func stolen(_ waiting: StolenAccount.Waiting) -> HTML { link(waiting.person, waiting.name, reader.said(waiting.at)) }

    private func mismatch(_ waiting: Mismatch.Waiting) -> HTML {
        let fields = waiting.fields.map(text.field).joined(separator: ", ")
        return """
            \(link(waiting.person, waiting.name, fields + " · " + text.tried(name(waiting.provider), reader.said(waiting.at))))
            <li><form method="post" action="\("/more/entrance/mismatches/\(waiting.id.number)/done" as Link)">\(reader.formField)<button class="link">\(text.done)</button></form></li>
            """
    }

    private func found(_ people: [(person: ID<Person>, name: PersonName)]) -> HTML {
        people.isEmpty
            ? #"<div class="empty"><b>\#(text.nobody)</b></div>"# : #"<ul class="lines">\#(each: people, { link($0.person, $0.name, nil) })</ul>"#
    }

    private func link(_ person: ID<Person>, _ name: PersonName, _ hint: String?) -> HTML {
        """
        <li><a href="\("/more/entrance/people/\(person.number)" as Link)"><span class="grow"><b>\(name.full)</b>\(hint.map { "<small>\($0)</small>" as HTML })</span><span class="go"></span></a></li>
        """
    }

    func person(_ known: KnownPerson, typed: CardForm?, isSaved: Bool, refused: Denial?) -> HTML {
        shell(
            known.name.full, reader, place: .more,
            """
            \(reader.head(known.name.full, back: "/more/entrance"))<div class="narrow flow">\(isSaved ? #"<div class="notice good" role="status">\#(text.saved)</div>"# as HTML : nil)
            <p class="hint">\(text.cardHint)</p><form class="flow" method="post" action="\(place(known))">\(reader.formField)
            \(Field(name: "snils", label: text.snils, value: typed?.snils ?? "", hint: known.card.snils.map { text.snilsKnown($0.masked) }, isNumeric: true, isRequired: false, longest: 20).html(reader, refused))
            \(known.card.snils == nil ? nil : #"<label class="check"><input type="checkbox" name="removeSnils" value="1">\#(text.snilsRemove)</label>"# as HTML)
            \(Field(name: "email", label: text.email, kind: "email", value: typed?.email ?? known.card.email?.text ?? "", isRequired: false, longest: 254).html(reader, refused))
            <div class="acts"><button class="chief">\(text.save)</button></div></form>\(acts(known))</div>
            """)
    }

    private func place(_ known: KnownPerson) -> Link { "/more/entrance/people/\(known.person.number)" }

    private func acts(_ known: KnownPerson) -> HTML {
        let person = known.person.number
        return """
            \(known.providers.isEmpty ? nil : act("/more/entrance/people/\(person)/unlink", text.unlink, text.linkedWith(known.providers.map(name).joined(separator: ", "))))
            \(known.hasFactors ? act("/more/entrance/people/\(person)/factors", text.takeFactors, text.takeFactorsHint) : nil)
            \(known.login == nil ? #"<p class="hint">\#(text.noLogin)</p>"# as HTML : act("/more/entrance/people/\(person)/password", text.newPassword, text.newPasswordHint))
            \(known.isClosed ? act("/more/entrance/people/\(person)/restore", text.restore, text.restoreHint) : act("/more/entrance/people/\(person)/close", text.close, text.closeHint, isDangerous: true))
            """
    }

    private func act(_ place: Link, _ words: String, _ hint: String, isDangerous: Bool = false) -> HTML {
        """
        <form class="flow" method="post" action="\(place)">\(reader.formField)<p class="hint">\(hint)</p><div class="acts"><button\(isDangerous ? #" class="danger""# as HTML : nil)>\(words)</button></div></form>
        """
    }

    func password(_ known: KnownPerson, login: String, password: String) -> HTML {
        shell(
            text.newPasswordTitle, reader, place: .more,
            """
            \(reader.head(text.newPasswordTitle, back: place(known)))<div class="narrow flow"><p>\(known.name.full)</p><p>\(text.newPasswordOnce)</p>
            <ul class="lines"><li><span class="line"><span class="grow"><small>\(text.login)</small><b>\(login)</b></span></span></li>
            <li><span class="line"><span class="grow"><small>\(text.password)</small><b>\(password)</b></span></span></li></ul></div>
            """)
    }
}

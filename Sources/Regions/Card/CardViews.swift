import Accounts
import Kernel
import Markup
import WebCore

/// A school's or department's card.
struct CardViews {
    let reader: Reader
    private var text: any RegionsText { reader.language.regions }

    struct Shown: Sendable {
        /// The viewer's own first, then those above it.
        let cards: [SchoolCard]
        let appointments: [Appointment]
        let staff: [(person: ID<Person>, name: PersonName)]
        let mayChange: Bool
    }

    func page(_ shown: Shown, typed: [String: String], flaws: Flaws) -> HTML {
        let card = shown.cards.first
        return shell(
            text.card, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(card?.organisation.name ?? "")</h1><p>\(text.card)</p></div>\(shown.mayChange ? #"<a class="button" href="/school/card/edit">\#(text.change)</a>"# as HTML : nil)</header>
            <div class="narrow flow">\(card.map(facts))\(responsible(shown, typed, flaws))\(each: shown.cards.dropFirst().compactMap { contacts(of: $0, text.curatorContacts) }, { $0 })</div>
            """)
    }

    private func facts(_ card: SchoolCard) -> HTML {
        let c = card.contents, isSchool = card.organisation.level == .school
        return """
            <ul class="lines">\(row(text.fullName, c.fullName))\(row(text.kind, isSchool ? text.kind(card.kind) : text.level(card.organisation.level)))\(row(text.director, c.director))\(row(text.inn, card.inn ?? ""))
            \(row(text.address, c.address))\(site(c.site))\(phone(c.phone))\(email(c.email))\(row(isSchool ? text.firstHelp : text.help, c.help))
            \(row(text.programmes, c.programmes.map(text.programme).joined(separator: ", ")))\(row(text.zone, text.zoneName(card.organisation.zone.identifier)))\(row(text.procedure, c.procedure))</ul>
            """
    }

    /// How to reach those above the school.
    func contacts(of card: SchoolCard, _ title: String) -> HTML? {
        guard card.hasContacts else { return nil }
        let c = card.contents
        return """
            <section class="block"><h2>\(title)</h2><ul class="lines">\(row(text.level(card.organisation.level), card.organisation.name))\(row(text.help, c.help))\(phone(c.phone))\(email(c.email))\(site(c.site))</ul></section>
            """
    }

    private func row(_ label: String, _ value: String) -> HTML? {
        value.isEmpty ? nil : #"<li><span class="line"><span class="grow"><small>\#(label)</small><span>\#(value)</span></span></span></li>"#
    }
    private func site(_ address: String) -> HTML? { Link(external: address).map { reach(text.site, $0, address) } }
    private func phone(_ number: String) -> HTML? {
        Link(external: "tel:" + number.filter { $0.isNumber || $0 == "+" }).flatMap { number.isEmpty ? nil : reach(text.phone, $0, number) }
    }
    private func email(_ address: String) -> HTML? {
        Link(external: "mailto:" + address).flatMap { address.isEmpty ? nil : reach(text.email, $0, address) }
    }
    private func reach(_ label: String, _ link: Link, _ words: String) -> HTML {
        #"<li><a href="\#(link)" rel="noopener noreferrer"><span class="grow"><small>\#(label)</small><span>\#(words)</span></span></a></li>"#
    }

    // MARK: Who answers for what

    private func responsible(_ shown: Shown, _ typed: [String: String], _ flaws: Flaws) -> HTML? {
        guard !shown.appointments.isEmpty || shown.mayChange else { return nil }
        return """
            <section class="block"><h2>\(text.responsible)</h2><ul class="lines">\(each: shown.appointments, { appointment($0, shown.mayChange) })</ul>\(shown.mayChange ? appoint(shown.staff, typed, flaws) : nil)</section>
            """
    }

    private func appointment(_ appointment: Appointment, _ mayChange: Bool) -> HTML {
        let order = text.orderWords(appointment.order.number, text.dated(appointment.order.day, reader.language.web))
        let end: HTML? =
            mayChange
            ? #"<form method="post" action="\#("/school/card/responsible/\(appointment.id.number)/end" as Link)">\#(reader.formField)<button>\#(text.endAppointment)</button></form>"#
            : nil
        return """
            <li><span class="line"><span class="grow"><b>\(appointment.name.full)</b><small>\(text.duty(appointment.duty)) · \(order)</small></span>\(end)</span></li>
            """
    }

    private func appoint(_ staff: [(person: ID<Person>, name: PersonName)], _ typed: [String: String], _ flaws: Flaws) -> HTML {
        let fields = FieldViews(reader: reader, typed: typed, flaws: flaws)
        return """
            <details\(flaws.isEmpty ? nil : " open" as HTML)><summary class="button">\(text.appoint)</summary><form class="flow" method="post" action="/school/card/responsible">\(reader.formField)
            \(fields.select("person", text.person, staff.map { ("\($0.person.number)", $0.name.full) }))\(fields.select("duty", text.dutyLabel, text.duties))
            \(fields.input("orderNumber", text.orderNumber, most: 60))\(fields.input("orderDay", text.orderDay, .date))<div class="acts"><button class="chief">\(text.appoint)</button></div></form></details>
            """
    }

    // MARK: Editing

    static func typed(_ card: SchoolCard) -> [String: String] {
        let c = card.contents
        var typed = [
            "name": card.organisation.name, "kind": card.kind.rawValue, "zone": card.organisation.zone.identifier, "fullName": c.fullName, "address": c.address,
            "site": c.site, "phone": c.phone, "email": c.email, "director": c.director, "help": c.help, "procedure": c.procedure,
            "pupils": c.pupils.map { "\($0)" } ?? "", "staff": c.staff.map { "\($0)" } ?? "",
        ]
        for programme in c.programmes { typed["programmes-" + programme.rawValue] = "1" }
        return typed
    }

    func form(_ organisation: Organisation, typed: [String: String], flaws: Flaws = Flaws()) -> HTML {
        let fields = FieldViews(reader: reader, typed: typed, flaws: flaws), isSchool = organisation.level == .school
        return shell(
            text.card, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/school/card" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(text.card)</h1></div></header>
            <form class="narrow flow" method="post" action="/school/card">\(reader.formField)\(fields.summary([]))\(fields.input("name", isSchool ? text.shortName : text.organisationName, most: 120))
            \(fields.input("fullName", text.fullName, most: 500, isRequired: false))\(isSchool ? fields.select("kind", text.kind, text.kinds) : #"<input type="hidden" name="kind" value="general">"#)
            \(fields.input("director", text.director, isRequired: false))\(fields.input("address", text.address, most: 300, isRequired: false))\(fields.input("site", text.site, isRequired: false))
            \(fields.input("phone", text.phone, .tel, most: 60, isRequired: false))\(fields.input("email", text.email, .email, isRequired: false))
            \(fields.input("help", isSchool ? text.firstHelp : text.help, most: 300, isRequired: false, hint: text.helpHint))\(isSchool ? education(fields) : fields.area("procedure", text.procedure, isRequired: false, hint: text.procedureHint))
            \(fields.select("zone", text.zone, text.zones))<div class="acts"><button class="chief">\(text.save)</button></div></form>
            """)
    }

    private func education(_ fields: FieldViews) -> HTML {
        """
        \(fields.checks("programmes", text.programmes, text.programmeList))\(fields.input("pupils", text.pupilsCount, .number, most: 6, isRequired: false))\(fields.input("staff", text.staffCount, .number, most: 6, isRequired: false))
        """
    }
}

extension SchoolCard {
    fileprivate var hasContacts: Bool { ![contents.help, contents.phone, contents.email, contents.site].allSatisfy(\.isEmpty) }
}

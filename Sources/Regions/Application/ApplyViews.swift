import Kernel
import Markup
import WebCore

/// What a stranger sees: the application form, its receipt and its state.
struct ApplyViews {
    let reader: Reader
    private var text: any RegionsText { reader.language.regions }

    /// Where an application may go.
    struct Places: Sendable {
        let regions: [Organisation]
        var region: Organisation?
        var municipalities: [Organisation] = []
        var procedure = ""
    }

    func page(
        _ places: Places, visit: ApplicantVisit, typed: [String: String] = [:], flaws: Flaws = Flaws(), keptScan: String? = nil, refused: Denial? = nil
    ) -> HTML {
        shell(
            text.apply, reader, kind: .gate,
            """
            <h1>\(text.apply)</h1><p class="quiet">\(text.applyHint)</p>\(places.region == nil ? choice(of: places.regions) : form(places, visit, typed, flaws, keptScan, refused))
            <p class="hint"><a href="/apply/find">\(text.alreadyApplied)</a></p>
            """)
    }

    /// The first step, where the installation has several regions.
    private func choice(of regions: [Organisation]) -> HTML {
        guard !regions.isEmpty else { return #"<div class="empty"><b>\#(text.noRegions)</b></div>"# }
        return """
            <section class="block"><h2>\(text.chooseRegion)</h2><ul class="lines">\(each: regions, { #"<li><a href="\#(Link.apply(in: $0.id.number))"><span class="grow"><b>\#($0.name)</b></span><span class="go"></span></a></li>"# })</ul></section>
            """
    }

    private func form(
        _ places: Places, _ visit: ApplicantVisit, _ typed: [String: String], _ flaws: Flaws, _ keptScan: String?, _ refused: Denial?
    ) -> HTML {
        var typed = typed
        if typed["zone"] == nil { typed["zone"] = places.region?.zone.identifier }
        let fields = FieldViews(reader: reader, typed: typed, flaws: flaws)
        return """
            \(fields.summary(labels))\(refused.map(waiting))
            <form class="flow" method="post" action="/apply" enctype="multipart/form-data">\(reader.formField)<input type="hidden" name="visit" value="\(visit.text)">
            <input type="hidden" name="region" value="\(places.region?.id.number ?? 0)"><p><b>\(places.region?.name ?? "")</b>\(places.regions.count > 1 ? #" · <a href="/apply">\#(text.otherRegion)</a>"# as HTML : nil)</p>
            \(places.procedure.isEmpty ? nil : #"<div class="notice small">\#(places.procedure)</div>"# as HTML)
            \(organisation(fields, places))\(people(fields))\(order(fields, keptScan))<button class="chief">\(text.send)</button></form>
            """
    }

    private func waiting(_ denial: Denial) -> HTML {
        guard case .wait(let seconds) = denial else { return "" }
        return
            #"<div class="errors" role="alert"><b>\#(reader.language.web.waitTitle)</b><p>\#(reader.language.web.wait(seconds)) \#(text.nothingLost)</p></div>"#
    }

    private var labels: [(String, String)] {
        [
            ("municipality", text.municipality), ("kind", text.kind), ("fullName", text.fullName), ("shortName", text.shortName), ("inn", text.inn),
            ("address", text.address), ("site", text.site), ("phone", text.phone), ("email", text.email), ("director", text.director),
            ("programmes", text.programmes), ("pupils", text.pupilsCount), ("staff", text.staffCount), ("zone", text.zone), ("family", text.family),
            ("given", text.given), ("patronymic", text.patronymic), ("contact", text.contact), ("orderNumber", text.orderNumber),
            ("orderDay", text.orderDay), ("scan", text.orderScan),
        ]
    }

    private func organisation(_ fields: FieldViews, _ places: Places) -> HTML {
        """
        <h2>\(text.aboutOrganisation)</h2>\(fields.select("municipality", text.municipality, places.municipalities.map { ("\($0.id.number)", $0.name) }))
        \(fields.select("kind", text.kind, text.kinds))\(fields.input("fullName", text.fullName, most: 500, hint: text.fullNameHint, complete: "organization"))
        \(fields.input("shortName", text.shortName, most: 120, hint: text.shortNameHint))\(fields.input("inn", text.inn, most: 10, hint: text.innHint))
        \(fields.input("address", text.address, most: 300, complete: "street-address"))\(fields.input("site", text.site, isRequired: false))
        \(fields.input("phone", text.phone, .tel, most: 60, isRequired: false))\(fields.input("email", text.email, .email, isRequired: false))
        \(fields.checks("programmes", text.programmes, text.programmeList))\(fields.input("pupils", text.pupilsCount, .number, most: 6))
        \(fields.input("staff", text.staffCount, .number, most: 6))\(fields.select("zone", text.zone, text.zones))
        """
    }

    private func people(_ fields: FieldViews) -> HTML {
        """
        <h2>\(text.aboutPeople)</h2>\(fields.input("director", text.director, hint: text.directorHint))<p>\(text.administratorHint)</p>
        \(fields.input("family", text.family, most: 80))\(fields.input("given", text.given, most: 80))
        \(fields.input("patronymic", text.patronymic, most: 80, isRequired: false))\(fields.input("contact", text.contact, hint: text.contactHint))
        """
    }

    private func order(_ fields: FieldViews, _ keptScan: String?) -> HTML {
        """
        <h2>\(text.aboutOrder)</h2>\(fields.input("orderNumber", text.orderNumber, most: 60))\(fields.input("orderDay", text.orderDay, .date))
        \(fields.scan("scan", text.orderScan, isRequired: true, hint: text.scanHint, kept: keptScan))
        """
    }

    // MARK: The applicant's own page

    func find(typed: [String: String] = [:], refused: Denial? = nil) -> HTML {
        let fields = FieldViews(reader: reader, typed: typed)
        return shell(
            text.findApplication, reader, kind: .gate,
            """
            <h1>\(text.findApplication)</h1>\(refused.map { $0.isWait ? waiting($0) : #"<div class="errors" role="alert">\#(text.notFoundByWord)</div>"# as HTML })
            <form class="flow" method="post" action="/apply/find">\(reader.formField)\(fields.input("number", text.applicationNumber, most: 20))\(fields.input("word", text.secretWord, most: 100))
            <button class="chief">\(text.show)</button></form>
            """)
    }

    func state(
        _ application: SchoolApplication, _ word: Secret, _ steps: [ApplicationStep], curator: SchoolCard?, typed: String, refused: Denial?
    ) -> HTML {
        let title = text.applicationTitle(application.id.number)
        return shell(
            title, reader, kind: .gate,
            """
            <h1>\(title)</h1><p class="quiet">\(application.questionnaire.shortName) · \(application.municipality.name)</p>
            <div class="notice\(application.state == .approved ? " good" : application.state == .asked ? " warn" : nil)"><b>\(text.state(application.state).beginningLarge)</b><p>\(text.whatNext(application.state))</p></div>
            \(application.state == .asked ? answer(application, word, typed, refused) : nil)
            <section class="block"><h2>\(text.keepThis)</h2><ul class="lines"><li><span class="line"><span class="grow">\(text.applicationNumber)</span><b>\(application.id.number)</b></span></li>
            <li><span class="line"><span class="grow">\(text.secretWord)</span><b>\(word.forPaper)</b></span></li></ul><p class="hint">\(text.keepHint)</p></section>
            <section class="block"><h2>\(text.history)</h2>\(StepViews(reader: reader, zone: application.municipality.zone).list(steps, showsNames: false))</section>
            \(curator.flatMap { CardViews(reader: reader).contacts(of: $0, text.curatorContacts) })
            """)
    }

    private func answer(_ application: SchoolApplication, _ word: Secret, _ typed: String, _ refused: Denial?) -> HTML {
        var flaws = Flaws()
        if case .invalid(let field, let reason) = refused { flaws.note(field, reason) }
        return """
            <form class="flow" method="post" action="\("/apply/\(application.id.number)/\(word.text)/answer" as Link)">\(reader.formField)
            \(FieldViews(reader: reader, typed: ["answer": typed], flaws: flaws).area("answer", text.yourAnswer))<button class="chief">\(text.sendAnswer)</button></form>
            """
    }
}

/// An application's way, step by step.
struct StepViews {
    let reader: Reader
    let zone: Zone

    func list(_ steps: [ApplicationStep], showsNames: Bool) -> HTML { #"<ul class="lines">\#(each: steps, { step($0, showsNames) })</ul>"# }

    private func step(_ step: ApplicationStep, _ showsNames: Bool) -> HTML {
        let text = reader.language.regions, web = reader.language.web
        let who = showsNames ? step.by.map { " · " + $0.short } : nil
        return """
            <li><span class="line"><span class="grow"><b>\(text.step(step.what))</b>\(step.words.isEmpty ? nil : "<span>\(step.words)</span>" as HTML)<small>\(text.dated(zone.day(of: step.at), web)), \(web.time(zone.minute(of: step.at)))\(who ?? "")</small></span></span></li>
            """
    }
}

extension String {
    fileprivate var beginningLarge: String { prefix(1).uppercased() + dropFirst() }
}

import Kernel
import Markup
import WebCore

/// The curator's own pages: schools in figures, departments and their curators.
struct DepartmentViews {
    let reader: Reader
    private var text: any RegionsText { reader.language.regions }

    private func head(_ title: String, _ under: String, back: Link = "/more") -> HTML {
        #"<header class="head"><a class="tool" href="\#(back)" aria-label="\#(text.back)">\#(Icon.back)</a><div><h1>\#(title)</h1><p>\#(under)</p></div></header>"#
    }

    func schools(_ lines: [SchoolLine], of organisation: Organisation, after place: Int) -> HTML {
        shell(
            text.schools, reader, place: .more,
            """
            \(head(text.schools, organisation.name))<div class="narrow flow">\(lines.isEmpty ? #"<div class="empty"><b>\#(text.noSchools)</b></div>"# as HTML : #"<ul class="lines">\#(each: lines.prefix(OrganisationStore.schoolsOnPage), school)</ul>"#)
            \(lines.count > OrganisationStore.schoolsOnPage ? #"<p><a href="\#(Link.departmentSchools(after: place + OrganisationStore.schoolsOnPage))">\#(text.next)</a></p>"# as HTML : nil)</div>
            """)
    }

    private func school(_ line: SchoolLine) -> HTML {
        let state = line.hasCome ? text.activated : text.registered
        let help = [line.municipality, line.help.isEmpty ? nil : text.administrator + ": " + line.help].compactMap(\.self).joined(separator: " · ")
        return """
            <li><span class="line"><span class="grow"><b>\(line.name)</b><small>\(state) · \(text.come(line.peopleCome, of: line.people))</small>\(help.isEmpty ? nil : "<small>\(help)</small>" as HTML)</span></span></li>
            """
    }

    // MARK: Departments

    func organisations(_ found: [Organisation], of own: Organisation, typed: [String: String], flaws: Flaws) -> HTML {
        let regions = found.filter { $0.level == .region }
        return shell(
            text.organisations, reader, place: .more,
            """
            \(head(text.organisations, own.name))<div class="narrow flow"><ul class="lines">\(each: found.filter { $0.level == .platform } + regions.flatMap { region in [region] + found.filter { $0.parent == region.id } } + (own.level == .region ? found : []), line)</ul>
            \(add(regions, own, typed, flaws))</div>
            """)
    }

    private func line(_ organisation: Organisation) -> HTML {
        """
        <li><a href="\("/department/organisations/\(organisation.id.number)" as Link)"><span class="grow"><b>\(organisation.name)</b><small>\(text.level(organisation.level))</small></span><span class="go"></span></a></li>
        """
    }

    private func add(_ regions: [Organisation], _ own: Organisation, _ typed: [String: String], _ flaws: Flaws) -> HTML {
        var typed = typed
        if typed["zone"] == nil { typed["zone"] = own.zone.identifier }
        let fields = FieldViews(reader: reader, typed: typed, flaws: flaws), isOperator = own.level == .platform
        return """
            <section class="block"><h2>\(isOperator ? text.addOrganisation : text.addMunicipality)</h2><form class="flow" method="post" action="/department/organisations">\(reader.formField)
            \(fields.input("name", text.organisationName))\(isOperator ? parent(regions, fields) : nil)\(fields.select("zone", text.zone, text.zones))<div class="acts"><button class="chief">\(text.add)</button></div></form></section>
            """
    }

    private func parent(_ regions: [Organisation], _ fields: FieldViews) -> HTML {
        """
        <div><label for="parent">\(text.inRegion)</label><select id="parent" name="parent"><option value="">\(text.isRegion)</option>\(each: regions, { #"<option value="\#($0.id.number)"\#(fields.typed["parent"] == "\($0.id.number)" ? " selected" as HTML : nil)>\#($0.name)</option>"# })</select></div>
        """
    }

    func organisation(_ organisation: Organisation, _ curators: [Curator], _ me: ID<Person>, typed: [String: String], flaws: Flaws) -> HTML {
        let fields = FieldViews(reader: reader, typed: typed, flaws: flaws), id = organisation.id.number
        return shell(
            organisation.name, reader, place: .more,
            """
            \(head(organisation.name, text.level(organisation.level), back: "/department/organisations"))<div class="narrow flow"><section class="block"><h2>\(text.curators)</h2>
            \(curators.isEmpty ? #"<p class="quiet">\#(text.noCurators)</p>"# as HTML : #"<ul class="lines">\#(each: curators, { curator($0, id, me) })</ul>"#)</section>
            <section class="block"><h2>\(text.addCurator)</h2><form class="flow" method="post" action="\("/department/organisations/\(id)/curators" as Link)">\(reader.formField)
            \(fields.input("family", text.family, most: 80))\(fields.input("given", text.given, most: 80))\(fields.input("patronymic", text.patronymic, most: 80, isRequired: false))
            <div class="acts"><button class="chief">\(text.add)</button></div></form></section></div>
            """)
    }

    private func curator(_ curator: Curator, _ organisation: Int64, _ me: ID<Person>) -> HTML {
        let code: HTML? =
            curator.hasCome
            ? nil
            : #"<form method="post" action="\#("/department/organisations/\(organisation)/curators/\(curator.person.number)/code" as Link)">\#(reader.formField)<button>\#(text.issueCode)</button></form>"#
        let end: HTML? =
            curator.person == me
            ? nil
            : #"<form method="post" action="\#("/department/organisations/\(organisation)/curators/\(curator.person.number)/end" as Link)">\#(reader.formField)<button class="danger">\#(text.endCurator)</button></form>"#
        return """
            <li><span class="line"><span class="grow"><b>\(curator.name.full)</b><small>\(curator.hasCome ? text.hasCome : text.hasNotCome)</small></span><span class="acts">\(code)\(end)</span></span></li>
            """
    }

    // MARK: «Сегодня»

    func today(waiting: Int) -> HTML {
        """
        <section class="block"><h2>\(text.applications)</h2><ul class="lines"><li><a href="/department/applications"><span class="num">\(waiting)</span><span class="grow">\(text.waitingApplications(waiting))</span><span class="go"></span></a></li></ul></section>
        """
    }
}

import Accounts
import Kernel
import Markup
import WebCore

/// The curator's side of applications: the queue, one application, the decision on paper.
struct QueueViews {
    let reader: Reader
    private var text: any RegionsText { reader.language.regions }

    /// Which applications a curator looks at.
    enum Filter: String, CaseIterable, Sendable {
        case waiting, asked, approved, refused
        var states: [SchoolApplication.State] {
            switch self {
            case .waiting: [.new, .answered]
            case .asked: [.asked]
            case .approved: [.approved]
            case .refused: [.refused]
            }
        }
    }

    func queue(_ lines: [ApplicationLine], _ filter: Filter, _ counts: [SchoolApplication.State: Int], after place: Int) -> HTML {
        shell(
            text.applications, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(text.applications)</h1></div></header><div class="narrow flow">
            <nav class="switch" aria-label="\(text.filter)">\(each: Filter.allCases, { tab($0, $0 == filter, counts) })</nav>
            \(lines.isEmpty ? #"<div class="empty"><b>\#(text.noApplications(filter))</b></div>"# as HTML : #"<ul class="lines">\#(each: lines.prefix(ApplicationStore.onPage), line)</ul>"#)
            \(lines.count > ApplicationStore.onPage ? #"<p><a href="\#(Link.applications(filter.rawValue, after: place + ApplicationStore.onPage))">\#(text.next)</a></p>"# as HTML : nil)</div>
            """)
    }

    private func tab(_ filter: Filter, _ isHere: Bool, _ counts: [SchoolApplication.State: Int]) -> HTML {
        let count = filter.states.reduce(0) { $0 + (counts[$1] ?? 0) }
        return """
            <a href="\(Link.applications(filter.rawValue))"\(isHere ? #" aria-current="page""# as HTML : nil)>\(text.filter(filter)) <small>\(count)</small></a>
            """
    }

    private func line(_ line: ApplicationLine) -> HTML {
        """
        <li><a href="\("/department/applications/\(line.id.number)" as Link)"><span class="grow"><b>\(line.name)</b><small>\(line.municipality) · \(text.state(line.state)) · \(waited(line))</small></span><span class="go"></span></a></li>
        """
    }

    private func waited(_ line: ApplicationLine) -> String { text.waited(reader.today - reader.zone.day(of: line.submittedAt)) }

    // MARK: One application

    func application(
        _ application: SchoolApplication, _ steps: [ApplicationStep], hasCome: Bool, typed: [String: String] = [:], flaws: Flaws = Flaws()
    ) -> HTML {
        let form = application.questionnaire
        return shell(
            form.shortName, reader, place: .more, kind: .deep,
            """
            <header class="head"><a class="tool" href="/department/applications" aria-label="\(text.applications)">\(Icon.back)</a><div><h1>\(form.shortName)</h1><p>\(text.applicationTitle(application.id.number)) · \(text.state(application.state))</p></div></header>
            <div class="spread">\(application.state.isOpen ? nil : aside(outcome(application, hasCome)))<div class="flow">\(facts(application))<section class="block"><h2>\(text.history)</h2>\(StepViews(reader: reader, zone: reader.zone).list(steps, showsNames: true))</section></div>
            \(application.state.isOpen ? aside(acts(application, typed, flaws)) : nil)</div>
            """)
    }

    private func aside(_ inside: HTML?) -> HTML { #"<div class="aside flow">\#(inside)</div>"# }

    private func facts(_ application: SchoolApplication) -> HTML {
        let form = application.questionnaire, web = reader.language.web
        let order = text.orderWords(form.orderNumber, text.dated(form.orderDay, web))
        let scan: HTML? = application.scan.map { _ in #"<a href="\#("/department/applications/\(application.id.number)/scan" as Link)">\#(text.openScan)</a>"# }
        return """
            <section class="block"><h2>\(text.aboutOrganisation)</h2><ul class="lines">\(row(text.municipality, application.municipality.name))\(row(text.kind, text.kind(form.kind)))\(row(text.fullName, form.fullName))\(row(text.inn, form.inn))
            \(row(text.address, form.address))\(row(text.site, form.site))\(row(text.phone, form.phone))\(row(text.email, form.email))\(row(text.programmes, form.programmes.map(text.programme).joined(separator: ", ")))
            \(row(text.pupilsCount, "\(form.pupils)"))\(row(text.staffCount, "\(form.staff)"))\(row(text.zone, text.zoneName(form.zone.identifier)))</ul></section>
            <section class="block"><h2>\(text.aboutPeople)</h2><ul class="lines">\(row(text.director, form.director))\(row(text.administrator, form.administrator.full))\(row(text.contact, form.contact))\(row(text.aboutOrder, order, scan))</ul>\(picture(application))</section>
            """
    }

    /// A photographed order stands on the page itself; a PDF opens in a tab of its own.
    private func picture(_ application: SchoolApplication) -> HTML? {
        guard application.isScanPicture else { return nil }
        return #"<p><img src="\#("/department/applications/\(application.id.number)/scan" as Link)" alt="\#(text.orderScan)"></p>"#
    }

    private func row(_ label: String, _ value: String, _ more: HTML? = nil) -> HTML? {
        value.isEmpty ? nil : #"<li><span class="line"><span class="grow"><small>\#(label)</small><span>\#(value)</span></span>\#(more)</span></li>"#
    }

    private func acts(_ application: SchoolApplication, _ typed: [String: String], _ flaws: Flaws) -> HTML {
        let fields = FieldViews(reader: reader, typed: typed, flaws: flaws), id = application.id.number
        return """
            <form class="flow" method="post" action="\("/department/applications/\(id)/approve" as Link)">\(reader.formField)<p>\(text.approveHint)</p><div class="acts"><button class="chief">\(text.approve)</button></div></form>
            <form class="flow" method="post" action="\("/department/applications/\(id)/ask" as Link)">\(reader.formField)\(fields.area("question", text.question))<div class="acts"><button>\(text.ask)</button></div></form>
            <form class="flow" method="post" action="\("/department/applications/\(id)/refuse" as Link)">\(reader.formField)\(fields.area("reason", text.refusalReason))<div class="acts"><button class="danger">\(text.refuse)</button></div></form>
            """
    }

    private func outcome(_ application: SchoolApplication, _ hasCome: Bool) -> HTML? {
        guard application.state == .approved else { return #"<p class="notice">\#(text.whatNext(.refused))</p>"# }
        guard !hasCome else { return #"<p class="notice good">\#(text.administratorHasCome)</p>"# }
        return """
            <div class="notice good">\(text.approvedNow)</div><form class="flow" method="post" action="\("/department/applications/\(application.id.number)/decision" as Link)">\(reader.formField)<p>\(text.decisionHint)</p>
            <div class="acts"><button class="chief">\(text.printDecision)</button></div></form>
            """
    }

    // MARK: On paper

    func decision(_ decision: Decision, at host: String) -> HTML {
        let application = decision.application, form = application.questionnaire, web = reader.language.web, today = text.dated(reader.today, web)
        return shell(
            text.decision, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\("/department/applications/\(application.id.number)" as Link)" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(text.decision)</h1><p>\(application.municipality.name) · \(today)</p></div></header>
            <div class="narrow flow"><p class="notice warn acts">\(text.codeOnce)</p><p>\(text.decisionWords(form.fullName, form.inn, application.id.number, text.dated(reader.zone.day(of: application.submittedAt), web)))</p>
            <p>\(text.decisionAdministrator(form.administrator.full, text.orderWords(form.orderNumber, text.dated(form.orderDay, web))))</p>\(ActivationViews(reader: reader).slip(decision.issued, at: host))
            <p>\(text.curatorSigns(decision.curator.full))</p><p class="printed">\(text.printedOn(today))</p></div>
            """)
    }
}

import Interchange
import Kernel
import Markup
import WebCore

/// All of one system's page.
struct SystemSheet: Sendable {
    let system: OutsideSystem
    let role: OutsideRole
    let lastUpload: (id: ID<RosterReport>, at: Moment)?
    let accounts: (accounts: [OutsideAccount], count: Int)
    let people: (people: [LinkingStore.Named], count: Int)
    let matches: [LinkingStore.Match]
}

/// The office's pages: values to markup, nothing else.
struct LinkingOfficeViews {
    let reader: Reader
    private var text: any LinkingText { reader.language.linking }
    private var web: any WebText { reader.language.web }
    private var frame: LinkingFrame { LinkingFrame(reader: reader) }

    // MARK: First page

    func desk(_ systems: [OutsideSystem], _ requests: [LinkRequest], _ refused: RefusedForm) -> HTML {
        let fields = FieldViews(reader: reader, refused: refused)
        let list: HTML =
            "\(each: systems, { #"<li><a href="\#(Link.system($0.id))"><span class="grow"><b>\#($0.name)</b></span><span class="go"></span></a></li>"# })"
        return frame.page(
            text.office, backTo: "/more",
            """
            \(fields.whole(besides: ["name"]))\(requests.isEmpty ? nil : waiting(requests))
            <section class="block"><h2>\(text.systems)</h2>\(systems.isEmpty ? #"<p class="quiet">\#(text.noSystemsYet)</p>"# as HTML : nil)
            <ul class="lines">\(list)<li><a href="/linking/shares"><span class="grow"><b>\(text.shares)</b><small>\(text.sharesHint)</small></span><span class="go"></span></a></li></ul></section>
            <section class="block flow"><h2>\(text.addSystem)</h2><form method="post" action="/linking/office/systems" class="flow">\(reader.formField)
            \(fields.input("name", text.nameOfSystem, most: 100, hint: text.systemNameHint))<div class="acts"><button>\(text.addSystem)</button></div></form></section>
            """)
    }

    private func waiting(_ requests: [LinkRequest]) -> HTML {
        #"<section class="block"><h2>\#(text.requests)</h2><ul class="lines">\#(each: requests, request)</ul></section>"#
    }

    private func request(_ request: LinkRequest) -> HTML {
        let entry = request.account.entry
        let said = [text.role(entry.role), entry.schoolClass, entry.name].filter { !$0.isEmpty }.joined(separator: ", ")
        let notes = [
            request.isMember ? nil : text.notMember(text.role(entry.role)), request.account.fits(request.name) && !entry.name.isEmpty ? nil : text.nameDiffers,
            request.holder.map { text.takenBy($0.short) },
        ].compactMap { $0 }.joined(separator: " ")
        return """
            <li><div class="line"><span class="grow"><b>\(request.name.full)</b><small>\(request.systemName): \(said)</small><small>\(notes)</small></span></div>
            <div class="acts">\(request.holder == nil ? button(Link.confirm(request.id), text.confirm) : nil)\(button(Link.refuse(request.id), text.refuse))</div></li>
            """
    }

    private func button(_ link: Link, _ words: String) -> HTML {
        #"<form method="post" action="\#(link)">\#(reader.formField)<button>\#(words)</button></form>"#
    }

    // MARK: A system

    func system(_ sheet: SystemSheet, _ refused: RefusedForm) -> HTML {
        let fields = FieldViews(reader: reader, refused: refused), system = sheet.system
        let isManyGone = refused.reason("sure") != nil
        return frame.page(
            system.name, sheet.lastUpload.map { text.uploadedOn(web.day(reader.zone.day(of: $0.at), today: reader.today)) } ?? text.neverUploaded,
            backTo: "/linking/office",
            """
            \(fields.whole(besides: ["file", "sure"]))
            <section class="block flow"><h2>\(text.upload)</h2><form method="post" action="\(Link.roster(system.id))" enctype="multipart/form-data" class="flow">\(reader.formField)
            \(fields.file("file", text.file, accept: ".csv,.json,text/csv,application/json", hint: text.fileHint))\(isManyGone ? #"<div>\#(fields.check("sure", text.sure, value: "yes"))</div>"# as HTML : nil)
            <div class="acts"><button class="chief">\(text.uploadFile)</button></div></form>
            <details><summary>\(text.howToExport)</summary><p>\(text.exportHint)</p><p>\(text.salt): <code>\(system.salt)</code></p><p>\(text.joinCode): <code>\(system.joinCode)</code></p></details>
            \(sheet.lastUpload.map { #"<p><a href="\#(Link.upload($0.id))">\#(text.lastReport)</a></p>"# as HTML })</section>
            \(roles(sheet))\(accounts(sheet))\(people(sheet))\(admission(system))
            """)
    }

    private func roles(_ sheet: SystemSheet) -> HTML {
        let links: HTML =
            "\(each: OutsideRole.allCases, { #"<a href="\#(Link.system(sheet.system.id, $0))"\#($0 == sheet.role ? #" aria-current="page""# as HTML : nil)>\#(text.people($0))</a>"# })"
        return #"<nav class="switch" aria-label="\#(text.chooseRole)">\#(links)</nav>"#
    }

    private func accounts(_ sheet: SystemSheet) -> HTML {
        let (accounts, count) = sheet.accounts, lines: HTML = "\(each: accounts, accountLine)"
        let byNames: HTML? =
            sheet.matches.isEmpty
            ? nil
            : #"<form method="post" action="\#(Link.byNames(sheet.system.id))" class="acts">\#(reader.formField)<button>\#(text.linkMatches(sheet.matches.count))</button></form>"#
        return """
            <section class="block flow"><h2>\(text.unmatchedAccounts) <small>\(count)</small></h2>\(byNames)
            \(accounts.isEmpty ? #"<p class="quiet">\#(text.allMatched)</p>"# as HTML : #"<ul class="lines">\#(lines)</ul>"#)
            \(count > accounts.count ? #"<p class="hint">\#(text.shownOf(accounts.count, count))</p>"# as HTML : nil)</section>
            """
    }

    private func accountLine(_ account: OutsideAccount) -> HTML {
        let entry = account.entry, name = entry.name.isEmpty ? text.nameless(String(entry.key.hex.prefix(8))) : entry.name
        return """
            <li><a href="\(Link.account(account.id))"><span class="grow"><b>\(name)</b>\(entry.schoolClass.isEmpty ? nil : "<small>\(entry.schoolClass)</small>" as HTML)</span><span class="go"></span></a></li>
            """
    }

    private func people(_ sheet: SystemSheet) -> HTML {
        let (people, count) = sheet.people
        let lines: HTML = "\(each: people, { #"<li><span class="line"><span class="grow">\#($0.name.full)</span></span></li>"# })"
        return """
            <section class="block"><h2>\(text.unlinkedPeople) <small>\(count)</small></h2>
            \(people.isEmpty ? #"<p class="quiet">\#(text.allLinked)</p>"# as HTML : #"<ul class="lines">\#(lines)</ul>"#)
            \(count > people.count ? #"<p class="hint">\#(text.shownOf(people.count, count))</p>"# as HTML : nil)</section>
            """
    }

    private func admission(_ system: OutsideSystem) -> HTML {
        """
        <section class="block flow"><h2>\(text.admission)</h2><p>\(system.admitsAlone ? text.admitsAlone : text.admitsAfterCheck)</p>
        <form method="post" action="\(Link.admission(system.id))" class="acts">\(reader.formField)<button name="alone" value="\(system.admitsAlone ? "no" : "yes")">\(system.admitsAlone ? text.checkFirst : text.admitAlone)</button></form></section>
        """
    }

    // MARK: An upload, an account

    func report(_ report: RosterReport, of system: ID<OutsideSystem>) -> HTML {
        let figures: [(String, Int)] = [
            (text.added, report.added), (text.changed, report.changed), (text.gone, report.gone), (text.same, report.same), (text.refused, report.refused),
        ]
        let lines: HTML = "\(each: figures, { #"<li><span class="line"><span class="grow">\#($0.0)</span><b class="num">\#($0.1)</b></span></li>"# })"
        let flaws: HTML = "\(each: report.flaws, { #"<li><span class="line"><span class="grow">\#(words(of: $0))</span></span></li>"# })"
        return frame.page(
            text.report, backTo: .system(system),
            """
            <ul class="lines">\(lines)</ul>
            \(report.flaws.isEmpty ? nil : #"<section class="block"><h2>\#(text.refused)</h2><ul class="lines">\#(flaws)</ul></section>"# as HTML)
            \(report.refused > report.flaws.count ? #"<p class="hint">\#(text.shownOf(report.flaws.count, report.refused))</p>"# as HTML : nil)
            """)
    }

    /// «строка 3, поле key: …» in the words of every import.
    private func words(of flaw: RosterReport.Flaw) -> String {
        guard let code = Refusal.Code.all.first(where: { $0.text == flaw.code }) else { return flaw.code }
        if code == .row(.unknownValue), flaw.field != "role" { return text.oddCell(flaw.line, isKey: flaw.field == "key") }
        return Refusal(file: text.file, line: flaw.line, field: flaw.field, code, loses: .row).words(in: reader.language)
    }

    /// An account nobody has: the people of its role, to choose from; or whose it is.
    func account(_ account: OutsideAccount, holder: PersonName?, _ people: (people: [LinkingStore.Named], count: Int), searched: String, _ refused: RefusedForm)
        -> HTML
    {
        let entry = account.entry, fields = FieldViews(reader: reader, refused: refused)
        let name = entry.name.isEmpty ? text.nameless(String(entry.key.hex.prefix(8))) : entry.name
        let said = [text.role(entry.role), entry.schoolClass].filter { !$0.isEmpty }.joined(separator: ", ")
        return frame.page(
            name, said, backTo: .system(account.system, entry.role),
            """
            \(fields.whole(besides: []))\(account.isGone ? #"<p class="notice warn">\#(text.goneThere)</p>"# as HTML : nil)
            \(holder.map { held(account, $0) } ?? choice(account, people, searched))
            """)
    }

    private func held(_ account: OutsideAccount, _ holder: PersonName) -> HTML {
        """
        <p>\(text.belongsTo(holder.full))</p><form method="post" action="\(Link.endLink(account.id))" class="acts">\(reader.formField)<button class="danger">\(text.unlink)</button></form>
        """
    }

    private func choice(_ account: OutsideAccount, _ people: (people: [LinkingStore.Named], count: Int), _ searched: String) -> HTML {
        let lines: HTML = "\(each: people.people, person)"
        return """
            <form method="get" action="\(Link.account(account.id))" class="flow"><div><label for="name">\(text.searchByName)</label><input id="name" name="name" value="\(searched)" maxlength="100"></div><div class="acts"><button>\(text.search)</button></div></form>
            <form method="post" action="\(Link.account(account.id))">\(reader.formField)
            \(people.people.isEmpty ? #"<div class="empty"><b>\#(text.nobodyFound)</b></div>"# as HTML : #"<ul class="lines">\#(lines)</ul>"#)</form>
            \(people.count > people.people.count ? #"<p class="hint">\#(text.shownOf(people.people.count, people.count))</p>"# as HTML : nil)
            """
    }

    private func person(_ named: LinkingStore.Named) -> HTML {
        """
        <li><span class="line"><span class="grow">\(named.name.full)</span><button name="person" value="\(named.id.number)" aria-label="\(text.linkWith(named.name.full))">\(text.link)</button></span></li>
        """
    }

    // MARK: Shares

    func shares(_ shares: [LinkShare], of all: [LinkShare]?) -> HTML {
        frame.page(
            text.shares, text.asOf(web.date(reader.today) + " \(reader.today.year)"), backTo: "/linking/office",
            """
            \(list(shares))\(all.map { #"<section class="block"><h2>\#(text.allSchools)</h2><p class="hint">\#(text.smallHidden(LinkShare.smallest))</p>\#(list($0))</section>"# as HTML })
            """)
    }

    private func list(_ shares: [LinkShare]) -> HTML {
        let lines: HTML = "\(each: shares, line)"
        return #"<ul class="lines">\#(lines)</ul>"#
    }

    private func line(_ share: LinkShare) -> HTML {
        """
        <li><span class="line"><span class="grow"><b>\(web.role(share.role))</b><small>\(text.linkedOf(share.linked, share.people))</small></span><b class="num">\(share.percent) %</b></span></li>
        """
    }
}

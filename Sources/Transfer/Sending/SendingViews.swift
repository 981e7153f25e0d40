import Kernel
import Markup
import School
import WebCore

/// What the office sees of sending: values to markup, nothing else.
struct SendingViews {
    let reader: Reader
    private var text: any TransferText { reader.language.transfer }
    private var web: any WebText { reader.language.web }
    private var frame: TransferFrame { TransferFrame(reader: reader) }

    func classes(_ classes: [SchoolClass]) -> HTML {
        let list: HTML = """
            <ul class="lines">\(each: classes, { #"<li><a href="\#(Link.leavers(of: $0.id))"><span class="grow"><b>\#($0.name)</b></span><span class="go"></span></a></li>"# })</ul>
            """
        return frame.page(
            text.newPackage, backTo: "/transfer",
            """
            <p>\(text.chooseClass)</p>\(classes.isEmpty ? #"<div class="empty"><b>\#(text.noClasses)</b></div>"# as HTML : list)
            """)
    }

    func leavers(_ leavers: [Leaver]) -> HTML {
        frame.page(
            text.newPackage, leavers.first?.schoolClass.name, backTo: "/transfer/new",
            leavers.isEmpty
                ? #"<div class="empty"><b>\#(text.noPupils)</b></div>"# : #"<p>\#(text.choosePupil)</p><ul class="lines">\#(each: leavers, leaver)</ul>"#)
    }

    private func leaver(_ leaver: Leaver) -> HTML {
        """
        <li><a href="\(Link.send(leaver.pupil.id))"><span class="grow"><b>\(leaver.pupil.name.full)</b>\
        \(leaver.until.map { "<small>\(text.leftOn(text.date($0)))</small>" as HTML })</span><span class="go"></span></a></li>
        """
    }

    static let fields = ["order", "orderDay", "lastDay", "addressee", "address"]

    /// What will be sent, and the order by which.
    func form(_ leaver: Leaver, _ refused: RefusedForm) -> HTML {
        let fields = FieldViews(reader: reader, refused: refused), today = reader.today.description
        let last: HTML =
            leaver.until.map { #"<p>\#(text.leftOn(text.date($0)))</p>"# }
            ?? fields.input("lastDay", text.lastDay, .date, value: today, hint: text.lastDayHint(leaver.schoolClass.name))
        return frame.page(
            text.newPackage, "\(leaver.pupil.name.full), \(leaver.schoolClass.name)", backTo: .leavers(of: leaver.schoolClass.id),
            """
            \(fields.whole(besides: Self.fields))<p>\(text.whatGoes)</p>
            <form method="post" action="\(Link.send(leaver.pupil.id))" class="flow">\(reader.formField)
            \(fields.input("order", text.orderNumber, most: 50))\(fields.input("orderDay", text.orderDay, .date, value: today))\(last)
            \(fields.input("addressee", text.addressee, isRequired: false, hint: text.addresseeHint))
            \(fields.input("address", text.address, most: 40, isRequired: false, hint: text.addressHint))
            <div class="acts"><button class="chief">\(text.makePackage)</button></div></form>
            """)
    }

    // MARK: A package that was made

    func package(_ package: SentPackage, fingerprint: String, _ refused: RefusedForm) -> HTML {
        frame.page(
            package.pupil.name.full, "\(package.schoolClass) · \(text.orderOf(package.order.number, text.date(package.order.day)))", backTo: "/transfer",
            """
            <p class="notice\(package.state == .accepted ? " good" : package.state == .offered ? "" : " warn")" role="status">\(state(package))</p>
            \(package.state == .offered ? offered(package, fingerprint, refused) : nil)
            """)
    }

    func state(_ package: SentPackage) -> String {
        switch package.state {
        case .offered: text.waitsUntil(text.date(package.validUntil))
        case .expired: text.expiredOn(text.date(package.validUntil))
        case .withdrawn: text.withdrawnOn(package.settledOn.map(text.date) ?? "")
        case .accepted: text.acceptedBy(package.acceptedBy ?? "", package.settledOn.map(text.date) ?? "")
        }
    }

    private func offered(_ package: SentPackage, _ fingerprint: String, _ refused: RefusedForm) -> HTML {
        let fields = FieldViews(reader: reader, refused: refused)
        return """
            <section class="block"><h2>\(text.sameInstallation)</h2><ul class="lines">\(code(package))</ul></section>
            <section class="block flow"><h2>\(text.otherInstallation)</h2><p>\(text.fileHint)</p><p>\(text.fingerprint): <b>\(fingerprint)</b></p>
            <div class="acts"><a class="button" href="\(Link.packageFile(package.id))" download>\(text.download)</a></div>
            <details><summary>\(text.receiptCame)</summary><form method="post" action="\(Link.receipt(package.id))" class="flow">\(reader.formField)
            \(fields.input("receipt", text.receipt, most: 2_000, hint: text.receiptHint))<div class="acts"><button>\(text.takeReceipt)</button></div></form></details></section>
            <div class="acts"><a class="button chief" href="\(Link.paper(package.id))">\(text.toPaper)</a></div>
            <form method="post" action="\(Link.withdraw(package.id))" class="flow">\(reader.formField)<p>\(text.withdrawHint)</p>
            <div class="acts"><button class="danger">\(text.withdraw)</button></div></form>
            """
    }

    private func code(_ package: SentPackage) -> HTML {
        """
        <li><span class="line"><span class="grow"><b>\(text.code)</b><small>\(text.codeHint)</small></span><b class="num">\(ShortCode.shown(package.code ?? ""))</b></span></li>
        """
    }

    /// The sheet that goes with the child: the code, the fingerprint, and the record itself.
    func paper(_ package: SentPackage, _ record: TransferRecord, fingerprint: String, school: String) -> HTML {
        let printed = text.printed(reader.viewer?.name.short ?? "", text.date(reader.today), web.time(reader.zone.minute(of: reader.now)))
        return frame.page(
            text.record, package.pupil.name.full, backTo: .package(package.id),
            """
            <p class="acts hint">\(text.howToPrint)</p>
            <section class="block"><h2>\(text.forNextSchool)</h2><ul class="lines">
            \(code(package))
            <li><span class="line"><span class="grow"><b>\(fingerprint)</b><small>\(text.fingerprint). \(text.fingerprintHint)</small></span></span></li>
            <li><span class="line"><span class="grow"><b>\(text.validUntil)</b></span>\(text.date(package.validUntil))</span></li></ul></section>
            \(RecordViews(reader.language).body(record))<p class="printed">\(school) · \(printed)</p>
            """)
    }
}

/// The frame around each of the transfer's pages.
struct TransferFrame {
    let reader: Reader

    func page(_ title: String, _ under: String? = nil, backTo back: Link, _ content: HTML) -> HTML {
        shell(
            title, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(reader.language.transfer.back)">\(Icon.back)</a><div><h1>\(title)</h1>\(under.map { "<p>\($0)</p>" as HTML })</div></header>
            <div class="narrow flow">\(content)</div>
            """)
    }
}

import Kernel
import Markup
import School
import WebCore

/// All of the office's first page.
struct OfficeDesk: Sendable {
    let packages: [SentPackage]
    let waiting: [ReceivingStore.Waiting]
    let received: [PreviousLine]
    let fingerprint: String
    let address: String
}

/// The office's first page: values to markup, nothing else.
struct TransferViews {
    let reader: Reader
    private var text: any TransferText { reader.language.transfer }
    private var web: any WebText { reader.language.web }

    func desk(_ desk: OfficeDesk, _ refused: RefusedForm) -> HTML {
        TransferFrame(reader: reader).page(
            text.transfer, backTo: "/more",
            """
            \(FieldViews(reader: reader, refused: refused).whole(besides: ["code", "file"]))
            <div class="acts"><a class="button chief" href="/transfer/new">\(text.newPackage)</a></div>
            \(receive(refused))\(desk.waiting.isEmpty ? nil : waiting(desk.waiting))\(sent(desk.packages))\(received(desk.received))\(own(desk))
            """)
    }

    private func receive(_ refused: RefusedForm) -> HTML {
        let fields = FieldViews(reader: reader, refused: refused)
        let wait: HTML? = if case .wait(let seconds) = refused.denial { #"<p class="why" role="alert">\#(web.wait(seconds))</p>"# } else { nil }
        return """
            <section class="block flow"><h2>\(text.receive)</h2>
            <form method="post" action="/transfer/code" class="flow">\(reader.formField)\(fields.input("code", text.code, most: 40, hint: text.typeCodeHint))\(wait)
            <div class="acts"><button>\(text.openByCode)</button></div></form>
            <form method="post" action="/transfer/file" enctype="multipart/form-data" class="flow">\(reader.formField)
            \(fields.file("file", text.file, accept: ".json,application/json", hint: text.uploadHint))<div class="acts"><button>\(text.openFile)</button></div></form></section>
            """
    }

    private func waiting(_ waiting: [ReceivingStore.Waiting]) -> HTML {
        #"<section class="block"><h2>\#(text.waiting)</h2><ul class="lines">\#(each: waiting, waitingLine)</ul></section>"#
    }

    private func waitingLine(_ line: ReceivingStore.Waiting) -> HTML {
        let day = web.day(reader.zone.day(of: line.broughtAt), today: reader.today), time = web.time(reader.zone.minute(of: line.broughtAt))
        return """
            <li><a href="\(Link.incoming(line.id))"><span class="grow"><b>\(line.byCode ? text.broughtByCode : text.broughtAsFile)</b><small>\(day), \(time)</small></span><span class="go"></span></a></li>
            """
    }

    private func sent(_ packages: [SentPackage]) -> HTML {
        let list: HTML = "\(each: packages, sentLine)"
        return """
            <section class="block"><h2>\(text.sent)</h2>\(packages.isEmpty ? #"<p class="quiet">\#(text.nothingSent)</p>"# as HTML : #"<ul class="lines">\#(list)</ul>"#)</section>
            """
    }

    private func sentLine(_ package: SentPackage) -> HTML {
        """
        <li><a href="\(Link.package(package.id))"><span class="grow"><b>\(package.pupil.name.list), \(package.schoolClass)</b>\
        <small>\(SendingViews(reader: reader).state(package))</small></span><span class="go"></span></a></li>
        """
    }

    private func received(_ lines: [PreviousLine]) -> HTML? {
        let list: HTML = "\(each: lines, PreviousViews(reader: reader).line)"
        return lines.isEmpty ? nil : #"<section class="block"><h2>\#(text.received)</h2><ul class="lines">\#(list)</ul></section>"#
    }

    private func own(_ desk: OfficeDesk) -> HTML {
        """
        <section class="block"><h2>\(text.ownSigns)</h2><ul class="lines">
        <li><span class="line"><span class="grow"><b>\(ShortCode.shown(desk.address, by: 4))</b><small>\(text.ownAddressHint)</small></span></span></li>
        <li><span class="line"><span class="grow"><b>\(desk.fingerprint)</b><small>\(text.ownFingerprintHint)</small></span></span></li>
        <li><a href="/transfer/key"><span class="grow">\(text.publicKey)</span><span class="go"></span></a></li></ul></section>
        """
    }
}

import Kernel
import Markup
import QR
import School
import WebCore

/// Slips to be cut apart and the register in which their receipt is signed, for A4 (REQUIREMENTS B08, B09).
struct SheetViews {
    let reader: Reader
    let address: PublicAddress
    private var text: any InvitationsText { reader.language.invitations }
    private var web: any WebText { reader.language.web }
    private var words: InvitationWords { InvitationWords(reader: reader) }

    func page(_ slips: [(Invitation, Code)], held: Int) -> HTML {
        let good = slips.filter { $0.0.state(at: reader.now) == .open }
        return shell(
            text.sheet, reader, place: .more,
            """
            <header class="head screen"><a class="tool" href="/codes" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(text.sheet)</h1><p>\(text.slips(good.count))</p></div></header>
            <div class="notice narrow screen"><p>\(text.printNow)</p></div>\(held > 0 ? #"<div class="notice narrow screen"><p>\#(text.someHeld(held))</p></div>"# as HTML : nil)
            \(slips.count > good.count ? #"<div class="notice warn narrow screen"><p>\#(text.someGone(slips.count - good.count))</p></div>"# as HTML : nil)
            \(good.isEmpty ? #"<div class="empty"><b>\#(text.nothingToPrint)</b></div>"# as HTML : content(good))
            """)
    }

    private func content(_ slips: [(Invitation, Code)]) -> HTML {
        #"<ol class="slips">\#(each: slips, slip)</ol>\#(register(slips.map(\.0)))"#
    }

    private func slip(_ invitation: Invitation, _ code: Code) -> HTML {
        """
        <li class="slip">\(QRViews.drawing(address.join(code), words: text.qr))<div><p class="small">\(invitation.school.name) · № \(invitation.id.number)</p>
        <h2>\(words.whom(invitation))</h2><p class="code">\(code.grouped)</p><p class="small"><b>\(text.slipUntil(until(invitation)))</b></p>
        <p class="small">\(invitation.purpose == .again ? text.slipAgain(address.shown + "/join") : text.slipSteps(address.shown + "/join")) \(text.keepSecret)</p></div></li>

        """
    }

    /// The school's form for the receipt of codes: who got which slip, when, and the signature.
    private func register(_ codes: [Invitation]) -> HTML {
        let first = codes.first
        return """
            <section class="register"><h2>\(text.register)</h2><p>\(first?.school.name ?? "")\(first?.schoolClass.map { ", \($0.name)" })</p>
            <table><thead><tr><th scope="col">№</th><th scope="col">\(text.slipNumber)</th><th scope="col">\(text.toWhom)</th><th scope="col">\(text.until)</th><th scope="col">\(text.consentSigned)</th><th scope="col">\(text.receivedOn)</th><th scope="col">\(text.signature)</th></tr></thead>
            <tbody>\(each: Array(codes.enumerated()), { row($0 + 1, $1) })</tbody></table><p>\(text.issuedBySigned(first?.issuedBy?.full ?? ""))</p>
            <p class="printed">\(text.printed(web.date(reader.today), web.time(reader.zone.minute(of: reader.now)), reader.viewer?.name.short ?? ""))</p></section>
            """
    }

    private func row(_ number: Int, _ code: Invitation) -> HTML {
        """
        <tr><td>\(number)</td><td>\(code.id.number)</td><td>\(words.whom(code))</td><td>\(text.shortDate(lastDay(code)))</td><td></td><td></td><td></td></tr>

        """
    }

    /// The last day on which it is good all day long.
    private func lastDay(_ code: Invitation) -> Day { code.school.zone.day(of: code.expiresAt) - 1 }
    private func until(_ code: Invitation) -> String { web.date(lastDay(code)) + " \(lastDay(code).year)" }
}

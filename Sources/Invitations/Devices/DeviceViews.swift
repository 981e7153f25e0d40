import Accounts
import Kernel
import Markup
import QR
import WebCore

/// The way to a second device: values to markup, nothing else.
struct DeviceViews {
    let reader: Reader
    private var text: any InvitationsText { reader.language.invitations }

    /// With a key: the QR code and the address.
    func page(_ key: Token?, address: PublicAddress) -> HTML {
        shell(
            text.secondDevice, reader, place: .more,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(text.secondDevice)</h1></div></header><div class="narrow flow">
            \(key.map { shown(address.device($0.text)) } ?? "<p>\(text.secondDeviceSteps)</p>")
            <form method="post" action="/more/device" class="acts">\(reader.formField)<button class="chief">\(key == nil ? text.showQR : text.showQRAgain)</button></form></div>
            """)
    }

    private func shown(_ address: String) -> HTML {
        """
        <p>\(text.scanThis(DevicePass.life / 60))</p><p class="big">\(QRViews.drawing(address, words: text.qr))</p><details><summary>\(text.linkInstead)</summary><p class="address">\(address)</p></details>
        <div class="notice warn"><p>\(text.showNobody)</p></div>
        """
    }

    func offer(_ key: Token, to name: PersonName) -> HTML {
        shell(
            text.secondDevice, gateReader, kind: .gate,
            """
            <h1>\(text.enterHere)</h1><p>\(text.enterHereAs(name.short))</p><form class="flow" method="post" action="\("/device/\(key.text)" as Link)">\(reader.formField)<button class="chief">\(text.enter)</button></form>
            <p class="hint">\(text.enterHereHint)</p>
            """)
    }

    func gone() -> HTML {
        shell(
            text.secondDevice, gateReader, kind: .gate,
            """
            <h1>\(text.passGoneTitle)</h1><p>\(text.passGone)</p><div class="acts"><a class="button chief" href="/sign-in">\(text.haveLogin)</a></div>
            """)
    }

    private var gateReader: Reader {
        Reader(language: reader.language, viewer: nil, formToken: reader.formToken, path: reader.path, assets: reader.assets, now: reader.now)
    }
}

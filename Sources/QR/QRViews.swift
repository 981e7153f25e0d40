import Markup

/// A QR code as a drawing: dark on light in dark mode too, or telephones do not read it.
public struct QRViews {
    /// Light squares around, as the standard asks.
    private static let margin = 4

    /// `words` say what the drawing is to one who does not see it.
    public static func drawing(_ address: String, words: String) -> HTML? {
        guard let code = QRCode(address) else { return nil }
        let side = code.width + 2 * margin
        return """
            <svg class="qr" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(words)" shape-rendering="crispEdges"><path fill="#ffffff" d="M0 0h\(side)v\(side)H0z"/><path fill="#000000" d="\(code.path(margin: margin))"/></svg>
            """
    }

    /// For a reader whose language is not known; nothing for a text no QR code holds.
    public static func picture(_ text: String) -> HTML { drawing(text, words: "QR") ?? "" }
}

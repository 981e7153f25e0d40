import Markup
import Testing

@Suite struct HTMLTests {
    static let naughty = [
        "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onfocus='alert(1)", "</td><td>", "<!--", "]]>", "&lt;", "&#x3C;",
        "a & b < c > d", "\u{0}\u{8}", "\u{202E}txt.exe", "e\u{301}", "👩‍👩‍👧‍👦", "Ёж „Иголка“", String(repeating: "<", count: 10_000), "",
    ]

    @Test("text cannot leave its place, in content or in an attribute", arguments: naughty)
    func escapes(_ text: String) {
        let html: HTML = #"<td title="\#(text)" data-x='\#(text)'>\#(text)</td>"#
        let inside = html.text.dropFirst(#"<td title=""#.count).dropLast("</td>".count)
        #expect(!inside.contains("<"))
        #expect(html.text.count(where: { $0 == ">" }) == 2)
        #expect(html.text.count(where: { $0 == "\"" }) == 2 && html.text.count(where: { $0 == "'" }) == 2)
        #expect(unescaped(html.text.split(separator: ">", maxSplits: 1)[1].dropLast("</td>".count)) == text)
    }

    @Test("markup nests unescaped, an absent part leaves nothing, a list is written item by item")
    func nests() {
        let part: HTML? = nil
        let bold: HTML = "<b>\("a&b")</b>"
        let html: HTML = "<ul>\(each: [1, 2], { "<li>\($0)</li>" })</ul>\(part)\(bold)"
        #expect(html.text == "<ul><li>1</li><li>2</li></ul><b>a&amp;b</b>")
    }

    @Test("text where an address belongs leads nowhere", arguments: ["href", "src", "action"])
    func textIsNoAddress(_ attribute: String) {
        let hostile = "javascript:alert(1)"
        let html: HTML =
            switch attribute {
            case "href": #"<a href="\#(hostile)">x</a>"#
            case "src": #"<img src='\#(hostile)'>"#
            default: #"<form action="\#(hostile)"></form>"#
            }
        #expect(!html.text.contains("javascript") && html.text.contains("#"))
    }

    private func unescaped(_ text: some StringProtocol) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}

import Markup
import Testing

@Suite struct LinkTests {
    @Test("a piece of a path stays one piece")
    func piece() {
        let hostile = "../x?y=1#z/é"
        let link: Link = "/files/\(hostile)/\(7)/\("..")"
        #expect(link.text == "/files/..%2Fx%3Fy%3D1%23z%2F%C3%A9/7/_")
        let html: HTML = #"<a href="\#(link)">x</a>"#
        #expect(html.text == #"<a href="/files/..%2Fx%3Fy%3D1%23z%2F%C3%A9/7/_">x</a>"#)
    }

    @Test(
        "only addresses a browser may be sent to are links",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "//evil.example", "vbscript:x",
            "", "https", "http://a b",
        ])
    func refused(_ address: String) { #expect(Link(external: address) == nil) }

    @Test func accepted() {
        #expect(Link(external: "https://example.org/?a=1&b=2")?.text == "https://example.org/?a=1&b=2")
        #expect(Link(external: "mailto:olga@example.org") != nil)
    }
}

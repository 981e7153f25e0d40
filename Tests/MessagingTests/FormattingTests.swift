import Markup
import Testing

@testable import Messaging

@Suite struct FormattingTests {
    @Test(
        "marks at the edges of words make them bold, slanted or code; inside of words and sums they are what they are",
        arguments: [
            ("*важно*: завтра", "<b>важно</b>: завтра"), ("это _очень_ важно", "это <em>очень</em> важно"), ("`let x = 1`", "<code>let x = 1</code>"),
            ("*_оба_*", "<b><em>оба</em></b>"), ("2*3*4 = 24", "2*3*4 = 24"), ("file_name_1", "file_name_1"), ("* не список", "* не список"),
            ("*не\nзакрыто*", "*не\nзакрыто*"), ("**", "**"), ("*", "*"), ("`*не жирно*`", "<code>*не жирно*</code>"), ("*<b>*", "<b>&lt;b&gt;</b>"),
            ("(*да*)", "(<b>да</b>)"), ("*a* и *b*", "<b>a</b> и <b>b</b>"),
            ("где $$x_1 < x_2$$, там", #"где <code data-tex="line">x_1 &lt; x_2</code>, там"#), ("5$ или 6$, $$", "5$ или 6$, $$"),
            ("$$$$ и $$ $$", "$$$$ и $$ $$"),
            ("`$$a$$`", "<code>$$a$$</code>"), ("a$$*b*$$c", #"a<code data-tex="line">*b*</code>c"#),
        ])
    func marks(_ text: String, _ expected: String) { #expect(BodyViews.text(text).text == expected) }

    @Test("lists and code stand apart, everything else is one paragraph")
    func blocks() {
        #expect(Block.all(of: "Взять:\n- ручку\n* линейку\nи всё") == [.words("Взять:"), .list(["ручку", "линейку"]), .words("и всё")])
        #expect(Block.all(of: "```\nfor i in 1...3 {\n}\n```\nвот") == [.code("for i in 1...3 {\n}"), .words("вот")])
        #expect(Block.all(of: "```\nне закрыто") == [.words("```\nне закрыто")])
        #expect(
            Block.all(of: "Формула:\n$$E = mc^2$$\n$$\na\nb\n$$\n$$a$$ и $$b$$") == [
                .words("Формула:"), .formula("E = mc^2"), .formula("a\nb"), .words("$$a$$ и $$b$$"),
            ])
        #expect(Block.all(of: "раз\n\nдва") == [.words("раз\n\nдва")])
        #expect(BodyViews.blocks("- <b>\n- https://a.example").text.contains("<li>&lt;b&gt;</li>"))
    }

    @Test("an address keeps its signs: what looks like a mark in it is none")
    func addresses() {
        #expect(BodyViews.text("*https://a.example/x_y_z*").text.contains(#"href="https://a.example/x_y_z""#))
    }
}

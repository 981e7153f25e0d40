import Kernel
import Markup
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct MessageViewsTests {
    /// What people type, or would like to: `BodyViews` and `HTML` make text of all of it.
    static let naughty = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "</p></li></ol><h1>x", "&lt;b&gt; & &amp;", "javascript:alert(1)",
        "https://evil.example/\"onmouseover=\"alert(1)", "http://x.example/<script>alert(1)</script>", "https://x.example/'onclick='alert(1)",
        "{{7*7}} ${7*7} \\(1)",
        "\u{202E}txet desrever", "<!--", "]]>", "<template><script>alert(1)</script></template>", "https://", "http://a",
        "data:text/html,<script>alert(1)</script>",
    ]
    static let noon = World.zone.moment(World.today, minute: 12 * 60)
    static let vera = Message.Author(
        id: ID(1), name: PersonName(family: "Петрова", given: "Мария", patronymic: "Сергеевна"), role: .classTeacher, isVerified: true)
    static let petya = Message.Author(id: ID(2), name: PersonName(family: "Петров", given: "Иван", patronymic: "Олегович"), role: .pupil, isVerified: false)

    static func message(_ seq: Int64, _ author: Message.Author, _ body: String = "hello", at moment: Moment = noon, after previous: Message? = nil) -> Message {
        Message(
            chat: ID(1), seq: seq, author: author, clientID: .init(stored: "name-\(seq)-of-message"), body: body, postedAt: moment,
            previous: previous.map { .init(author: $0.author.id, postedAt: $0.postedAt) })
    }
    static func thread(
        _ messages: [Message], readSeq: Int64 = 0, me: ID<Person> = ID(9), at now: Moment = noon + 60, zone: Zone = World.zone, language: Language = .ru
    ) -> String {
        let school = School(id: ID(1), name: "School", zone: zone)
        let viewer = Viewer(person: me, name: PersonName(family: "A", given: "B"), hat: Hat(school: school, side: .pupil, roles: [.pupil]))
        let reader = Reader(language: language, viewer: viewer, formToken: "token", path: "/", assets: "/assets/1", now: now)
        let last = messages.last?.seq ?? 0
        let chat = Chat(id: ID(1), kind: .class, title: "7А", lastSeq: last, lastAt: noon, readSeq: readSeq, members: 3)
        return ThreadViews(reader: reader, viewer: viewer).page(chat, Messages(list: messages, hasOlder: false), isOlder: false).text
    }

    @Test("whatever is typed is shown as text, on the page and on the live line alike", arguments: naughty)
    func escaped(_ text: String) throws {
        let body = try Message.Body(text).text
        let author = Message.Author(id: ID(2), name: PersonName(family: text, given: text), role: .pupil, isVerified: false)
        let first = Self.message(1, author), line = MessageViews(kind: .class, zone: World.zone).line(Self.message(2, author, body, after: first)).text
        for markup in [line, Self.thread([Self.message(1, author, body)])] {
            let foreign = markup.replacing(/<script type="module" src="[^"]*"><\/script>/, with: "")
            #expect(!foreign.contains("<script") && !foreign.contains("<img") && !foreign.contains("<h1>x") && !foreign.contains("<!--"), "\(text)")
            #expect(!markup.contains(#/<[^>]*[" ]on[a-z]+=/#) && !markup.contains(#/href="(?!https?://|/|\#)/#), "\(text)")
        }
        let answer = PostedPayload(Posted(Self.message(2, author, body, after: first), kind: .class, zone: World.zone))
        #expect(answer.html == line && !answer.json.contains("\n"))
    }

    @Test("web addresses can be followed, and what stands around them is no part of them")
    func links() {
        for (text, address, shown) in [
            ("см. https://school.example/plan.", "https://school.example/plan", "https://school.example/plan"),
            ("(http://a.example/x_(y))", "http://a.example/x_(y)", "http://a.example/x_(y)"),
            ("вот: HTTPS://A.EXAMPLE/Q?a=1&b=2, смотрите", "HTTPS://A.EXAMPLE/Q?a=1&amp;b=2", "HTTPS://A.EXAMPLE/Q?a=1&amp;b=2"),
            ("«https://пример.рф/ёж»", "https://пример.рф/ёж", "https://пример.рф/ёж"),
        ] {
            let html = BodyViews.text(text).text
            #expect(html.contains(#"<a href="\#(address)" rel="noopener noreferrer nofollow" target="_blank">\#(shown)</a>"#), "\(html)")
        }
        for text in ["https://", "http:// x", "see http", "mailto:a@example.org", "ftp://a.example", "hhttps"] {
            #expect(!BodyViews.text(text).text.contains("<a "), "\(text)")
        }
        for text in Self.naughty + ["a https://x.example b http://y.example/. c"] {
            #expect(BodyViews.pieces(of: text).map { String($0.text) }.joined() == text)
        }
        #expect(BodyViews.text("a https://x.example b http://y.example/. c").text.matches(of: #/<a\s/#).count == 2)
    }

    @Test("teachers are addressed by name and patronymic and named by their role, pupils stand as in the class list")
    func names() {
        let page = Self.thread([Self.message(1, Self.vera), Self.message(2, Self.petya)])
        #expect(page.contains("Мария Сергеевна") && page.contains(#"data-role="classTeacher">классный руководитель</small>"#))
        #expect(page.contains("<h3>Петров Иван</h3>") && !page.contains("Олегович"))
    }

    @Test("messages of one author within five minutes stand together, on one day of the school's own calendar")
    func grouping() {
        let first = Self.message(1, Self.petya)
        for (next, isTogether) in [
            (Self.message(2, Self.petya, at: Self.noon + 300, after: first), true), (Self.message(2, Self.petya, at: Self.noon + 301, after: first), false),
            (Self.message(2, Self.vera, at: Self.noon + 1, after: first), false), (Self.message(2, Self.petya, at: Self.noon, after: nil), false),
        ] {
            #expect(next.continuesPrevious(in: World.zone) == isTogether)
            #expect(MessageViews(kind: .class, zone: World.zone).line(next).text.contains(#"class="msg next""#) == isTogether)
        }
        let late = Self.message(1, Self.petya, at: World.zone.moment(World.today, minute: 1439)),
            early = Self.message(2, Self.petya, at: late.postedAt + 120, after: late)
        #expect(!early.continuesPrevious(in: World.zone) && early.isFirst(ofItsDayIn: World.zone))
    }

    @Test("days are told apart by the school's clock and called as people call them")
    func days() {
        // 23:30 and 00:30 in Moscow are one evening in Kaliningrad and one morning in Vladivostok.
        let evening = Self.message(1, Self.petya, at: World.zone.moment(World.today - 1, minute: 1410)),
            night = Self.message(2, Self.petya, at: evening.postedAt + 3600, after: evening)
        func days(_ zone: Zone, at now: Moment = Self.noon, _ language: Language = .ru) -> [String] {
            Self.thread([evening, night], at: now, zone: zone, language: language).matches(of: /<li class="date" data-day="[^"]*">([^<]*)</).map {
                String($0.1)
            }
        }
        #expect(days(World.zone) == ["Вчера", "Сегодня"])
        #expect(days(Zone("Europe/Kaliningrad")!) == ["Вчера"] && days(Zone("Asia/Vladivostok")!) == ["Сегодня"])
        #expect(days(World.zone, at: Self.noon + 3 * 86_400) == ["Понедельник, 9 ноября", "Вторник, 10 ноября"])
        #expect(days(World.zone, at: Self.noon + 3 * 86_400, .en).count == 2)
    }

    @Test("the first message of a day comes live without markup, for its day is said in the reader's language; any other comes with it")
    func payload() {
        let first = Self.message(1, Self.petya), second = Self.message(2, Self.petya, at: Self.noon + 60, after: first)
        #expect(PostedPayload(Posted(first, kind: .class, zone: World.zone)).html == nil)
        let html = PostedPayload(Posted(second, kind: .class, zone: World.zone)).html
        #expect(html == MessageViews(kind: .class, zone: World.zone).line(second).text)
        // The same on everybody's page, but for their own class and the role's word.
        #expect(Self.thread([first, second]).contains(html!) && Self.thread([first, second], language: .en).contains(html!))
        let own = Self.thread([first, second], me: Self.petya.id)
        #expect(own.contains(html!.replacing("class=\"msg next\"", with: "class=\"msg mine next\"")))
    }

    @Test("what is new begins with a line that says so, and with a name")
    func fresh() {
        let first = Self.message(1, Self.petya), second = Self.message(2, Self.petya, at: Self.noon + 60, after: first)
        #expect(Self.thread([first, second], readSeq: 1).contains(#"<li class="date fresh">Новое</li><li class="msg" id="m2" data-seq="2""#))
        #expect(!Self.thread([first, second], readSeq: 2).contains("Новое"))
        #expect(!Self.thread([first, second], readSeq: 1, me: Self.petya.id).contains("Новое"))
    }
}

import Kernel
import Markup
import School
import Storage
import TestKit
import Testing
import Timetable
import WebCore

@testable import Journal

@Suite struct JournalViewsTests {
    private func reader(_ viewer: Viewer, _ language: Language = .ru) -> Reader {
        Reader(language: language, viewer: viewer, formToken: "form-token", path: "/", assets: "/assets/x", now: World.now)
    }

    @Test("pages speak the reader's language", arguments: [(Language.ru, "Отсутствуют: 1, опоздали: 0", "отсутствовал"), (.en, "Away: 1, late: 0", "absent")])
    func languages(_ language: Language, _ count: String, _ word: String) async throws {
        let world = try await World.open(.sqlite), lesson = world.mathsNow, vera = world.people.vera
        try await world.perform(NoteAttendance(.absent, of: world.petya, at: lesson), by: vera)
        let sheet = try #require(try await world.site.read { tx in try LessonStore.sheet(of: lesson, seenBy: vera, tx) })
        let page = LessonViews(reader: reader(vera, language)).page(sheet).text
        #expect(page.contains(count) && page.contains(#"<html lang="\#(language.rawValue)">"#) && page.contains(#"aria-pressed="true" aria-label="\#(word)""#))
        #expect(page.contains(#"<body class="deep""#))
    }

    @Test("what people wrote is text wherever it stands")
    func escaping() async throws {
        let world = try await World.open(.sqlite), people = world.people, lesson = world.mathsNow, hostile = #"<script>"'&"#,
            escaped = "&lt;script&gt;&quot;&#39;&amp;"
        try await world.perform(WriteTopic(try .init(hostile), at: lesson), by: people.vera)
        try await world.perform(GiveHomework(try .init(hostile), at: lesson), by: people.vera)
        let petya = world.petya, class7 = people.class7.id
        try await world.site.database.write { tx in
            try tx.rows("UPDATE person SET family = \(hostile) WHERE id = \(petya)")
            try tx.rows("UPDATE subject SET name = \(hostile) WHERE name = 'Математика'")
            try tx.rows("UPDATE school_class SET name = \(hostile) WHERE id = \(class7)")
        }
        let (sheet, journal, week, day) = try await world.site.read { tx in
            (
                try LessonStore.sheet(of: lesson, seenBy: people.vera, tx),
                try ClassJournalStore.journal(of: people.maths, term: nil, today: World.today, seenBy: people.vera, tx),
                try DiaryStore.week(of: petya, from: World.today.monday, seenBy: people.olga, tx), try TodayStore.lessons(of: people.vera, on: World.today, tx)
            )
        }
        let pages = [
            LessonViews(reader: reader(people.vera)).page(try #require(sheet)), LessonViews(reader: reader(people.rita)).page(try #require(sheet)),
            ClassJournalViews(reader: reader(people.vera)).page(try #require(journal)), DiaryViews(reader: reader(people.olga)).page(try #require(week)),
            TodayViews(reader: reader(people.vera)).timeline(day),
        ]
        for page in pages { #expect(page.text.contains(escaped) && !page.text.contains("<script>")) }
    }

    @Test("a first-year lesson has no place for marks")
    func firstYear() async throws {
        let world = try await World.open(.sqlite), vera = world.people.vera, (lesson, _) = try await world.firstYear()
        let sheet = try #require(try await world.site.read { tx in try LessonStore.sheet(of: lesson, seenBy: vera, tx) })
        let page = LessonViews(reader: reader(vera)).page(sheet).text
        #expect(!page.contains("input class=\"mark\"") && page.contains(#"data-code="absent""#))
    }

    @Test("every state of a lesson is told in words")
    func states() async throws {
        let world = try await World.open(.sqlite), people = world.people, views = TodayViews(reader: reader(people.vera))
        func timeline(_ now: Moment) async throws -> String {
            let day = try await world.site.read { tx in try TodayStore.lessons(of: people.vera, on: World.today, tx) }
            return TodayViews(reader: Reader(language: .ru, viewer: people.vera, formToken: "", path: "/", assets: "", now: now)).timeline(day).text
        }
        #expect(try await timeline(World.zone.moment(World.today, minute: 480)).contains("Не начат"))
        #expect(try await timeline(World.now).contains("Идёт, ещё 5 мин"))
        #expect(try await timeline(World.now + 3600).contains("Не хватает темы"))
        try await world.perform(WriteTopic(try .init("Дроби"), at: world.mathsNow), by: people.vera)
        #expect(try await timeline(World.now + 3600).contains("Заполнен"))
        try await world.substituteIgor()
        let held = try await timeline(World.now)
        #expect(held.contains("Не ваш урок") && held.contains("замена: ведёт Игорев И.") && views.noLessons.text.contains("Уроков сегодня нет"))
    }

    @Test("means and words in both languages")
    func words() {
        #expect(Language.ru.journal.hundredths(288) == "2,88" && Language.en.journal.hundredths(405) == "4.05")
        #expect(Language.ru.journal.away(1) == "отмечен 1 отсутствующий" && Language.ru.journal.away(2) == "отмечены 2 отсутствующих")
        #expect(Language.ru.journal.away(5) == "отмечено 5 отсутствующих" && Language.ru.journal.pupils(21) == "21 ученик")
        for language in Language.allCases { #expect(Set(Absence.allCases.map(language.journal.letter)).count == 4) }
    }
}

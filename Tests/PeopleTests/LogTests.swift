import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import People

@Suite struct LogTests {
    @Test("the director and the administrator read the log in words; for others it is not there", arguments: TestDatabase.available)
    func readers(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        for viewer in [people.rita, world.director] {
            let page = try await world.get("/log", as: viewer)
            #expect(page.status == .ok)
            for words in ["Роль: учитель", "Класс ученика: 7А", "Законный представитель", "Петин П.", "Ритина Р."] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("Зоина"), "nothing of another school")
        }
        for viewer in [
            people.vera, people.igor, people.olga, people.petya, world.viewer(people.igor, as: [.deputy]), world.viewer(people.igor, as: [.operator]),
        ] {
            #expect(try await world.get("/log", as: viewer).status == .notFound)
        }
    }

    @Test("the log is narrowed by person, kind and day, and goes back in parts", arguments: TestDatabase.available)
    func filters(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita
        let log = try PeopleAccess.log(for: rita)
        func kinds(_ query: LogQuery) async throws -> [String] {
            try await world.site.read { tx in try LogStore.page(query, log, tx).lines.map(\.kind) }
        }
        #expect(Set(try await kinds(LogQuery(kind: "school.guardian"))) == ["school.guardian"])
        #expect(Set(try await kinds(LogQuery(person: people.petya.person))) == ["accounts.role", "school.enrolment", "school.guardian"])
        #expect(try await kinds(LogQuery(day: World.today - 1)).isEmpty)
        #expect(try await !kinds(LogQuery(day: World.today)).isEmpty)
        try await world.site.database.write { tx in
            for number in 0..<120 { try tx.leave(Trace("unheard.of", about: "thing:\(number)"), by: rita, at: World.now) }
        }
        var query = LogQuery(kind: "unheard.of"), seen: [Int64] = []
        while true {
            let asked = query
            let page = try await world.site.read { tx in try LogStore.page(asked, log, tx) }
            seen += page.lines.map(\.number)
            guard page.hasMore else { break }
            query.before = page.lines.last?.number
        }
        #expect(seen.count == 120 && Set(seen).count == 120 && seen == seen.sorted(by: >))
        #expect(try await world.get("/log?kind=unheard.of", as: rita).text.contains("unheard.of"), "an unknown kind stands as it is")
        for bad in ["/log?person=x", "/log?day=yesterday", "/log?before=a"] { #expect(try await world.get(bad, as: rita).status == .notFound, "\(bad)") }
    }

    /// Whose kinds must have words; those of newer features stand plainly in the log until they have theirs.
    private static let worded: Set<Substring> = ["accounts", "school", "journal", "messaging", "people"]

    @Test("every kind of trace these features leave has its words in the log")
    func everyKindHasWords() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path()).filter { $0.hasSuffix(".swift") }
        var kinds: Set<String> = [ReadCard.trace]
        for file in files {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            kinds.formUnion(text.matches(of: /Trace\(\s*"([a-z.-]+)"/).map { String($0.1) })
        }
        for kind in kinds.sorted() where Self.worded.contains(kind.prefix { $0 != "." }) {
            for language in Language.allCases { #expect(language.log.kind(kind) != kind, "\(kind) has no words (\(language))") }
        }
    }
}

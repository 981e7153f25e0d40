import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import Timetable
import WebCore

@testable import Journal

@Suite struct QueryCountTests {
    /// As many statements as a page may ask for, however large the class and however long the term.
    static let most = 8
    /// «Сегодня» asks each of the site's features.
    static let mostToday = 20

    @Test("no page asks more as the school grows, and none asks more than eight times", arguments: TestDatabase.available)
    func pages(_ kind: TestDatabase) async throws {
        let database = CountingDatabase(try await kind.open()), world = try await World(database: database)
        let small = try await counts(world, database)
        try await world.fill(pupils: 12, days: 20)
        let large = try await counts(world, database)
        for (path, count) in large {
            #expect(count <= (path.hasPrefix("/today") ? Self.mostToday : Self.most), "\(path): \(count)")
            #expect(count <= small[path, default: 0], "\(path) grew from \(small[path, default: 0]) to \(count)")
        }
        #expect(large.count == 12)
    }

    private func counts(_ world: World, _ database: CountingDatabase) async throws -> [String: Int] {
        let people = world.people, lesson = world.mathsNow.number, course = people.maths.number
        let asked: [(Viewer, [String])] = [
            (
                people.vera,
                ["/journal", "/journal/lessons/\(lesson)", "/journal/courses/\(course)", "/api/v1/lessons/\(lesson)", "/api/v1/courses/\(course)/journal"]
            ),
            (people.vera, ["/api/v1/lessons?day=2026-11-10", "/today"]), (people.rita, ["/journal?class=\(people.class7.id.number)"]),
            (people.olga, ["/diary", "/diary/\(world.petya.number)?week=2026-11-10", "/api/v1/diaries/\(world.petya.number)", "/today?family"]),
        ]
        var counts: [String: Int] = [:]
        for (viewer, paths) in asked {
            for path in paths {
                counts[path] = try await world.browse(as: viewer) { client in
                    database.reset()
                    try await client.execute(uri: path, method: .get) { #expect($0.status == .ok, "\(path)") }
                    return database.count
                }
            }
        }
        return counts
    }
}

extension World {
    /// More pupils in 7А, a child more for Olga, and many dated lessons with marks.
    func fill(pupils count: Int, days: Int) async throws {
        let (people, now) = (people, World.now), rita = people.rita, vera = people.vera
        try await site.database.write { tx in
            var pupils = [people.petya.person, people.masha.person]
            for number in 0..<count {
                let pupil = try RegisterPerson(
                    PersonName(family: "Ученик\(World.word(number))", given: "Имя"), as: .pupil, since: World.today - 60
                ).run(
                    by: rita, at: now, in: tx)
                try EnrolPupil(pupil, into: people.class7.id, since: World.today - 60).run(by: rita, at: now, in: tx)
                pupils.append(pupil)
            }
            try LinkGuardian(people.olga.person, to: people.masha.person).run(by: rita, at: now, in: tx)
            _ = try DateLessons(World.today - days...World.today + 5).run(by: rita, at: now, in: tx)
            for lesson in try TimetableStore.lessons(where: "l.course_id = \(people.maths) AND l.held_on <= \(World.today)", tx) {
                for pupil in pupils { _ = try PutMark(try .init(4), for: pupil, at: lesson.id).run(by: vera, at: now, in: tx) }
                _ = try GiveHomework(try .init("№ 1"), at: lesson.id).run(by: vera, at: now, in: tx)
            }
        }
    }
}

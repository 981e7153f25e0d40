import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore
import Wire

@testable import Timetable

@Suite struct BellTests {
    private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    private static let usual = [Bell(1, 510, 555), Bell(2, 565, 610), Bell(3, 620, 665)]
    private static let short = [Bell(1, 540, 570), Bell(2, 580, 610)]

    private func hours(_ lesson: ID<Lesson>, in world: World) async throws -> [Int] {
        let lesson = try #require(try await world.site.read { tx in try TimetableStore.lesson(lesson, tx) })
        return [World.zone.minute(of: lesson.starts), World.zone.minute(of: lesson.ends)]
    }

    @Test("new bells move the lessons that have not begun and no other; the preview says so beforehand", arguments: TestDatabase.available)
    func moving(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, change = BellChange.usual([Bell(1, 480, 525)])
        let seen = try await world.site.read { tx in try ChangeBells.preview(change, by: people.rita, at: World.now, in: tx) }
        #expect(seen.map(\.day) == [World.today + 2] && seen.map(\.lessons) == [1], "Thursday's maths; Tuesday's is on, Monday's was")
        #expect(try await hours(people.mathsNext, in: world) == [510, 555], "only shown so far")
        #expect(try await world.perform(ChangeBells(change), by: people.rita) == seen)
        #expect(try await hours(people.mathsNext, in: world) == [480, 525])
        #expect(try await hours(people.mathsNow, in: world) == [510, 555])
        #expect(try await hours(people.mathsBefore, in: world) == [510, 555])
        #expect(try await world.perform(ChangeBells(change), by: people.rita).isEmpty, "again moves nothing")
        let mute = try await world.perform(ChangeBells(.usual([Bell(2, 600, 640)])), by: people.rita)
        #expect(mute.map(\.becomes) == [nil])
        #expect(try await hours(people.mathsNext, in: world) == [480, 525], "without a bell it keeps its hour")
        let traces = try await world.site.read { tx in
            try tx.rows("SELECT was, became FROM trace WHERE what = 'timetable.bells' ORDER BY id DESC").map { try $0.text("became") }
        }
        #expect(traces.first == "2 10:00-10:40")
    }

    @Test("bells of another name hold on their weekdays and days; a day goes before a weekday", arguments: TestDatabase.available)
    func schedules(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, thursday = World.today + 2
        let draft = BellScheduleDraft(name: "Короткий день", weekdays: [4], days: [World.today + 7], bells: Self.short)
        let moved = try await world.perform(ChangeBells(.schedule(nil, draft)), by: people.rita)
        #expect(moved.map(\.day) == [thursday])
        #expect(try await hours(people.mathsNext, in: world) == [540, 570])
        try await world.perform(DateLessons(thursday + 4...thursday + 7), by: people.rita)
        let next = try await world.site.read { tx in try TimetableStore.lessons(where: "l.course_id = \(people.maths) AND l.held_on > \(thursday)", tx) }
        #expect(next.map { World.zone.minute(of: $0.starts) } == [510, 540, 540], "Monday as usual, Tuesday by its day, Thursday by the weekday")
        let plan = try await world.site.read { tx in try BellStore.plan(of: people.rita.school, tx) }
        let id = try #require(plan.schedules.first?.id)
        let other = BellScheduleDraft(name: "Суббота", weekdays: [6], days: [thursday], bells: [Bell(1, 600, 640)])
        try await world.perform(ChangeBells(.schedule(nil, other)), by: people.rita)
        #expect(try await hours(people.mathsNext, in: world) == [600, 640], "the single day before the weekday")
        try await world.perform(ChangeBells(.remove(id)), by: people.rita)
        let after = try await world.site.read { tx in try TimetableStore.lessons(where: "l.course_id = \(people.maths) AND l.held_on > \(thursday)", tx) }
        #expect(after.map { World.zone.minute(of: $0.starts) } == [510, 510, 510])
        #expect(try await world.outcome(ChangeBells(.remove(id)), by: people.rita) == .notFound, "and not twice")
        #expect(try await world.outcome(PlaceSlot(Slot(people.maths, weekday: 6, number: 1)), by: people.rita) == nil)
    }

    @Test("what overlaps is refused at its field; names, weekdays and days have one schedule", arguments: TestDatabase.available)
    func refusals(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        func refused(_ change: BellChange) async throws -> Denial? { try await world.outcome(ChangeBells(change), by: people.rita) }
        func draft(_ name: String, _ weekdays: Set<Int> = [], _ days: Set<Day> = [], _ bells: [Bell] = Self.short) -> BellChange {
            .schedule(nil, BellScheduleDraft(name: name, weekdays: weekdays, days: days, bells: bells))
        }
        #expect(try await refused(.usual([Bell(1, 500, 540), Bell(2, 530, 570)])) == .invalid(field: "starts-2", .bellsOverlap))
        #expect(try await refused(.usual([Bell(1, 500, 500)])) == .invalid(field: "ends-1", .endsBeforeBegins))
        #expect(try await refused(draft("Суббота", [6], [World.today])) == nil)
        #expect(try await refused(draft("Суббота")) == .invalid(field: "name", .bellsNameTaken))
        #expect(try await refused(draft("Ещё", [6])) == .invalid(field: "weekdays", .weekdayTaken))
        #expect(try await refused(draft("Ещё", [], [World.today])) == .invalid(field: "days", .dayTaken))
        #expect(try await refused(draft("")) == .invalid(field: "name", .emptyName))
        #expect(try await refused(draft("Ещё", [], [], [])) == .invalid(field: "bells", .noBells))
        for viewer in [people.vera, people.igor, people.olga, people.petya] {
            #expect(try await world.outcome(ChangeBells(.usual(Self.short)), by: viewer) == .forbidden(.onlyTimetable), "\(viewer.name)")
        }
    }

    @Test("everybody of the school reads the bells; they are set by two sendings, and by a program", arguments: TestDatabase.available)
    func pages(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, day = World.zone.day(of: .now) + 2
        // Pages go by the real clock: the next lesson is after it.
        try await world.site.database.write { tx in
            let (starts, ends) = (World.zone.moment(day, minute: 510), World.zone.moment(day, minute: 555))
            try tx.rows("UPDATE lesson SET held_on = \(day), starts_at = \(starts), ends_at = \(ends) WHERE id = \(people.mathsNext)")
        }
        for viewer in [people.rita, people.vera, people.olga, people.petya] {
            try await world.browse(as: viewer) { client in
                let page = try await client.execute(uri: "/school/bells", method: .get) { String(buffer: $0.body) }
                #expect(page.contains("08:30") && page.contains("10 мин"), "\(viewer.name)")
                #expect(page.contains("/school/bells/usual") == (viewer == people.rita))
                try await client.execute(uri: "/school/bells/usual", method: .get) { #expect(($0.status == .ok) == (viewer == people.rita)) }
            }
        }
        try await world.browse(as: people.rita) { client in
            let wrong = "formToken=form-token&starts-1=08%3A00&ends-1=08%3A45&starts-2=08%3A40&ends-2=09%3A20"
            try await client.execute(uri: "/school/bells/usual", method: .post, headers: Self.form, body: ByteBuffer(string: wrong)) { answer in
                let page = String(buffer: answer.body)
                #expect(answer.status == .unprocessableContent && page.contains(#"id="starts-2-why""#) && page.contains(#"value="08:40""#))
            }
            let right = "formToken=form-token&starts-1=08%3A00&ends-1=08%3A45"
            try await client.execute(uri: "/school/bells/usual", method: .post, headers: Self.form, body: ByteBuffer(string: right)) { answer in
                let page = String(buffer: answer.body)
                #expect(answer.status == .ok && page.contains("Изменит время: 1 урок") && page.contains("08:30–09:15 → 08:00–08:45"))
            }
            #expect(try await hours(people.mathsNext, in: world) == [510, 555])
            try await client.execute(uri: "/school/bells/usual", method: .post, headers: Self.form, body: ByteBuffer(string: right + "&step=do")) {
                #expect($0.headers[.location] == "/school/bells")
            }
            #expect(try await hours(people.mathsNext, in: world) == [480, 525])
            let body = #"{"bells":[{"number":1,"starts":"09:00","ends":"09:40"}],"preview":true}"#
            let headers: HTTPFields = [.contentType: "application/json", HTTPField.Name("X-Form-Token")!: "form-token"]
            try await client.execute(uri: "/api/v1/school/bells", method: .put, headers: headers, body: ByteBuffer(string: body)) { answer in
                let told = try JSONDecoder().decode(BellChangeInfo.self, from: Data(String(buffer: answer.body).utf8))
                #expect(!told.isDone && told.shifts.map(\.lessons) == [1])
            }
            try await client.execute(uri: "/api/v1/school/bells", method: .get) { answer in
                let told = try JSONDecoder().decode(BellsInfo.self, from: Data(String(buffer: answer.body).utf8))
                #expect(told.usual.map(\.starts) == ["08:00"], "a preview changes nothing")
            }
        }
    }
}

import Foundation
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Journal
@testable import Transfer

@Suite struct SendingTests {
    @Test("a package holds the pupil's record by names and dates, and the pupil leaves the class by the same order", arguments: TestDatabase.available)
    func offered(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people
        let id = try await arranged.offer(), package = try SignedPackage(file: try await arranged.file(id)), record = package.record
        #expect(record.pupil.name == people.petya.name && record.from.school == "Школа № 58" && record.left.schoolClass == "7А")
        #expect(record.left.order == Arranged.order && record.left.until == World.today)
        #expect(record.subjects.map(\.name) == ["Математика"])
        #expect(record.subjects.first?.terms.first?.marks.map(\.value) == ["5", "4"])
        #expect(record.subjects.first?.terms.first?.marks.map(\.on) == [World.today - 1, World.today])
        #expect(record.attendance.reduce(0) { $0 + $1.lessons } == 2)
        #expect(record.homework.map(\.text) == ["№ 17, вырезать «ёлочку»"])
        #expect(record.guardians.map(\.name) == [people.olga.name])
        #expect(package.page.contains("<h1>") && package.page.contains("Математика"))
        #expect(try await arranged.present(people.petya.person) == nil)
        #expect(try await arranged.traces(of: people.rita.school, "transfer.offered") == 1)
    }

    @Test("nothing inner is in a package: no numbers of rows, no logins, no other pupil", arguments: TestDatabase.available)
    func leastData(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), content = try SignedPackage(file: try await arranged.file(try await arranged.offer())).content
        for word in ["\"id\"", "Машин", "login", "credential", "person"] { #expect(!content.contains(word), "\(word)") }
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(content.utf8)) as? [String: Any])
        #expect(
            Set(whole.keys) == ["package", "madeOn", "validUntil", "from", "pupil", "left", "subjects", "attendance", "homework", "consents", "guardians"])
    }

    @Test("a package is made by the office alone, once, and only of a pupil of the school", arguments: TestDatabase.available)
    func whoMay(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people
        for stranger in [people.vera, people.olga, people.petya, people.xenia, people.zoya] {
            #expect(try await arranged.world.outcome(try arranged.verb(), by: stranger) == .notFound)
        }
        #expect(try await arranged.world.outcome(try arranged.verb(people.yura), by: people.rita) == .notFound)
        #expect(try await arranged.world.outcome(try arranged.verb(people.olga), by: people.rita) == .notFound)
        _ = try await arranged.offer()
        #expect(try await arranged.world.outcome(try arranged.verb(), by: people.rita) == .conflict(.alreadyOffered))
    }

    @Test("what is wrong in the form is named by its field, and nobody has left a class")
    func fields() async throws {
        let arranged = try await Arranged(.sqlite), key = try arranged.key, petya = arranged.people.petya.person
        func outcome(_ number: String = "1", _ day: Day = World.today, _ last: Day = World.today) async throws -> Denial? {
            let verb = OfferPackage(pupil: petya, order: .init(number: number, day: day), lastDay: last, addressee: nil, key: key, page: { _ in "" })
            return try await arranged.world.outcome(verb, by: arranged.people.rita)
        }
        #expect(try await outcome("") == .invalid(field: "order", .wrongOrderNumber))
        #expect(try await outcome(String(repeating: "9", count: 51)) == .invalid(field: "order", .wrongOrderNumber))
        #expect(try await outcome("1", World.today + 2) == .invalid(field: "orderDay", .wrongOrderDay))
        #expect(try await outcome("1", World.today, World.today + 1) == .invalid(field: "lastDay", .wrongLastDay))
        #expect(try await outcome("1", World.today, World.today - 300) == .invalid(field: "lastDay", .wrongLastDay))
        #expect(try await arranged.present(petya) == arranged.people.class7.id)
    }

    @Test("one who has left already is sent with the day they left on", arguments: TestDatabase.available)
    func leftBefore(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people
        try await arranged.world.perform(EndEnrolment(of: people.petya.person, on: World.today - 1), by: people.rita)
        let record = try SignedPackage(file: try await arranged.file(try await arranged.offer())).record
        #expect(record.left.until == World.today - 1 && record.subjects.first?.terms.first?.marks.map(\.value) == ["5"])
    }

    @Test("homework due at a lesson the pupil missed is owed, what was due at one they sat in is not", arguments: TestDatabase.available)
    func debts(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, masha = people.masha
        try await arranged.world.perform(GiveHomework(try .init("на сегодня"), at: people.mathsBefore), by: people.vera)
        let here = try SignedPackage(file: try await arranged.file(try await arranged.offer())).record
        #expect(!here.homework.map(\.text).contains("на сегодня"))
        try await arranged.world.perform(NoteAttendance(.ill, of: masha.person, at: people.mathsNow), by: people.vera)
        let away = try SignedPackage(file: try await arranged.file(try await arranged.offer(masha))).record
        #expect(away.homework.map(\.text).contains("на сегодня"))
        #expect(away.attendance.reduce(0) { $0 + $1.ill } == 1)
    }

    @Test("a withdrawn package opens nothing any more, and an accepted one cannot be withdrawn", arguments: TestDatabase.available)
    func withdrawn(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, id = try await arranged.offer(), code = try await arranged.code(id)
        let looked = try await arranged.bring(.code(code))
        #expect(try await arranged.world.outcome(WithdrawPackage(package: id), by: people.xenia) == .notFound)
        #expect(try await arranged.world.outcome(WithdrawPackage(package: id), by: people.vera) == .notFound)
        try await arranged.world.perform(WithdrawPackage(package: id), by: people.rita)
        try await arranged.world.perform(WithdrawPackage(package: id), by: people.rita)
        #expect(try await arranged.traces(of: people.rita.school, "transfer.withdrawn") == 1)
        #expect(try await arranged.refusal(.code(code)) == .invalid(field: "code", .noSuchCode))
        #expect(try await arranged.world.outcome(try arranged.acceptance(of: looked), by: people.xenia) == .conflict(.withdrawnMeanwhile))
        #expect(try await arranged.sent(id).state == .withdrawn)
        let kept = try await arranged.world.site.read { tx in try tx.rows("SELECT id FROM transfer_package WHERE file IS NOT NULL OR code IS NOT NULL").count }
        #expect(kept == 0, "a package nobody may fetch keeps no data of the child")
        let second = try await arranged.offer(), incoming = try await arranged.bring(.code(try await arranged.code(second)))
        try await arranged.world.perform(try arranged.acceptance(of: incoming), by: people.xenia)
        #expect(try await arranged.world.outcome(WithdrawPackage(package: second), by: people.rita) == .conflict(.acceptedAlready))
    }

    @Test("after its last day a package is neither opened by code nor taken as a file, and a new one may be made", arguments: TestDatabase.available)
    func expired(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), id = try await arranged.offer(), code = try await arranged.code(id), file = try await arranged.file(id)
        let other = try await Arranged(kind)
        let lastDay = World.today + OfferPackage.daysValid, late = World.zone.moment(lastDay + 1, minute: 1)
        #expect(try await arranged.sent(id, on: lastDay).state == .offered)
        #expect(try await arranged.sent(id, on: lastDay + 1).state == .expired)
        #expect(try await arranged.refusal(.code(code), at: late) == .invalid(field: "code", .noSuchCode))
        #expect(try await other.refusal(.file(file), at: late) == .invalid(field: "file", .packageExpired))
        try await arranged.world.perform(try arranged.verb(), by: arranged.people.rita, at: late)
    }
}

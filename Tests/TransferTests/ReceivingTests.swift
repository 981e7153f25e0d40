import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Journal
@testable import Transfer

@Suite struct ReceivingTests {
    @Test("two schools of one installation: by the short code, the same person, and the sender sees it", arguments: TestDatabase.available)
    func byCode(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, id = try await arranged.offer()
        let shown = ShortCode.shown(try await arranged.code(id)).lowercased()
        let incoming = try await arranged.bring(.code("  \(shown) "))
        let seen = try await arranged.incoming(incoming)
        #expect(seen.trust == .own && seen.record.pupil.name == people.petya.name)
        let pupil = try await arranged.world.perform(try arranged.acceptance(of: incoming), by: people.xenia)
        #expect(pupil == people.petya.person)
        #expect(try await arranged.present(pupil) == people.classFar.id)
        let sent = try await arranged.sent(id)
        #expect(sent.state == .accepted && sent.acceptedBy == "Школа № 7" && sent.code == nil)
        for school in [people.rita.school, people.xenia.school] { #expect(try await arranged.traces(of: school, "transfer.accepted") == 1) }
    }

    @Test("the same package accepted twice is once, whoever presses and however often", arguments: TestDatabase.available)
    func once(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, id = try await arranged.offer(), file = try await arranged.file(id)
        let code = try await arranged.code(id)
        let tabs = [try await arranged.bring(.code(code)), try await arranged.bring(.code(code)), try await arranged.bring(.file(file))]
        let verbs = try tabs.map { try arranged.acceptance(of: $0) }
        let outcomes = try await withThrowingTaskGroup(of: Denial?.self) { group in
            for verb in verbs { group.addTask { try await arranged.world.outcome(verb, by: people.xenia) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.contains(nil) && outcomes.allSatisfy { [nil, .conflict(.acceptedHere), .conflict(.withdrawnMeanwhile)].contains($0) })
        let done = try #require(try await arranged.doneTab(among: verbs))
        #expect(try await arranged.world.perform(done, by: people.xenia) == people.petya.person, "a double click is answered with the pupil")
        #expect(try await arranged.refusal(.file(file)) == .conflict(.acceptedHere))
        let rows = try await arranged.world.site.read { tx in try tx.rows("SELECT id FROM transfer_received").count }
        #expect(rows == 1)
    }

    @Test("between withdrawing and accepting at the same moment exactly one wins", arguments: TestDatabase.available)
    func race(_ kind: TestDatabase) async throws {
        for _ in 0..<3 {
            let arranged = try await Arranged(kind), people = arranged.people, id = try await arranged.offer()
            let accept = try arranged.acceptance(of: try await arranged.bring(.code(try await arranged.code(id))))
            async let accepted = arranged.world.outcome(accept, by: people.xenia)
            async let withdrawn = arranged.world.outcome(WithdrawPackage(package: id), by: people.rita)
            let (one, other) = (try await accepted, try await withdrawn)
            #expect((one == nil) != (other == nil), "\(String(describing: one)) \(String(describing: other))")
            #expect(try await arranged.present(people.petya.person) == (one == nil ? people.classFar.id : nil))
        }
    }

    @Test("two instances exchange: a file, a fingerprint compared once, a new person, a receipt back", arguments: TestDatabase.available)
    func instances(_ kind: TestDatabase) async throws {
        let here = try await Arranged(kind), there = try await Arranged(kind), xenia = there.people.xenia
        let id = try await here.offer(), incoming = try await there.bring(.file(try await here.file(id)))
        let seen = try await there.incoming(incoming)
        let sender = try here.key.publicKey.fingerprint
        #expect(seen.trust == .new && seen.package.key.fingerprint == sender)
        #expect(try await there.world.outcome(try there.acceptance(of: incoming), by: xenia) == .invalid(field: "checked", .fingerprintNotChecked))
        let pupil = try await there.world.perform(try there.acceptance(of: incoming, isChecked: true), by: xenia)
        #expect(![there.people.petya.person, there.people.yura.person].contains(pupil))
        #expect(try await there.present(pupil) == there.people.classFar.id)

        let records = try await there.world.site.read { tx in try PreviousStore.records(of: pupil, seenBy: xenia, tx) }
        let receipt = try Receipt(typed: try #require(records.first?.receipt))
        #expect(try await here.sent(id).state == .offered)
        #expect(try await here.world.outcome(TakeReceipt(receipt: receipt, package: id), by: here.people.xenia) == .notFound)
        try await here.world.perform(TakeReceipt(receipt: receipt, package: id), by: here.people.rita)
        let sent = try await here.sent(id)
        #expect(sent.state == .accepted && sent.acceptedBy == "Школа № 7")

        let next = try await there.incoming(try await there.bring(.file(try await here.file(try await here.offer(here.people.masha)))))
        #expect(next.trust == .known(since: World.today))
        let impostor = try await Arranged(kind)
        let false58 = try await there.incoming(try await there.bring(.file(try await impostor.file(try await impostor.offer()))))
        #expect(false58.trust == .changed(was: try here.key.publicKey.fingerprint))
        let notOurs = try await here.offer(here.people.kolya)
        #expect(
            try await here.world.outcome(TakeReceipt(receipt: receipt, package: notOurs), by: here.people.rita) == .invalid(field: "receipt", .receiptOfAnother)
        )
    }

    @Test("a child who comes back is matched with the person the school remembers, and nobody else can be named", arguments: TestDatabase.available)
    func returning(_ kind: TestDatabase) async throws {
        let here = try await Arranged(kind), there = try await Arranged(kind), people = there.people
        // There school 58 knows a Petya as well, who has left it.
        try await there.world.perform(EndEnrolment(of: people.petya.person, on: World.today - 30), by: people.rita)
        let incoming = try await there.bring(.file(try await here.file(try await here.offer())), by: people.rita)
        #expect(try await there.incoming(incoming, by: people.rita).alike.map(\.id) == [people.petya.person])
        for stranger in [people.masha.person, people.yura.person] {
            let verb = try there.acceptance(of: incoming, person: stranger, into: people.class7, isChecked: true)
            #expect(try await there.world.outcome(verb, by: people.rita) == .invalid(field: "person", .noSuchPerson))
        }
        let verb = try there.acceptance(of: incoming, person: people.petya.person, into: people.class7, isChecked: true)
        #expect(try await there.world.perform(verb, by: people.rita) == people.petya.person)
    }

    @Test("an addressed package opens for its school alone", arguments: TestDatabase.available)
    func addressed(_ kind: TestDatabase) async throws {
        let here = try await Arranged(kind), there = try await Arranged(kind), xenia = there.people.xenia
        let address = try there.key.publicKey.address(of: xenia.school)
        let name: String? = "Школа № 7"
        let typed = try TransferRecord.Addressee(school: name, address: ShortCode.shown(address.lowercased(), by: 4))
        let id = try await here.offer(to: typed), file = try await here.file(id)
        #expect(try await here.refusal(.code(try await here.code(id))) == .invalid(field: "code", .noSuchCode))
        #expect(try await here.refusal(.file(file)) == .invalid(field: "file", .otherAddressee))
        #expect(try await there.refusal(.file(file), by: there.people.rita) == .invalid(field: "file", .otherAddressee))
        #expect(try await there.refusal(.file(file)) == nil)
    }

    @Test("a school cannot accept its own package, into a foreign class, or before the pupil has left", arguments: TestDatabase.available)
    func refused(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, id = try await arranged.offer(), code = try await arranged.code(id)
        #expect(try await arranged.refusal(.code(code), by: people.rita) == .invalid(field: "code", .ownPackage))
        for stranger in [people.zoya, people.yura, people.vera, people.olga] { #expect(try await arranged.refusal(.code(code), by: stranger) == .notFound) }
        let incoming = try await arranged.bring(.code(code))
        #expect(try await arranged.world.outcome(try arranged.acceptance(of: incoming), by: people.rita) == .notFound)
        let foreign = try arranged.acceptance(of: incoming, into: people.class8)
        #expect(try await arranged.world.outcome(foreign, by: people.xenia) == .invalid(field: "class", .noSuchClass))
        let early = try arranged.acceptance(of: incoming, since: World.today)
        #expect(try await arranged.world.outcome(early, by: people.xenia) == .invalid(field: "since", .sinceOutside))
        // School 58 takes the pupil back before the other has accepted.
        try await arranged.world.perform(EnrolPupil(people.petya.person, into: people.class8.id, since: World.today), by: people.rita)
        #expect(try await arranged.world.outcome(try arranged.acceptance(of: incoming), by: people.xenia) == .conflict(.stillInClass))
        #expect(try await arranged.sent(id).state == .offered)
    }

    @Test("who guesses codes waits, and a right code then opens nothing until the wait is over", arguments: TestDatabase.available)
    func guessing(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), code = try await arranged.code(try await arranged.offer()), door = TransferDoor(site: arranged.world.site)
        let xenia = arranged.people.xenia
        for _ in 0..<5 {
            await #expect(throws: Denial.invalid(field: "code", .noSuchCode)) { try await door.open(code: "00000-00000", by: xenia, at: World.now) }
        }
        await #expect(throws: Denial.wait(seconds: 15)) { try await door.open(code: code, by: xenia, at: World.now) }
        _ = try await door.open(code: code, by: xenia, at: World.now + 16)
    }
}

extension Arranged {
    /// The acceptance that was done: its incoming package is there no more.
    func doneTab(among verbs: [AcceptPackage]) async throws -> AcceptPackage? {
        let office = try TransferAccess.office(of: people.xenia)
        for verb in verbs where try await world.site.read({ tx in try PreviousStore.accepted(from: verb.incoming, in: office, tx) }) != nil { return verb }
        return nil
    }
}

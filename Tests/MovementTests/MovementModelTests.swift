import Accounts
import Kernel
import Messaging
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Movement

/// The movement of pupils as simple as can be, to compare the real one with.
private struct MovementModel {
    struct Seat: Equatable { let schoolClass: ID<SchoolClass>, school: ID<School>, since: Day; var until: Day? }
    struct Line {
        let school: ID<School>, begun: Int?, ended: Int?, isLeaving: Bool, gaveRole: Bool
        var lost: Set<ID<Person>> = []
        var isUndone = false
    }
    struct Child {
        var seats: [Int: Seat] = [:]
        var lines: [Line] = []
        var roles: Set<ID<School>>
        let known: Set<ID<School>>
        var guardians: Set<ID<Person>>
        var open: Int? { seats.first { $0.value.until == nil }?.key }
    }
    enum Step: CustomStringConvertible {
        case move(ID<Person>, MovementAct, Day, ID<School>)
        case undo(ID<Person>, ID<School>)
        var description: String {
            switch self {
            case .move(let pupil, let act, let day, let school): "\(pupil.number) \(act) on \(day) at \(school.number)"
            case .undo(let pupil, let school): "undo \(pupil.number) at \(school.number)"
            }
        }
    }

    var children: [ID<Person>: Child]
    /// The school of each class, and the school whose guardians there are.
    let schools: [ID<SchoolClass>: ID<School>]
    let near: ID<School>
    let days: ClosedRange<Day>
    var seatNumber = 0

    /// Whether the step is done; if not, nothing has changed.
    mutating func take(_ step: Step) -> Bool {
        switch step {
        case .move(let pupil, let act, let day, let school):
            guard var child = children[pupil], days.contains(day), act.target.map({ schools[$0] == school }) ?? true else { return false }
            guard move(&child, act, day, school) else { return false }
            children[pupil] = child
            return true
        case .undo(let pupil, let school):
            guard var child = children[pupil], undo(&child, school) else { return false }
            children[pupil] = child
            return true
        }
    }

    private mutating func move(_ child: inout Child, _ act: MovementAct, _ day: Day, _ school: ID<School>) -> Bool {
        if case .enrol(let target) = act {
            guard child.known.contains(school), child.open == nil, child.seats.values.allSatisfy({ ($0.until ?? day) < day }) else { return false }
            let gaveRole = !child.roles.contains(school)
            child.roles.insert(school)
            if gaveRole, let leaving = child.lines.last(where: { $0.school == school && $0.isLeaving && !$0.isUndone }) {
                child.guardians.formUnion(leaving.lost)
            }
            child.lines.append(Line(school: school, begun: sit(&child, target, school, day), ended: nil, isLeaving: false, gaveRole: gaveRole))
            return true
        }
        guard let open = child.open, let seat = child.seats[open], seat.school == school, seat.schoolClass != act.target, day > seat.since else { return false }
        child.seats[open]?.until = day - 1
        guard let target = act.target else {
            child.lines.append(Line(school: school, begun: nil, ended: open, isLeaving: true, gaveRole: false, lost: school == near ? child.guardians : []))
            leave(&child, school)
            return true
        }
        child.lines.append(Line(school: school, begun: sit(&child, target, school, day), ended: open, isLeaving: false, gaveRole: false))
        return true
    }

    private mutating func sit(_ child: inout Child, _ target: ID<SchoolClass>, _ school: ID<School>, _ day: Day) -> Int {
        seatNumber += 1
        child.seats[seatNumber] = Seat(schoolClass: target, school: school, since: day, until: nil)
        return seatNumber
    }

    private func leave(_ child: inout Child, _ school: ID<School>) {
        child.roles.remove(school)
        if school == near { child.guardians = [] }
    }

    private func undo(_ child: inout Child, _ school: ID<School>) -> Bool {
        guard let index = child.lines.lastIndex(where: { $0.school == school && !$0.isUndone }) else { return false }
        let line = child.lines[index]
        guard child.open == line.begun else { return false }
        if let ended = line.ended, let since = child.seats[ended]?.since {
            guard child.seats.allSatisfy({ $0.key == line.begun || $0.key == ended || $0.value.since <= since }) else { return false }
        }
        child.lines[index].isUndone = true
        if let begun = line.begun { child.seats[begun] = nil }
        if line.gaveRole {
            if let leaving = child.lines.lastIndex(where: { $0.school == school && $0.isLeaving && !$0.isUndone }), school == near {
                child.lines[leaving].lost.formUnion(child.guardians)
            }
            leave(&child, school)
        }
        if let ended = line.ended { child.seats[ended]?.until = nil }
        if line.isLeaving {
            child.roles.insert(school)
            child.guardians.formUnion(line.lost)
        }
        return true
    }
}

@Suite struct MovementModelTests {
    @Test(
        "whoever moves whom, when and in whatever order, a pupil is in one class at a time and no right is left behind",
        arguments: TestDatabase.available, [1, 2, 3, 4] as [UInt64])
    func sequences(_ kind: TestDatabase, _ seed: UInt64) async throws {
        let world = try await World.open(kind)
        try await world.admitToBoth()
        var random = Dice(seed), model = world.model
        for number in 0..<90 {
            let step = world.step(&random, number, model)
            let isDone = try await world.take(step)
            #expect(isDone == model.take(step), "step \(number) of seed \(seed): \(step)")
            if number % 6 == 0 || number == 89 { try await world.expect(model, "after step \(number) of seed \(seed): \(step)") }
        }
        #expect(model.children.values.reduce(0) { $0 + $1.lines.count } > 10, "the steps are such that much is done")
    }

    @Test("two administrators who move the same pupils at once never leave one in two classes", arguments: TestDatabase.available)
    func atOnce(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind)
        try await world.admitToBoth()
        var random = Dice(7)
        let model = world.model
        for round in 0..<25 {
            let steps = (0..<4).map { _ in world.step(&random, round * 3, model) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for step in steps { group.addTask { _ = try await world.take(step) } }
                try await group.waitForAll()
            }
            try await world.expectInvariants("after \(steps)")
        }
    }
}

extension World {
    private var near: ID<School> { people.rita.school }
    private var children: [ID<Person>] { [people.petya, people.masha, people.kolya, people.yura].map(\.person) }

    /// Petya has also been a pupil of the far school, Yura of the near one: two schools may want them.
    fileprivate func admitToBoth() async throws {
        let (people, since) = (people, World.today - 70)
        try await perform(AdmitPerson(people.petya.person, as: .pupil, since: since), by: .installer(of: people.xenia.hat.school))
        try await perform(AdmitPerson(people.yura.person, as: .pupil, since: since), by: .installer(of: people.rita.hat.school))
        for (place, ruler) in [(people.class7, people.rita), (people.class8, people.rita), (people.classFar, people.xenia)] {
            try await perform(OpenClassChats(of: place.id), by: ruler)
        }
    }

    fileprivate var model: MovementModel {
        let (far, since) = (people.xenia.school, World.today - 70)
        func child(_ place: ID<SchoolClass>, _ school: ID<School>, _ number: Int, both: Bool = false, _ guardians: Set<ID<Person>>) -> MovementModel.Child {
            let schools: Set = both ? [near, far] : [school]
            return MovementModel.Child(
                seats: [-number: .init(schoolClass: place, school: school, since: since, until: nil)], roles: schools, known: schools, guardians: guardians)
        }
        return MovementModel(
            children: [
                people.petya.person: child(people.class7.id, near, 1, both: true, [people.olga.person]),
                people.masha.person: child(people.class7.id, near, 2, [people.pavel.person]),
                people.kolya.person: child(people.class8.id, near, 3, [people.vera.person]),
                people.yura.person: child(people.classFar.id, far, 4, both: true, []),
            ],
            schools: [people.class7.id: near, people.class8.id: near, people.classFar.id: far], near: near, days: since...World.today)
    }

    /// Mostly what could be done next, now and then what could not; days go on with the steps.
    fileprivate func step(_ random: inout Dice, _ number: Int, _ model: MovementModel) -> MovementModel.Step {
        let pupil = children.randomElement(using: &random)!, child = model.children[pupil]
        let place = child?.open.flatMap { child?.seats[$0]?.school }, far = people.xenia.school
        let school = Int.random(in: 0..<5, using: &random) == 0 ? far : place ?? [near, far].randomElement(using: &random)!
        let classes = [people.class7.id, people.class8.id, people.classFar.id].filter { model.schools[$0] == school || Bool.random(using: &random) }
        let target = classes.randomElement(using: &random)!, day = min(World.today, World.today - 62 + number * 2 / 3 + Int.random(in: -3...6, using: &random))
        switch Int.random(in: 0..<10, using: &random) {
        case 0...4: return .move(pupil, place == nil ? .enrol(into: target) : .transfer(to: target), day, school)
        case 5...6: return .move(pupil, place == nil ? .enrol(into: target) : .expel, day, school)
        case 7: return .move(pupil, .enrol(into: target), day, school)
        default: return .undo(pupil, school)
        }
    }

    fileprivate func take(_ step: MovementModel.Step) async throws -> Bool {
        switch step {
        case .move(let pupil, let act, let day, let school):
            let verb = MovePupils([pupil], act, on: day, order: try OrderDraft(number: "1", date: World.today))
            return try await outcome(verb, by: school == near ? people.rita : people.xenia) == nil
        case .undo(let pupil, let school):
            let last = try await site.read { tx in
                try tx.first("SELECT MAX(id) AS id FROM movement WHERE pupil_id = \(pupil) AND school_id = \(school) AND undone_at IS NULL")?.optional(
                    "id", Row.int)
            }
            return try await outcome(UndoMovement(ID(last ?? 0)), by: school == near ? people.rita : people.xenia) == nil
        }
    }

    // MARK: What stands

    private struct Standing { let seats: [ID<Person>: [MovementModel.Seat]], roles: Set<[Int64]>, links: Set<[Int64]>, chats: Set<String> }

    fileprivate func expect(_ model: MovementModel, _ comment: String) async throws {
        try await expectInvariants(comment)
        let standing = try await standing()
        for (pupil, child) in model.children {
            let wanted = child.seats.values.sorted { ($0.since, $0.schoolClass.number) < ($1.since, $1.schoolClass.number) }
            #expect(standing.seats[pupil] ?? [] == wanted, "\(comment): \(pupil.number)")
            #expect(
                Set(standing.roles.filter { $0[0] == pupil.number }.map { $0[1] }) == Set(child.roles.map(\.number)), "\(comment): roles of \(pupil.number)")
            #expect(
                Set(standing.links.filter { $0[0] == pupil.number }.map { $0[1] }) == Set(child.guardians.map(\.number)),
                "\(comment): guardians of \(pupil.number)")
        }
    }

    /// What must hold whatever the model says: one place at a time, and rights and chats exactly as far as there is a reason for them.
    fileprivate func expectInvariants(_ comment: String) async throws {
        let standing = try await standing()
        var wantedChats: Set<String> = []
        for (pupil, seats) in standing.seats {
            for (seat, next) in zip(seats, seats.dropFirst()) {
                #expect(seat.until.map { $0 < next.since } == true, "\(comment): two places of \(pupil.number)")
            }
            guard let open = seats.first(where: { $0.until == nil }) else { continue }
            #expect(standing.roles.contains([pupil.number, open.school.number]), "\(comment): in a class of a school they do not belong to")
            wantedChats.insert("class \(open.schoolClass.number) \(pupil.number)")
            // Vera is in the families' chat of 7А as its class teacher already.
            for link in standing.links
            where link[0] == pupil.number && link[2] == open.school.number && (link[1] != people.vera.person.number || open.schoolClass != people.class7.id) {
                wantedChats.insert("family \(open.schoolClass.number) \(link[1])")
            }
        }
        #expect(standing.chats == wantedChats, "\(comment)")
        let people = people
        let guardians = try await site.read { tx in
            Set(
                try tx.rows("SELECT person_id FROM membership WHERE school_id = \(people.rita.school) AND role = 'guardian' AND until IS NULL").map {
                    try $0.int("person_id")
                })
        }
        #expect(guardians == Set(standing.links.map { $0[1] }), "\(comment): a guardian without a child here")
    }

    private func standing() async throws -> Standing {
        try await site.read { tx in
            var seats: [ID<Person>: [MovementModel.Seat]] = [:]
            for row in try tx.rows("SELECT pupil_id, class_id, school_id, since, until FROM enrolment ORDER BY since, class_id") {
                let seat = MovementModel.Seat(
                    schoolClass: try row.id("class_id"), school: try row.id("school_id"), since: try row.day("since"), until: try row.optional("until", Row.day)
                )
                seats[try row.id("pupil_id"), default: []].append(seat)
            }
            let roles = try tx.rows("SELECT person_id, school_id FROM membership WHERE role = 'pupil' AND until IS NULL")
            let links = try tx.rows("SELECT pupil_id, guardian_id, school_id FROM guardian")
            let chats = try tx.rows(
                """
                SELECT c.kind, c.class_id, m.person_id FROM chat_member m JOIN chat c ON c.id = m.chat_id
                WHERE m.present = 1 AND ((c.kind = 'class' AND m.role = 'pupil') OR (c.kind = 'family' AND m.role = 'guardian'))
                """)
            return Standing(
                seats: seats, roles: Set(try roles.map { [try $0.int("person_id"), try $0.int("school_id")] }),
                links: Set(try links.map { [try $0.int("pupil_id"), try $0.int("guardian_id"), try $0.int("school_id")] }),
                chats: Set(try chats.map { "\(try $0.text("kind")) \(try $0.int("class_id")) \(try $0.int("person_id"))" }))
        }
    }
}

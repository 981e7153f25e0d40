import Accounts
import Kernel
import School
import Storage
import TestKit
import Testing

@testable import Invitations

/// Any order of giving, taking back, using and waiting, by several people, against a model that fits on a page.
@Suite struct CodeModelTests {
    /// What is known of each code that was ever given out.
    struct Model {
        var open: [Code: (person: ID<Person>?, until: Moment)] = [:]
        var over: Set<Code> = []
        var hasLogin: Set<ID<Person>> = []
        var made = 0

        func isGood(_ code: Code, at now: Moment) -> Bool {
            guard let known = open[code] else { return false }
            return known.until > now && known.person.map { !hasLogin.contains($0) } != false
        }
        mutating func close(_ code: Code) {
            open[code] = nil
            over.insert(code)
        }
    }

    @Test(
        "no order of giving, taking back, using and waiting lets a code work twice, or leaves a right behind", arguments: TestDatabase.available, [1, 2, 3, 4])
    func anyOrder(_ kind: TestDatabase, _ seed: UInt64) async throws {
        let world = try await World.open(kind), people = world.people
        var dice = Dice(state: seed), model = Model(), now = World.now
        let givers = [people.rita, people.vera], all = [people.petya, people.masha, people.olga, people.pavel].map(\.person)
        for _ in 0..<60 {
            switch dice.next() % 7 {
            case 0, 1:
                let isAnew = dice.next() % 2 == 0
                let codes = try await world.codes(anew: isAnew, by: givers[Int(dice.next() % 2)], at: now)
                if isAnew { for code in model.open where code.value.person != nil && model.isGood(code.key, at: now) { model.close(code.key) } }
                for given in codes {
                    #expect(!model.open.contains { $0.value.person == given.invitation.person && model.isGood($0.key, at: now) }, "one has one good code")
                    model.open[given.code] = (given.invitation.person, now + Invitation.life)
                }
            case 2:
                let code = try await world.perform(InvitePeople(.guardian, pupil: people.petya.person), by: people.vera, at: now).codes[0].code
                model.open[code] = (nil, now + Invitation.life)
            case 3, 4:
                guard let code = (Array(model.open.keys) + Array(model.over)).sorted(by: { $0.text < $1.text }).randomElement(using: &dice) else { continue }
                let isGood = model.isGood(code, at: now), person = model.open[code]?.person ?? nil
                let refusal = try await world.refusal(code, name: PersonName(family: "Новый", given: "Родитель"), at: now)
                #expect((refusal == nil) == isGood)
                guard refusal == nil else { continue }
                model.close(code)
                if let person { model.hasLogin.insert(person) } else { model.made += 1 }
            case 5:
                let revoked = try await world.perform(RevokeCodes(of: people.class7.id), by: givers[Int(dice.next() % 2)], at: now)
                let open = model.open.filter { $0.value.until > now }.map(\.key)
                #expect(revoked == open.count)
                open.forEach { model.close($0) }
            default: now = now + Int(dice.next() % 20) * 24 * 3600
            }
        }
        let (login, guardians, used) = try await (
            world.count("SELECT COUNT(*) AS n FROM credential WHERE person_id IN \(list: all)"),
            world.count("SELECT COUNT(*) AS n FROM guardian WHERE pupil_id = \(people.petya.person)"),
            world.count("SELECT COUNT(*) AS n FROM invitation WHERE used_at IS NOT NULL")
        )
        #expect(login == model.hasLogin.count && guardians == 1 + model.made && used == model.hasLogin.count + model.made)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM credential") == used, "no login came from anywhere else")
    }

    struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}

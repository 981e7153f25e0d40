import Accounts
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Consents

/// Consents, refusals, withdrawals, erasures and returns in any order: what stands is what the last words say.
@Suite struct AnyOrderTests {
    enum Act: CaseIterable { case guardianYes, guardianNo, pupilYes, pupilNo, diaryYes, diaryNo, paperYes, paperNo, accept, comeBack, lessonsNo, photosYes }

    @Test("any order of consent, refusal, withdrawal and erasure ends as the last word says", arguments: TestDatabase.available, [nil, 12, 15, 19])
    func anyOrder(_ kind: TestDatabase, _ age: Int?) async throws {
        var dice = Dice(seed: UInt64(age ?? 7))
        for round in 1...(kind == .sqlite ? 6 : 2) {
            let families = try await Families.open(kind), people = families.people
            try await families.age(people.petya, age)
            if round.isMultiple(of: 2) {
                try await families.say(true, .processing, for: people.rita, by: people.rita)
                try await families.world.perform(SetConsentRule(consentsFirst: true, backupDays: 90), by: people.rita)
            }
            var trail: [Act] = [], model = Model(isStrict: round.isMultiple(of: 2), age: age)
            for _ in 1...24 {
                let act = Act.allCases.randomElement(using: &dice) ?? .accept
                trail.append(act)
                let isDone = try await perform(act, families, age)
                if isDone { model.follow(act) }
                try await check(families, model, trail)
            }
        }
    }

    /// What the school's words come to, kept by plain rules.
    struct Model {
        let isStrict: Bool
        let age: Int?
        var isErased = false
        var words: [String: Bool] = [:]

        private var signers: [String] {
            guard let age, age >= 14 else { return ["guardian"] }
            return age < 18 ? ["guardian", "own"] : ["own"]
        }
        var isRefused: Bool { ["processing", "diary"].contains { purpose in signers.contains { words["\(purpose) \($0)"] == false } } }
        var isAgreed: Bool { ["processing", "diary"].allSatisfy { purpose in signers.allSatisfy { words["\(purpose) \($0)"] == true } } }
        /// Never open without a consent where the school asks for it first, never open after a no.
        var isOpen: Bool { !isErased && !isRefused && (isAgreed || !isStrict) }

        mutating func follow(_ act: Act) {
            switch act {
            case .guardianYes, .guardianNo: words["processing guardian"] = act == .guardianYes
            case .pupilYes, .pupilNo: words["processing own"] = act == .pupilYes
            case .diaryYes, .diaryNo, .paperYes, .paperNo: words["diary \(signers[0])"] = act == .diaryYes || act == .paperYes
            case .accept: isErased = true
            case .comeBack:
                isErased = false
                for purpose in ["processing", "diary"] { for signer in signers { words["\(purpose) \(signer)"] = true } }
            case .lessonsNo, .photosYes: break
            }
        }
    }

    /// Whether the school let it be done.
    private func perform(_ act: Act, _ families: Families, _ age: Int?) async throws -> Bool {
        let people = families.people, petya = people.petya.person
        let isAdult = (age ?? 0) >= 18
        let signer: PaperSigner = isAdult ? .own : .named("Мать")
        func done(_ verb: some Verb, by viewer: Viewer) async throws -> Bool { try await families.world.outcome(verb, by: viewer) == nil }
        func say(_ agrees: Bool, _ purpose: Purpose, by viewer: Viewer) async throws -> Bool {
            try await done(SignConsent(for: petya, purpose, agrees: agrees, version: 1), by: viewer)
        }
        switch act {
        case .guardianYes, .guardianNo: return try await say(act == .guardianYes, .processing, by: people.olga)
        case .pupilYes, .pupilNo: return try await say(act == .pupilYes, .processing, by: people.petya)
        case .diaryYes, .diaryNo: return try await say(act == .diaryYes, .diary, by: isAdult ? people.petya : people.olga)
        case .paperYes, .paperNo:
            return try await done(EnterPaper(for: petya, .diary, agrees: act == .paperYes, signer: signer, signedOn: World.today), by: people.rita)
        case .accept: do { try await families.accept(people.petya); return true } catch is Denial { return false }
        case .comeBack:
            let born = age.flatMap { Day("\(World.today.year - $0)-01-15") }
            let back = Readmit(petya, name: people.petya.name, sex: nil, bornOn: born, signerName: "Мать", signedOn: World.today)
            guard try await done(back, by: people.rita) else { return false }
            // The family's links are entered anew as well.
            _ = try await families.world.outcome(GrantRole(.guardian, to: people.olga.person, since: World.today), by: people.rita)
            _ = try await families.world.outcome(LinkGuardian(people.olga.person, to: petya), by: people.rita)
            return true
        case .lessonsNo: _ = try await say(false, .lessons, by: isAdult ? people.petya : people.olga); return true
        case .photosYes: _ = try await say(true, .photos, by: isAdult ? people.petya : people.olga); return true
        }
    }

    private func check(_ families: Families, _ model: Model, _ trail: [Act]) async throws {
        let petya = families.people.petya
        #expect(try await families.isOpen(petya) == model.isOpen, "\(trail)")
        #expect(try await families.waiting().contains { $0.person == petya.person } == (!model.isErased && model.isRefused), "\(trail)")
        let row = try #require(try await families.rows("SELECT family, is_erased FROM person WHERE id = \(petya.person)").first)
        #expect(try row.bool("is_erased") == model.isErased && row.text("family").hasPrefix("№") == model.isErased, "\(trail)")
        #expect(try await families.count("SELECT COUNT(*) AS count FROM act") >= (model.isErased ? 1 : 0))
        let enrolled = try await families.count("SELECT COUNT(*) AS count FROM enrolment WHERE pupil_id = \(petya.person) AND until IS NULL")
        #expect(enrolled == 1, "the class's list holds")
    }
}

struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}

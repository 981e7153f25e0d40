import Kernel
import Storage
import TestKit
import Testing

@testable import Accounts

@Suite struct NameRuleTests {
    @Test("names that people have pass as they are", arguments: NaughtyNames.real.map { PersonName(family: $0.0, given: $0.1, patronymic: $0.2) })
    func real(_ name: PersonName) throws {
        let checked = try name.checked()
        #expect(checked == name)
        #expect(try checked.checked() == checked)
    }

    @Test("what nobody sees is cleaned away", arguments: NaughtyNames.cleaned.map { [$0.0, $0.1] })
    func cleaned(_ pair: [String]) throws {
        #expect(try PersonName(family: pair[0], given: "").checked().family == pair[1])
    }

    @Test("signs, digits, pictures and look-alike letters are refused, with the field and in words", arguments: NaughtyNames.refused)
    func refused(_ text: String) {
        for (name, field) in [
            (PersonName(family: text, given: "Вера"), "family"), (PersonName(family: "Петрова", given: text), "given"),
            (PersonName(family: "Петрова", given: "Вера", patronymic: text), "patronymic"),
        ] {
            do {
                _ = try name.checked()
                Issue.record("“\(text)” passed as \(field)")
            } catch Denial.invalid(let at, let reason) {
                #expect(at == field && Language.allCases.allSatisfy { !reason.words($0).isEmpty }, "\(text)")
            } catch { Issue.record(error) }
        }
    }

    @Test("a whole word of Latin letters that look Russian is refused among Russian ones, and stays where the name is Latin")
    func wholeWords() throws {
        for text in ["Bepa", "BEPA", "Coxa", "Poca"] {
            #expect(throws: Denial.self) { try PersonName(family: "Петрова", given: text).checked() }
            #expect(try PersonName(family: "Smith", given: text).checked().given == text)
        }
    }

    @Test("plain Russian names are judged at a glance as each of their signs would be")
    func atAGlance() {
        let signs = Array("аяАЯёЁйЙщ -'.xA1\u{0306}ҫ\u{200B}"), plain = Array("аяАЯёЁйЙщ -")
        var dice = Dice(35), passed = 0
        for round in 0..<4_000 {
            let letters = round % 2 == 0 ? plain : signs
            let parts = (0..<3).map { _ in String((0..<dice.number(6)).map { _ in letters[dice.number(letters.count)] }) }
            let name = PersonName(family: parts[0], given: parts[1], patronymic: parts[2])
            let (quick, slow) = (Result { try name.checked() }, Result { try name.checkedByEachSign() })
            switch (quick, slow) {
            case (.success(let one), .success(let other)):
                #expect(one == other, "\(parts)")
                passed += 1
            case (.failure(let one), .failure(let other)): #expect(one as? Denial == other as? Denial, "\(parts)")
            default: Issue.record("\(parts): \(quick), \(slow)")
            }
        }
        #expect(passed > 300)
        for count in [79, 80, 81] {
            #expect(((try? PersonName(family: String(repeating: "щ", count: count), given: "").checked()) != nil) == (count <= 80))
        }
    }

    @Test("nothing at all is no name")
    func empty() {
        for text in ["", " ", "\u{200B}", "\u{202E}\u{202C}", "\u{00A0}", "\n"] {
            #expect(throws: Denial.self, "\(text.unicodeScalars.map(\.value))") { try PersonName(family: text, given: text).checked() }
        }
    }

    @Test("no verb writes a name that the rule refuses", arguments: TestDatabase.available)
    func entrances(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), rita = world.people.rita, petya = world.people.petya.person
        let bad = PersonName(family: "Петин ✓", given: "Петя")
        for outcome in [
            try await world.outcome(RegisterPerson(bad, as: .pupil, since: World.today), by: rita),
            try await world.outcome(CorrectName(of: petya, to: bad), by: rita),
            try await world.outcome(CorrectPerson(petya, name: bad, sex: nil, bornOn: nil), by: rita),
        ] {
            guard case .invalid("family", _) = outcome else { Issue.record("\(String(describing: outcome))"); continue }
        }
    }

    @Test("nobody gives a role that stands above their own", arguments: TestDatabase.available)
    func rolesAbove(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita
        let operatorViewer = Viewer(person: people.igor.person, name: people.igor.name, hat: Hat(school: rita.hat.school, side: .staff, roles: [.operator]))
        for role in Role.allCases {
            let byOperator = try await world.outcome(GrantRole(role, to: people.vera.person, since: World.today), by: operatorViewer)
            let isAbove = [.platformOperator, .regionalCurator, .municipalCurator, .director, .deputy, .coordinator, .administrator, .operator].contains(role)
            #expect((byOperator != nil) == isAbove, "\(role)")
            let byAdministrator = try await world.outcome(GrantRole(role, to: people.masha.person, since: World.today), by: rita)
            // A director appoints the successor; a further administrator is chosen among teachers who have joined (REQUIREMENTS A07).
            let isRefused: Set<Role> = [.platformOperator, .regionalCurator, .municipalCurator, .director, .administrator]
            #expect((byAdministrator != nil) == isRefused.contains(role), "\(role)")
        }
    }
}

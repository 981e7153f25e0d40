import HTTPTypes
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts

@Suite struct SignInTests {
    /// Vera has a login; time starts at the world's hour.
    struct Door {
        let world: World
        let works: PasswordWorks
        let signIns: SignIns
        init(_ kind: TestDatabase) async throws {
            world = try await World.open(kind)
            works = try PasswordWorks(cost: .light)
            signIns = SignIns(database: world.site.database, isSecure: false)
            let hash = try await works.hash(Password(typed: "верный пароль"))
            try await world.perform(GiveCredential(to: world.people.vera.person, login: Login("Vera"), hash: hash), by: world.people.rita)
        }
        func enter(_ login: String, _ password: String, from address: String = "10.0.0.1", at now: Moment = World.now) async throws -> Token {
            let arrived = try await SignIn(login: login, password: Password(typed: password), place: SignInPlace(address: address, device: "Firefox")).run(
                in: world.site, works, at: now)
            guard case .signedIn(let token) = arrived else { throw Denial.notFound }
            return token
        }
        func refusal(_ login: String, _ password: String, from address: String = "10.0.0.1", at now: Moment = World.now) async throws -> Denial? {
            do {
                _ = try await enter(login, password, from: address, at: now)
                return nil
            } catch let denial as Denial { return denial }
        }
        func visit(_ token: String, at now: Moment = World.now) async throws -> Visit? {
            try await signIns.visit(of: [.cookie: "other=1; zvonok=\(token)"], at: now)
        }
    }

    @Test("login and password open the school; capital letters in the login make no difference", arguments: TestDatabase.available)
    func opens(_ kind: TestDatabase) async throws {
        let door = try await Door(kind)
        let token = try await door.enter("vERA", "верный пароль")
        let visit = try #require(try await door.visit(token.text))
        #expect(visit.viewer.person == door.world.people.vera.person && visit.isByCookie)
        let bearer = try await door.signIns.visit(of: [.authorization: "Bearer \(token.text)"], at: World.now)
        #expect(bearer?.viewer.person == visit.viewer.person && bearer?.isByCookie == false)
        for wrong in ["", "x", String(token.text.dropLast()), token.text + "A", String(token.text.reversed())] {
            #expect(try await door.visit(wrong) == nil, "\(wrong)")
        }
    }

    @Test("a wrong password and an unknown login are refused in the same words", arguments: TestDatabase.available)
    func refuses(_ kind: TestDatabase) async throws {
        let door = try await Door(kind)
        let wrong = Denial.invalid(field: "password", .wrongPassword)
        #expect(try await door.refusal("vera", "неверный") == wrong)
        #expect(try await door.refusal("nobody", "верный пароль") == wrong)
        #expect(try await door.refusal("", "") == wrong)
    }

    @Test("after five failures one waits, longer each time; the right password meanwhile waits too; other people do not", arguments: TestDatabase.available)
    func waits(_ kind: TestDatabase) async throws {
        let door = try await Door(kind)
        for _ in 1...5 { #expect(try await door.refusal("vera", "x") == .invalid(field: "password", .wrongPassword)) }
        #expect(try await door.refusal("vera", "верный пароль") == .wait(seconds: 15))
        #expect(try await door.refusal("igor", "x") == .invalid(field: "password", .wrongPassword))
        #expect(try await door.refusal("vera", "x", at: World.now + 15) == .invalid(field: "password", .wrongPassword))
        #expect(try await door.refusal("vera", "верный пароль", at: World.now + 16) == .wait(seconds: 29))
        #expect(try await door.refusal("vera", "верный пароль", at: World.now + 45) == nil)
        #expect(try await door.refusal("vera", "x", at: World.now + 46) == .invalid(field: "password", .wrongPassword), "a success forgets the failures")
    }

    @Test("a whole school behind one address is stopped only after a hundred failures", arguments: TestDatabase.available)
    func waitsByAddress(_ kind: TestDatabase) async throws {
        let door = try await Door(kind)
        for number in 1...100 { #expect(try await door.refusal("guess\(number)", "x") == .invalid(field: "password", .wrongPassword)) }
        #expect(try await door.refusal("vera", "верный пароль") == .wait(seconds: 15))
        #expect(try await door.refusal("vera", "верный пароль", from: "10.0.0.2") == nil)
    }

    @Test("a cookie is renewed once a day, the old one lasts two minutes more, and unused sign-ins end", arguments: TestDatabase.available)
    func renews(_ kind: TestDatabase) async throws {
        let door = try await Door(kind), old = try await door.enter("vera", "верный пароль").text
        #expect(try await door.visit(old, at: World.now + 3600)?.renewedCookie == nil)
        let next = World.now + SignIns.renewal + 1
        let new = try #require(try await door.visit(old, at: next)?.renewedCookie)
        #expect(try await door.visit(new, at: next) != nil)
        #expect(try await door.visit(old, at: next + 60) != nil)
        #expect(try await door.visit(old, at: next + 60)?.renewedCookie == nil, "an old cookie is not renewed again")
        #expect(try await door.visit(old, at: next + SignIns.overlap + 1) == nil)
        #expect(try await door.visit(new, at: next + SignIns.life + 1) == nil)
    }

    @Test("signing out ends this sign-in alone; “everywhere else” ends the others", arguments: TestDatabase.available)
    func signsOut(_ kind: TestDatabase) async throws {
        let door = try await Door(kind), vera = door.world.people.vera
        let (first, second, third) = (
            try await door.enter("vera", "верный пароль"), try await door.enter("vera", "верный пароль"), try await door.enter("vera", "верный пароль")
        )
        let kept = try #require(try await door.visit(second.text))
        try await door.world.perform(SignOut(session: kept.session - 1), by: vera)
        #expect(try await door.visit(first.text) == nil)
        #expect(try await door.visit(second.text) != nil)
        #expect(try await door.visit(third.text) != nil)
        #expect(try await door.world.outcome(SignOut(session: kept.session), by: door.world.people.igor) == .notFound, "another's sign-in is not there")
        try await door.world.perform(SignOutEverywhereElse(kept: kept.session), by: vera)
        #expect(try await door.visit(second.text) != nil)
        #expect(try await door.visit(third.text) == nil)
    }

    @Test("a person changes to another of their sides and to none that is not theirs", arguments: TestDatabase.available)
    func hats(_ kind: TestDatabase) async throws {
        let door = try await Door(kind), token = try await door.enter("vera", "верный пароль").text
        let visit = try #require(try await door.visit(token))
        let other = try #require(visit.viewer.otherHats.first)
        try await door.world.perform(ChangeHat(session: visit.session, hat: other.key), by: visit.viewer)
        let changed = try #require(try await door.visit(token))
        #expect(changed.viewer.hat == other && changed.viewer.otherHats == [visit.viewer.hat])
        #expect(
            try await door.world.outcome(ChangeHat(session: visit.session, hat: "\(door.world.people.zoya.school.number)-staff"), by: changed.viewer)
                == .notFound)
    }

    @Test("who has lost the last role in a school is signed in nowhere", arguments: TestDatabase.available)
    func losesRole(_ kind: TestDatabase) async throws {
        let door = try await Door(kind), vera = door.world.people.vera, token = try await door.enter("vera", "верный пароль").text
        for role in [Role.subjectTeacher, .classTeacher] {
            try await door.world.perform(EndRole(role, of: vera.person, on: World.today), by: door.world.people.rita)
        }
        #expect(try await door.visit(token)?.viewer.side == .family, "the other side is left")
        try await door.world.perform(EndRole(.guardian, of: vera.person, on: World.today), by: door.world.people.rita)
        #expect(try await door.visit(token) == nil)
        #expect(try await door.refusal("vera", "верный пароль") == .forbidden(.noSchool))
    }

    @Test("a new password ends all other sign-ins, and the database holds neither passwords nor tokens", arguments: TestDatabase.available)
    func password(_ kind: TestDatabase) async throws {
        let door = try await Door(kind), token = try await door.enter("vera", "верный пароль").text, other = try await door.enter("vera", "верный пароль").text
        let visit = try #require(try await door.visit(token))
        let hash = try await door.works.hash(Password(chosen: "три несвязанных слова", field: "new", login: "vera"))
        try await door.world.perform(ChangePassword(hash: hash, kept: visit.session), by: visit.viewer)
        #expect(try await door.visit(token) != nil)
        #expect(try await door.visit(other) == nil)
        #expect(try await door.refusal("vera", "верный пароль") != nil)
        #expect(try await door.refusal("vera", "три несвязанных слова") == nil)
        let kept = try await door.world.site.read { tx in
            try tx.rows("SELECT password_hash AS text FROM credential UNION SELECT form_token FROM sign_in").map { try $0.text("text") }
        }
        #expect(!kept.contains { $0.contains("слова") || $0 == token })
    }
}

import Accounts
import HTTPTypes
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Regions

@Suite struct DecisionTests {
    @Test("an approved school comes into being with its card, administrator, staff room and traces in both logs", arguments: TestDatabase.available)
    func approves(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        let id = try await world.apply(Sheet(to: departments.near))
        let page = try await world.get("/department/applications/\(id.number)", as: departments.marina)
        #expect(page.status == .ok && page.page.contains("Школа № 12") && page.page.contains("Новикова Нина Павловна"))
        let scan = try await world.get("/department/applications/\(id.number)/scan", as: departments.marina)
        #expect(scan.status == .ok && scan.page.hasPrefix("%PDF") && scan.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
        #expect(try await world.post("/department/applications/\(id.number)/approve", as: departments.marina).status == .seeOther)

        let school = try await world.site.read { tx in try AccountsStore.schools(tx).first { $0.name == "Школа № 12" } }
        let made = try #require(school)
        #expect(made.zone.identifier == "Asia/Vladivostok")
        let (card, appointments) = try await world.site.read { tx in (try CardStore.card(of: made.id, tx), try AppointmentStore.present(in: made.id, tx)) }
        #expect(card?.inn == "7707083893" && card?.contents.director == "Директоров Дмитрий Дмитриевич" && card?.organisation.parent == departments.near)
        #expect(appointments.map(\.name.full) == ["Новикова Нина Павловна"] && appointments.first?.order.number == "12-о")
        let rooms = try await world.count(
            "SELECT COUNT(*) AS many FROM chat c JOIN chat_member m ON m.chat_id = c.id WHERE c.school_id = \(made.id) AND c.kind = 'staff'")
        #expect(rooms == 1)
        for log in [made.id, departments.near] {
            #expect(try await world.count("SELECT COUNT(*) AS many FROM trace WHERE school_id = \(log) AND by_id = \(departments.marina.person)") > 0)
        }
        #expect(
            try await world.count("SELECT COUNT(*) AS many FROM trace WHERE was LIKE '%Новикова%' OR became LIKE '%Новикова%' OR about LIKE '%Новикова%'") == 0)
    }

    @Test("two curators at once make one school; the second is told", arguments: TestDatabase.available)
    func race(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        let id = try await world.apply(Sheet(to: departments.near))
        let schools = try await world.count("SELECT COUNT(*) AS many FROM school")
        async let a = world.outcome(ApproveApplication(application: id), by: departments.marina)
        async let b = world.outcome(ApproveApplication(application: id), by: departments.orest)
        let outcomes = try await [a, b]
        #expect(outcomes.filter { $0 == nil }.count == 1 && outcomes.contains(.conflict(.alreadyDecided)))
        #expect(try await world.count("SELECT COUNT(*) AS many FROM school") == schools + 1)
        #expect(try await world.outcome(RefuseApplication(application: id, reason: "поздно"), by: departments.marina) == .conflict(.alreadyDecided))
    }

    @Test("a question goes to the applicant's page and the answer comes back into the queue", arguments: TestDatabase.available)
    func asks(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, sheet = Sheet(to: departments.near)
        let id = try await world.apply(sheet), own = "/apply/\(id.number)/\(Secret(of: sheet.visit).text)"
        #expect(try await world.post(own + "/answer", ["answer": "рано"], as: nil).status == .unprocessableContent)
        #expect(try await world.post("/department/applications/\(id.number)/ask", ["question": " "], as: departments.marina).status == .unprocessableContent)
        #expect(try await world.post("/department/applications/\(id.number)/ask", ["question": "Где <печать>?"], as: departments.marina).status == .seeOther)
        #expect(try await !world.get("/department/applications", as: departments.marina).page.contains("Школа № 12"))
        #expect(try await world.get(own, as: nil).page.contains("Где &lt;печать&gt;?"))
        #expect(try await world.post("/apply/\(id.number)/\(Secret().text)/answer", ["answer": "чужой"], as: nil).status == .notFound)
        #expect(try await world.post(own + "/answer", ["answer": "На обороте"], as: nil).status == .seeOther)
        #expect(try await world.get("/department/applications", as: departments.marina).page.contains("Школа № 12"))
        #expect(try await world.get("/department/applications/\(id.number)", as: departments.marina).page.contains("На обороте"))
        #expect(try await world.post("/department/applications/\(id.number)/refuse", ["reason": "Нет подписи"], as: departments.marina).status == .seeOther)
        let refused = try await world.get(own, as: nil)
        #expect(refused.page.contains("Отказано") && refused.page.contains("Нет подписи") && !refused.page.contains("Маринина"))
    }

    @Test("an application is for its own municipality's curator and those above: to all others it does not exist", arguments: TestDatabase.available)
    func others(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        let id = try await world.apply(Sheet(to: departments.near))
        for viewer in [departments.marina, departments.raisa, departments.orest] {
            #expect(try await world.get("/department/applications", as: viewer).page.contains("Школа № 12"))
            #expect(try await world.get("/department/applications/\(id.number)", as: viewer).status == .ok)
        }
        #expect(try await !world.get("/department/applications", as: departments.nikita).page.contains("Школа № 12"))
        for viewer in [departments.nikita] + world.people.all {
            for path in ["", "/scan"] { #expect(try await world.get("/department/applications/\(id.number)\(path)", as: viewer).status == .notFound) }
            for act in ["approve", "ask", "refuse", "decision"] {
                let refused = try await world.post("/department/applications/\(id.number)/\(act)", ["question": "x", "reason": "x"], as: viewer)
                #expect(refused.status == .notFound, "\(viewer.name.full) \(act)")
            }
        }
        #expect(try await world.count("SELECT COUNT(*) AS many FROM school_application WHERE state = 'new'") == 1)
    }

    @Test("the administrator comes in by the code of the decision, once; a new decision makes the old code dead", arguments: TestDatabase.available)
    func activates(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        let id = try await world.apply(Sheet(to: departments.near))
        #expect(try await world.post("/department/applications/\(id.number)/decision", as: departments.marina).status == .notFound)
        try await world.perform(ApproveApplication(application: id), by: departments.marina)
        let (old, new) = (try await code(departments, id), try await code(departments, id))
        #expect(try await world.activate(old, login: "novikova").page.contains("выдан новый"))
        // What is wrong with login or password costs no code.
        #expect(try await world.activate(new, login: "x", password: "three plain words").page.contains(#"id="login-why""#))
        #expect(try await world.activate(new, login: "novikova", password: "short").page.contains(#"id="password-why""#))
        let come = try await world.activate(" " + new.uppercased().replacing("-", with: " "), login: "novikova")
        #expect(come.status == .seeOther && come.headers[.setCookie]?.hasPrefix("zvonok=") == true)
        #expect(try await world.activate(new, login: "another").page.contains("уже воспользовались"))
        #expect(try await world.post("/department/applications/\(id.number)/decision", as: departments.marina).status == .conflict)
        #expect(try await world.get("/department/schools", as: departments.marina).page.contains("пришли 1 из 1"))
        #expect(try await world.count("SELECT COUNT(*) AS many FROM trace WHERE what = 'regions.code' AND became = 'used'") == 2)
    }

    private func code(_ departments: Departments, _ id: ID<SchoolApplication>) async throws -> String {
        let decision = try await departments.world.post("/department/applications/\(id.number)/decision", as: departments.marina)
        #expect(decision.status == .ok && decision.headers[.cacheControl] == "no-store" && decision.page.contains("Новикова Нина Павловна"))
        return try String(#require(decision.page.firstMatch(of: /<b data-code>([a-z0-9-]+)<\/b>/)).1)
    }

    @Test("a code that is too old, wrong or guessed at opens nothing", arguments: TestDatabase.available)
    func codes(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        let id = try await world.apply(Sheet(to: departments.near))
        try await world.perform(ApproveApplication(application: id), by: departments.marina)
        let long = Moment.now - (ActivationStore.life + 60)
        let decision = try await world.perform(IssueAdministratorCode(application: id), by: departments.marina, at: long)
        #expect(try await world.activate(decision.issued.code.text, login: "novikova").page.contains("Срок кода закончился"))
        for wrong in ["", "abcd", Secret().text, String(repeating: "a", count: 5_000), "<script>", "\u{0}"] {
            #expect(try await world.activate(wrong, login: "novikova").status == .unprocessableContent)
        }
        for _ in 0..<100 { _ = try await world.activate(Secret().text, login: "novikova") }
        #expect(try await world.activate(Secret().text, login: "novikova").status == .tooManyRequests)
        let kept = try await world.site.read { tx in try tx.rows("SELECT * FROM activation").map { "\($0)" }.joined() }
        #expect(!kept.contains(decision.issued.code.text))
    }

    @Test("a code used twice at the same moment lets one in", arguments: TestDatabase.available)
    func sameMoment(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        let id = try await world.apply(Sheet(to: departments.near))
        try await world.perform(ApproveApplication(application: id), by: departments.marina)
        let code = try await code(departments, id)
        async let a = world.activate(code, login: "novikova.one")
        async let b = world.activate(code, login: "novikova.two")
        let answers = try await [a, b]
        #expect(answers.filter { $0.status == .seeOther }.count == 1)
        #expect(try await world.count("SELECT COUNT(*) AS many FROM credential WHERE login LIKE 'novikova%'") == 1)
    }
}

extension World {
    func activate(_ code: String, login: String, password: String = "three plain words") async throws -> Answered {
        try await post("/activate", ["code": code, "login": login, "password": password], as: nil)
    }
}

import HTTPTypes
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Regions

@Suite struct ApplicationTests {
    @Test("a stranger applies for a school and follows the application by its number and word", arguments: TestDatabase.available)
    func applies(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, sheet = Sheet(to: departments.near)
        let form = try await world.get("/apply", as: nil)
        #expect(form.status == .ok && form.page.contains("Ближний округ") && form.page.contains(#"<option value="Asia/Vladivostok" selected"#))
        let sent = try await world.send(sheet)
        #expect(sent.status == .seeOther)
        let word = Secret(of: sheet.visit)
        let state = try await world.get(try #require(sent.location), as: nil)
        #expect(state.status == .ok && state.page.contains(word.forPaper) && state.page.contains("На рассмотрении"))
        let found = try await world.post("/apply/find", ["number": "№ 1", "word": word.forPaper.uppercased()], as: nil)
        #expect(found.location == sent.location)
        for (number, wrong) in [("1", Secret().text), ("2", word.text), ("x", word.text), ("1", ""), ("99999999999999999999", word.text)] {
            #expect(try await world.post("/apply/find", ["number": number, "word": wrong], as: nil).status == .unprocessableContent)
        }
    }

    @Test("sent twice it is one application with one answer", arguments: TestDatabase.available)
    func twice(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, sheet = Sheet(to: departments.near)
        async let a = world.send(sheet)
        async let b = world.send(sheet)
        let (first, second) = try await (a, b)
        #expect(first.location != nil && first.location == second.location)
        #expect(try await world.count("SELECT COUNT(*) AS many FROM school_application") == 1)
        #expect(try await world.count("SELECT COUNT(*) AS many FROM document") == 1)
    }

    @Test("each mistake stands at its field, what was typed stays, and a sound scan need not be sent again", arguments: TestDatabase.available)
    func mistakes(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, sheet = Sheet(to: departments.near)
        let wrong = sheet.with([
            "inn": "7707083894", "contact": "nobody", "orderDay": "2999-01-01", "shortName": " \u{202E} ", "pupils": "-3", "site": "javascript:alert(1)",
        ])
        let refused = try await world.send(wrong.with(["fullName": "<b>Школа</b> \"№ 12\""]))
        #expect(refused.status == .unprocessableContent)
        for field in ["inn", "contact", "orderDay", "shortName", "pupils", "site"] { #expect(refused.page.contains("id=\"\(field)-why\""), "\(field)") }
        for field in ["family", "address", "director"] { #expect(!refused.page.contains("id=\"\(field)-why\""), "\(field)") }
        #expect(refused.page.contains("&lt;b&gt;Школа&lt;/b&gt;") && refused.page.contains("приказ.pdf") && refused.page.contains("Новикова"))
        let sent = try await world.send(sheet.with(scan: nil))
        #expect(sent.status == .seeOther)
        #expect(try await world.count("SELECT COUNT(*) AS many FROM application_scan") == 0)
    }

    @Test("nothing but a municipality can be applied to", arguments: TestDatabase.available)
    func foreign(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, sheet = Sheet(to: departments.near)
        for place in ["\(departments.region.number)", "\(departments.platform.number)", "\(world.people.rita.school.number)", "987654", "x", "", "-1"] {
            let refused = try await world.send(sheet.with(["municipality": place]).with(scan: nil))
            #expect(refused.status == .unprocessableContent && refused.page.contains(#"id="municipality-why""#), "\(place)")
        }
        #expect(try await world.count("SELECT COUNT(*) AS many FROM school_application") == 0)
    }

    @Test("a scan that is too large or no scan is refused at its field; a script in its name is only a name", arguments: TestDatabase.available)
    func scans(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, sheet = Sheet(to: departments.near)
        let large = Array("%PDF-".utf8) + [UInt8](repeating: 65, count: 9 << 20)
        for scan in [("big.pdf", large), ("page.pdf", Array("<script>alert(1)</script>".utf8)), ("empty.pdf", [])] {
            let refused = try await world.send(sheet.with(scan: scan))
            #expect(refused.status == .unprocessableContent && refused.page.contains(#"id="scan-why""#), "\(scan.0)")
        }
        #expect(try await world.count("SELECT COUNT(*) AS many FROM document") == 0)
        let tricky = try await world.send(sheet.with(["inn": "1"]).with(scan: ("<img src=x onerror=alert(1)>.pdf", Sheet.pdf)))
        #expect(tricky.status == .unprocessableContent && !tricky.page.contains("<img") && tricky.page.contains("&lt;img"))
    }

    @Test("names of every script and of any length are kept or refused at their field, never broken", arguments: TestDatabase.available)
    func names(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        let inns = ["7707083893", "7830002293", "5003052454"]
        for (inn, name) in zip(inns, ["Оʻгʻулча Қызы-О’Коннор", "田中さくら 🦉", "Ŵ̷̗ąlt\u{0301}er ﷽"]) {
            let id = try await world.apply(Sheet(to: departments.near, inn: inn).with(["family": name, "shortName": name]))
            let page = try await world.get("/department/applications/\(id.number)", as: departments.marina)
            #expect(page.status == .ok && page.page.contains(name.replacing("'", with: "&#39;")), "\(name)")
        }
        let long = String(repeating: "Ж", count: 5_000)
        let refused = try await world.send(Sheet(to: departments.near, inn: "7736050003").with(["family": long, "given": "\u{0}", "shortName": long]))
        #expect(refused.status == .unprocessableContent && refused.page.contains(#"id="family-why""#) && refused.page.contains(#"id="given-why""#))
    }

    @Test("one school applies once: the same ИНН is refused politely while it waits and after it has come in", arguments: TestDatabase.available)
    func duplicates(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        let first = try await world.apply(Sheet(to: departments.near))
        let again = try await world.send(Sheet(to: departments.far))
        #expect(again.status == .unprocessableContent && again.page.contains(#"id="inn-why""#))
        try await world.perform(ApproveApplication(application: first), by: departments.marina)
        #expect(try await world.send(Sheet(to: departments.far)).page.contains(#"id="inn-why""#))
    }

    @Test("a sender without end is asked to wait and loses nothing of what was typed", arguments: TestDatabase.available)
    func flood(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        var last: Answered?
        for _ in 0..<8 { last = try await world.send(Sheet(to: departments.near).with(["inn": "1"])) }
        #expect(last?.status == .tooManyRequests && last?.page.contains("Новикова") == true)
    }

    @Test("the region is chosen first where there are several", arguments: TestDatabase.available)
    func regions(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        let other = try await world.perform(AddOrganisation("Чукотка", .region, zone: Zone("Asia/Kamchatka")!, in: departments.platform), by: departments.orest)
        let choice = try await world.get("/apply", as: nil)
        #expect(choice.page.contains("Чукотка") && !choice.page.contains("Ближний округ"))
        let form = try await world.get("/apply?region=\(other.number)", as: nil)
        #expect(form.page.contains(#"<option value="Asia/Kamchatka" selected"#) && !form.page.contains("Ближний округ"))
    }

    @Test("an ИНН is told from a wrong one by its last digit")
    func taxNumbers() {
        for sound in ["7707083893", "7830002293", "5003052454", "7736050003"] {
            #expect(TaxNumber.isSound(sound))
            // Any one digit changed is noticed, but for the few that the sum of the weights hides.
            let digits = sound.utf8.map { Int($0) - 48 }
            for place in digits.indices.dropLast() {
                let changed = digits.enumerated().map { $0.offset == place ? ($0.element + 1) % 10 : $0.element }.map(String.init).joined()
                #expect(!TaxNumber.isSound(changed) || sound == changed, "\(changed)")
            }
        }
        for wrong in ["", "0000000000", "770708389", "77070838931", "77070838９3", "abcdefghij"] { #expect(!TaxNumber.isSound(wrong)) }
    }

    @Test("a refused application's personal data and an abandoned scan are destroyed in time", arguments: TestDatabase.available)
    func forgets(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        let id = try await world.apply(Sheet(to: departments.near))
        try await world.perform(RefuseApplication(application: id, reason: "Новикова Нина не работает в школе"), by: departments.marina, at: .now)
        _ = try await world.send(Sheet(to: departments.near).with(["inn": "1"]))
        let later = Moment.now + 91 * 24 * 3600
        try await world.site.database.write { tx in try ApplicationStore.removeOld(at: later, tx) }
        #expect(try await world.count("SELECT COUNT(*) AS many FROM school_application WHERE family <> '' OR director <> '' OR contact <> ''") == 0)
        #expect(try await world.count("SELECT COUNT(*) AS many FROM application_step WHERE words <> ''") == 0)
        #expect(try await world.count("SELECT COUNT(*) AS many FROM document") == 0)
    }
}

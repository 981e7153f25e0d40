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

@testable import Consents

@Suite struct ConsentRoutesTests {
    private func get(_ path: String, as viewer: Viewer, _ families: Families) async throws -> (HTTPResponse.Status, String) {
        try await families.world.browse(as: viewer) { client in
            try await client.execute(uri: path, method: .get) { ($0.status, String(buffer: $0.body)) }
        }
    }
    private func post(_ path: String, _ form: String, as viewer: Viewer, _ families: Families) async throws -> (HTTPResponse.Status, String) {
        try await families.world.browse(as: viewer) { client in
            let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: "formToken=form-token&" + form)) {
                ($0.status, String(buffer: $0.body) + ($0.headers[.location] ?? ""))
            }
        }
    }
    private func send(_ path: String, _ fields: [(String, String)], file: [UInt8]? = nil, as viewer: Viewer, _ families: Families) async throws -> (
        HTTPResponse.Status, String
    ) {
        var body: [UInt8] = []
        for (name, value) in [("formToken", "form-token")] + fields {
            body += Array("--cut\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        if let file { body += Array("--cut\r\nContent-Disposition: form-data; name=\"scan\"; filename=\"../../a.pdf\"\r\n\r\n".utf8) + file + [13, 10] }
        body += Array("--cut--\r\n".utf8)
        let bytes = body
        return try await families.world.browse(as: viewer) { client in
            let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=cut"]
            return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(bytes: bytes)) {
                ($0.status, String(buffer: $0.body) + ($0.headers[.location] ?? ""))
            }
        }
    }

    @Test("a mother reads what each consent means and what a refusal does, signs, and refuses only after saying she understands")
    func family() async throws {
        let families = try await Families.open(.sqlite), people = families.people, of = "/consents/of/\(people.petya.person.number)"
        let all = try await get("/consents", as: people.olga, families)
        #expect(all.1.contains("Петин Петя") && all.1.contains("Электронный дневник") && all.1.contains("Дата рождения в школе не указана"))
        let one = try await get(of + "?purpose=diary", as: people.olga, families)
        #expect(one.1.contains("не позднее 30 дней") && one.1.contains("Я понимаю, что произойдёт") && one.1.contains("редакция 1"))
        #expect(try await post(of, "purpose=diary&answer=yes&version=1", as: people.olga, families).0 == .seeOther)
        let careless = try await post(of, "purpose=diary&answer=no&version=1", as: people.olga, families)
        #expect(careless.0 == .unprocessableContent && careless.1.contains("Отметьте, что вы понимаете последствия"))
        #expect(try await families.standing(.diary, of: people.petya) == .agreed)
        #expect(try await post(of, "purpose=diary&answer=no&version=1&sure=1", as: people.olga, families).0 == .seeOther)
        #expect(try await families.standing(.diary, of: people.petya) == .refused(.withdraw))
        #expect(try await post(of, "purpose=lessons&answer=no&version=1", as: people.olga, families).0 == .seeOther)
        #expect(try await get(of + "?purpose=lessons", as: people.olga, families).1.contains("отвечает семья"))
        #expect(try await get("/", as: people.vera, families).1.contains("1 ученик не участвует в уроках на платформе"))
        #expect(try await get("/consents/notes", as: people.vera, families).1.contains("Петин Петя"))
        let lesson = "/journal/lessons/\(people.mathsNow.number)"
        #expect(try await get(lesson, as: people.vera, families).1.contains("учёт на бумаге"), "the diary was refused")
        for stranger in [people.pavel, people.vera, people.rita, people.xenia] {
            #expect(try await get(of + "?purpose=diary", as: stranger, families).0 == .notFound)
            #expect(try await post(of, "purpose=photos&answer=yes&version=1", as: stranger, families).0 == .notFound)
        }
        #expect(try await get(of + "?purpose=nonsense", as: people.olga, families).0 == .notFound)
    }

    @Test("the register shows classes to those who keep it and to nobody else")
    func register() async throws {
        let families = try await Families.open(.sqlite), people = families.people, seven = "/consents/classes/\(people.class7.id.number)"
        #expect(try await get("/consents/classes", as: people.rita, families).1.contains("8Б"))
        let veras = try await get("/consents/classes", as: people.vera, families).1
        #expect(veras.contains("7А") && !veras.contains("8Б") && !veras.contains("/consents/rule"))
        #expect(try await get(seven, as: people.vera, families).1.contains("Петин Петя"))
        #expect(try await get("/consents/refusals", as: people.xenia, families).0 == .ok, "her own school's")
        for stranger in [people.igor, people.olga, people.petya] { #expect(try await get("/consents/refusals", as: stranger, families).0 == .notFound) }
        for stranger in [people.igor, people.olga, people.petya, people.xenia] {
            #expect(try await get(seven, as: stranger, families).0 == .notFound)
            #expect(try await get(seven + "/blanks?purpose=photos", as: stranger, families).0 == .notFound)
        }
        let blanks = try await get(seven + "/blanks?purpose=diary", as: people.vera, families).1
        #expect(blanks.contains("Петин Петя") && blanks.contains("Машина Маша") && blanks.contains("Школа № 58") && blanks.contains("Подпись"))
        #expect(try await get("/consents/staff", as: people.rita, families).1.contains("Верина"))
        #expect(try await get("/consents/staff", as: people.vera, families).0 == .notFound)
    }

    @Test("a paper is entered with its scan; what is wrong stands at the field and what was typed stays")
    func paper() async throws {
        let families = try await Families.open(.sqlite), people = families.people, path = "/consents/pupils/\(people.petya.person.number)"
        let fields = [("purpose", "diary"), ("answer", "yes"), ("signer", "named"), ("signerName", "Петина <b>Ольга"), ("signedOn", "2026-11-01")]
        let wrong = try await send(path, fields, file: Array("<html>".utf8), as: people.vera, families)
        #expect(
            wrong.0 == .unprocessableContent && wrong.1.contains("PDF, JPEG или PNG") && wrong.1.contains("Петина &lt;b&gt;Ольга")
                && wrong.1.contains("2026-11-01"))
        let entered = try await send(path, fields, file: Array("%PDF-1.7".utf8), as: people.vera, families)
        #expect(entered.0 == .seeOther)
        let page = try await get(path, as: people.vera, families).1
        #expect(page.contains("Петина &lt;b&gt;Ольга") && page.contains("на бумаге") && page.contains("/scan"))
        let entry = try #require(try await families.rows("SELECT id FROM consent").first?.int("id"))
        #expect(try await get("/consents/entries/\(entry)/scan", as: people.vera, families) == (.ok, "%PDF-1.7"))
        for stranger in [people.igor, people.olga, people.xenia] {
            #expect(try await get("/consents/entries/\(entry)/scan", as: stranger, families).0 == .notFound)
            #expect(try await send(path, fields, as: stranger, families).0 == .notFound)
        }
        #expect(try await send(path, [("purpose", "diary")], as: people.vera, families).0 == .unprocessableContent)
    }

    @Test("the director reads what will happen, prints the sheet, accepts, and gets the act; later the family comes back")
    func refusal() async throws {
        let families = try await Families.open(.sqlite), people = families.people
        try await families.say(false, .diary, for: people.petya, by: people.olga)
        let refusal = try #require(try await families.waiting().first), path = "/consents/refusals/\(refusal.id.number)"
        #expect(try await get("/", as: people.rita, families).1.contains("1 отказ ждёт решения"))
        #expect(try await !get("/", as: people.vera, families).1.contains("отказ ждёт"), "a class teacher is not told of the school's refusals")
        #expect(try await get("/consents/refusals", as: people.rita, families).1.contains("Петин Петя, 7А"))
        #expect(try await get(path, as: people.rita, families).1.contains("Отменить это нельзя"))
        #expect(try await get(path + "/sheet", as: people.rita, families).1.contains("Отметки"))
        #expect(try await post(path + "/accept", "", as: people.rita, families).0 == .unprocessableContent)
        let accepted = try await post(path + "/accept", "printed=1", as: people.rita, families)
        #expect(accepted.0 == .seeOther && accepted.1.contains("/consents/acts/"))
        #expect(try await post(path + "/accept", "printed=1", as: people.rita, families).1 == accepted.1, "the same act")
        let act = try await get(String(accepted.1.suffix(from: accepted.1.range(of: "/consents")!.lowerBound)), as: people.rita, families).1
        #expect(act.contains("№ 1 от") && act.contains("строка «№ 2», класс 7А") && act.contains("2027 г.") && !act.contains("Петин"))
        #expect(try await get(path + "/sheet", as: people.rita, families).0 == .notFound, "there is nothing to print any more")
        for stranger in [people.vera, people.xenia] { #expect(try await get("/consents/acts/1", as: stranger, families).0 == .notFound) }
        let line = "/consents/lines/\(people.petya.person.number)"
        #expect(try await get(line + "/sheet", as: people.rita, families).1.contains("Математика, Верина В."))
        #expect(try await get(line + "/sheet", as: people.xenia, families).0 == .notFound)
        let missing = try await send(line, [("family", "Петин"), ("given", ""), ("signedOn", "2026-11-01")], as: people.rita, families)
        #expect(missing.0 == .unprocessableContent && missing.1.contains(#"value="Петин""#))
        let fields = [
            ("family", "Петин"), ("given", "Пётр"), ("sex", "male"), ("bornOn", "2014-05-01"), ("signerName", "Петина Ольга"), ("signedOn", "2026-11-01"),
        ]
        #expect(try await send(line, fields, as: people.rita, families).0 == .seeOther)
        #expect(try await families.standing(.diary, of: people.petya) == .agreed)
    }

    @Test("texts and the rule are the administrator's")
    func texts() async throws {
        let families = try await Families.open(.sqlite), people = families.people
        #expect(try await get("/consents/texts", as: people.rita, families).1.contains("редакция 1"))
        #expect(try await get("/consents/texts", as: people.vera, families).0 == .forbidden)
        #expect(try await get("/consents/texts", as: people.olga, families).0 == .notFound)
        let blind = try await post("/consents/text", "purpose=photos&seen=7&body=Новое", as: people.rita, families)
        #expect(blind.0 == .unprocessableContent && blind.1.contains("Новое"))
        #expect(try await post("/consents/text", "purpose=photos&seen=1&asksAgain=1&body=Новое", as: people.rita, families).0 == .seeOther)
        #expect(try await get("/consents/text?purpose=photos", as: people.rita, families).1.contains("редакция 2"))
        let rule = try await post("/consents/rule", "consentsFirst=1&backupDays=30", as: people.rita, families)
        #expect(rule.0 == .unprocessableContent && rule.1.contains("Сначала подпишите своё согласие"))
        #expect(try await post("/consents/rule", "backupDays=30", as: people.rita, families).0 == .seeOther)
        #expect(try await post("/consents/rule", "backupDays=-1", as: people.rita, families).0 == .unprocessableContent)
    }

    @Test("programs sign and read the same")
    func api() async throws {
        let families = try await Families.open(.sqlite), people = families.people
        try await families.world.browse(as: people.olga) { client in
            let headers: HTTPFields = [.contentType: "application/json", HTTPField.Name("X-Form-Token")!: "form-token"]
            func put(_ child: Viewer, _ answer: ConsentAnswer) async throws -> HTTPResponse.Status {
                let body = ByteBuffer(bytes: try JSONEncoder().encode(answer))
                return try await client.execute(uri: "/api/v1/consents/of/\(child.person.number)/diary", method: .put, headers: headers, body: body) {
                    $0.status
                }
            }
            #expect(try await put(people.petya, ConsentAnswer(agrees: true, version: 1, understood: false)) == .ok)
            #expect(try await put(people.petya, ConsentAnswer(agrees: false, version: 1, understood: false)) == .unprocessableContent)
            #expect(try await put(people.masha, ConsentAnswer(agrees: false, version: 1, understood: false)) == .notFound)
            let read = try await client.execute(uri: "/api/v1/consents", method: .get) {
                try JSONDecoder().decode([ConsentsOfPerson].self, from: Data($0.body.readableBytesView))
            }
            #expect(read.first { $0.person == people.petya.person.number }?.consents.first { $0.purpose == "diary" }?.standing == "agreed")
        }
    }

    @Test("naughty strings go through every field as they are, or are refused in words", arguments: TestDatabase.available)
    func naughty(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people, path = "/consents/pupils/\(people.petya.person.number)"
        for text in Self.naughtyStrings {
            for field in ["purpose", "answer", "signer", "signerName", "signedOn"] {
                var fields = ["purpose": "photos", "answer": "yes", "signer": "named", "signerName": "Анна", "signedOn": "2026-11-01"]
                fields[field] = text
                let answer = try await send(path, fields.map { ($0.key, $0.value) }, as: people.rita, families)
                #expect([.seeOther, .unprocessableContent].contains(answer.0), "\(field) \(text.debugDescription): \(answer.0)")
                #expect(!answer.1.contains("<script>alert"), "\(field)")
            }
            let encoded = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let seen = try await families.world.site.read { tx in try TextStore.current(.photos, in: families.school, tx).version }
            let changed = try await post("/consents/text", "purpose=photos&seen=\(seen)&body=\(encoded)", as: people.rita, families)
            #expect([.seeOther, .unprocessableContent].contains(changed.0), "\(text.debugDescription): \(changed.0)")
            let shown = try await get("/consents/text?purpose=photos", as: people.rita, families)
            #expect(shown.0 == .ok && !shown.1.contains("<script>alert"))
        }
    }

    static let naughtyStrings = [
        "", " ", "\u{0}", "<script>alert(1)</script>", "'; DROP TABLE consent; --", "\" onmouseover=\"x", "Ṫ̴̈́h̷̾e", "\u{202E}אבג", "👨‍👩‍👧‍👦", "\u{FEFF}имя\u{200B}",
        "$1 $2 %s %n",
        String(repeating: "й", count: 5000), "NaN", "-1", "9223372036854775808", "../../etc/passwd", "О’Нил-Гарсиа", "ﷺ", "\r\nSet-Cookie: a=b",
    ]
}

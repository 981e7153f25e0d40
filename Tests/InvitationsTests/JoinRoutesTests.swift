import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Invitations

@Suite struct JoinRoutesTests {
    static let password = "password=three+words+here"

    @Test("from the slip to «Сегодня»: type the code, choose a password, be in", arguments: TestDatabase.available)
    func oneMinute(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), codes = try await world.codes(), people = world.people
        let petya = try #require(codes.of(people.petya)).code
        try await world.visit { client in
            let typed = petya.text.lowercased().sent
            try await client.execute(uri: "/join", method: .post, headers: .form, body: ByteBuffer(string: "code=\(typed)")) {
                #expect($0.status == .seeOther && $0.headers[.location] == "/join/\(petya.grouped)")
            }
            try await client.execute(uri: "/join/\(petya.grouped)", method: .get) { answer in
                let page = String(buffer: answer.body)
                #expect(answer.status == .ok && answer.headers[.cacheControl] == "no-store")
                for word in ["Школа № 58", "Петин Петя", "7А", #"value="petin.p""#, "никому не отдавать"] { #expect(page.contains(word), "\(word)") }
                #expect(!page.contains("Машин"))
            }
            let cookie = try await client.execute(
                uri: "/join/\(petya.grouped)", method: .post, headers: .form, body: ByteBuffer(string: "login=petya58&\(Self.password)")
            ) {
                #expect($0.status == .seeOther && $0.headers[.location] == "/welcome")
                return $0.headers[.setCookie].map { String($0.prefix { $0 != ";" }) } ?? ""
            }
            try await client.execute(uri: "/welcome", method: .get, headers: [.cookie: cookie]) { #expect(String(buffer: $0.body).contains("petya58")) }
            try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie]) { #expect($0.status == .ok) }
        }
    }

    @Test("the button pressed twice makes one account and lets in both times; another's password does not", arguments: TestDatabase.available)
    func twice(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let code = try await world.perform(InvitePeople(.guardian, pupil: people.petya.person), by: people.vera).codes[0].code
        let body = ByteBuffer(string: "family=\("Новикова".sent)&given=\("Анна".sent)&login=&\(Self.password)")
        try await world.visit { client in
            try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 0..<4 {
                    group.addTask { try await client.execute(uri: "/join/\(code.text)", method: .post, headers: .form, body: body) { $0.status } }
                }
                for try await status in group { #expect(status == .seeOther) }
            }
            try await client.execute(uri: "/join/\(code.text)", method: .post, headers: .form, body: ByteBuffer(string: "password=quite+another+one")) {
                #expect($0.status == .conflict && String(buffer: $0.body).contains("уже использован") && $0.headers[.setCookie] == nil)
            }
        }
        #expect(try await world.count("SELECT COUNT(*) AS n FROM credential") == 1)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM guardian WHERE pupil_id = \(people.petya.person)") == 2)
    }

    @Test("a child of the second year keeps three pictures and comes back by them", arguments: TestDatabase.available)
    func pictures(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let young = try await world.site.database.write { tx -> ID<Person> in
            guard let year = try SchoolStore.year(of: people.rita.school, on: World.today, tx) else { throw WorldMissing() }
            let class2 = try AddClass("2А", year: 2, in: year.id).run(by: people.rita, at: World.now, in: tx)
            let pupil = try RegisterPerson(PersonName(family: "Малышев", given: "Тимур"), as: .pupil, since: World.today).run(
                by: people.rita, at: World.now, in: tx)
            try EnrolPupil(pupil, into: class2.id, since: World.today).run(by: people.rita, at: World.now, in: tx)
            return pupil
        }
        let code = try await world.perform(IssueCode(to: young), by: people.rita).codes[0].code
        let older = try await world.perform(IssueCode(to: people.petya.person), by: people.rita).codes[0].code
        let chosen = "picture1=cat&picture2=ball&picture3=pear"
        try await world.visit { client in
            try await client.execute(uri: "/join/\(code.text)", method: .get) { #expect(String(buffer: $0.body).contains(#"value="cat""#)) }
            try await client.execute(
                uri: "/join/\(code.text)", method: .post, headers: .form, body: ByteBuffer(string: "keep=pictures&login=timur&picture1=cat&picture2=cat")
            ) {
                #expect($0.status == .unprocessableContent && String(buffer: $0.body).contains("Выберите одну картинку"))
            }
            try await client.execute(uri: "/join/\(code.text)", method: .post, headers: .form, body: ByteBuffer(string: "keep=pictures&login=timur&\(chosen)"))
            {
                #expect($0.status == .seeOther && $0.headers[.setCookie] != nil)
            }
            try await client.execute(uri: "/sign-in/pictures", method: .post, headers: .form, body: ByteBuffer(string: "login=timur&\(chosen)")) {
                #expect($0.status == .seeOther && $0.headers[.setCookie] != nil)
            }
            for wrong in ["picture1=dog&picture2=ball&picture3=pear", "picture1=cat&picture2=ball"] {
                try await client.execute(uri: "/sign-in/pictures", method: .post, headers: .form, body: ByteBuffer(string: "login=timur&\(wrong)")) {
                    #expect($0.status == .unprocessableContent && $0.headers[.setCookie] == nil)
                }
            }
            // Pictures are for the youngest: one of the seventh year has to have a password.
            try await client.execute(uri: "/join/\(older.text)", method: .post, headers: .form, body: ByteBuffer(string: "keep=pictures&login=petya&\(chosen)"))
            {
                #expect($0.status == .unprocessableContent)
            }
        }
    }

    @Test("what is wrong stands at its field, and what was typed stays, but the password", arguments: TestDatabase.available)
    func wrongFields(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let code = try await world.perform(InvitePeople(.guardian, pupil: people.petya.person), by: people.vera).codes[0].code
        let long = String(repeating: "a", count: 300)
        try await world.visit { client in
            for (body, field) in [
                ("", "family"), ("family=%00&given=x", "family"), ("family=\(long)&given=x", "family"),
                ("family=\("О'Коннор-Нгуен".sent)&given=%F0%9F%98%80", "given"),
                ("family=A&given=B&login=a+b%3Cc&\(Self.password)", "login"), ("family=A&given=B&login=\(long)&\(Self.password)", "login"),
                ("family=A&given=B&password=12345678&login=ab", "login"), ("family=A&given=B&password=12345678", "password"),
                ("family=A&given=B&password=short", "password"),
                ("family=A&given=B&password=\(long)", "password"),
            ] {
                try await client.execute(uri: "/join/\(code.text)", method: .post, headers: .form, body: ByteBuffer(string: body)) { answer in
                    let page = String(buffer: answer.body)
                    #expect(answer.status == .unprocessableContent && page.contains(#"id="\#(field)-why""#), "\(body): \(answer.status)")
                    #expect(!page.contains("12345678"))
                }
            }
            let kept = "family=\("О'Коннор".sent)&given=\("Ян<b>".sent)&password=short"
            try await client.execute(uri: "/join/\(code.text)", method: .post, headers: .form, body: ByteBuffer(string: kept)) { answer in
                let page = String(buffer: answer.body)
                #expect(page.contains("О&#39;Коннор") && page.contains("Ян&lt;b&gt;") && !page.contains("Ян<b>"))
            }
        }
        #expect(try await world.count("SELECT COUNT(*) AS n FROM credential") == 0)
    }

    @Test("boxes of consents come as a list, one as well as several, or not at all")
    func boxes() throws {
        for (sent, meant) in [("consent%5B%5D=own-1&consent%5B%5D=child-2", ["own-1", "child-2"]), ("consent%5B%5D=own-1", ["own-1"]), ("login=x", nil)] {
            #expect(try URLEncodedFormDecoder().decode(JoinForm.self, from: sent).consent == meant, "\(sent)")
        }
    }

    @Test("guessing is slowed down by address, whatever page is asked", arguments: TestDatabase.available)
    func guessing(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind)
        try await world.visit { client in
            for _ in 0..<50 {
                try await client.execute(uri: "/join/\(Code().text)", method: .get) { #expect($0.status == .unprocessableContent) }
                try await client.execute(uri: "/join", method: .post, headers: .form, body: ByteBuffer(string: "code=\(Code().text)")) {
                    #expect($0.status == .unprocessableContent)
                }
            }
            for typed in ["", "abc", "%3Cscript%3E"] {  // no code at all: a slip of the hand, not a guess
                try await client.execute(uri: "/join", method: .post, headers: .form, body: ByteBuffer(string: "code=\(typed)")) {
                    #expect($0.status == .unprocessableContent)
                }
            }
            try await client.execute(uri: "/join/\(Code().text)", method: .get) { #expect($0.status == .tooManyRequests && $0.headers[.retryAfter] != nil) }
        }
    }

    @Test("one who is signed in is offered their own account; on another's code they are told who will come in", arguments: TestDatabase.available)
    func signedIn(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, codes = try await world.codes()
        let guardian = try await world.perform(InvitePeople(.guardian, pupil: people.petya.person), by: people.vera).codes[0].code
        try await world.browse(as: people.igor) { client in
            try await client.execute(uri: "/join/\(guardian.text)", method: .get) { #expect(String(buffer: $0.body).contains(#"name="account" value="own""#)) }
            try await client.execute(uri: "/join/\(try #require(codes.of(people.petya)).code.text)", method: .get) {
                let page = String(buffer: $0.body)
                #expect(!page.contains(#"value="own""#) && page.contains("Игорев Игорь"))
            }
            try await client.execute(uri: "/join/\(guardian.text)", method: .post, headers: .form, body: ByteBuffer(string: "account=own")) {
                #expect($0.status == .forbidden, "no form word")
            }
            try await client.execute(uri: "/join/\(guardian.text)", method: .post, headers: .form, body: ByteBuffer(string: "account=own&formToken=form-token"))
            {
                #expect($0.status == .seeOther && $0.headers[.location] == "/welcome")
            }
        }
        #expect(try await world.count("SELECT COUNT(*) AS n FROM guardian WHERE guardian_id = \(people.igor.person)") == 1)
    }

    @Test("the sheet opens for its maker alone, with its word alone; used codes are not on it", arguments: TestDatabase.available)
    func sheet(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, uri = "/codes/classes/\(people.class7.id.number)/issue"
        let place = try await world.browse(as: people.vera) { client in
            try await client.execute(uri: uri, method: .post, headers: .form, body: ByteBuffer(string: "formToken=form-token")) { answer in
                #expect(answer.status == .seeOther)
                return answer.headers[.location] ?? ""
            }
        }
        let codes = try await world.browse(as: people.vera) { client in
            try await client.execute(uri: place, method: .get) { answer in
                let page = String(buffer: answer.body)
                #expect(
                    answer.status == .ok && answer.headers[.cacheControl] == "no-store" && page.contains("Форма учёта выдачи")
                        && page.contains("<svg class=\"qr\""))
                return page.matches(of: /<p class="code">([A-Z0-9-]{14})</).compactMap { Code(typed: String($0.1)) }
            }
        }
        #expect(codes.count == 4)
        try await world.come(codes[0])
        let nowhere = [place + "x", String(place.prefix { $0 != "?" }), place.replacing("/sheets/", with: "/sheets/9")]
        for (viewer, asked) in [(people.rita, [place] + nowhere), (people.vera, nowhere), (people.xenia, [place]), (people.olga, [place])] {
            try await world.browse(as: viewer) { client in
                for path in asked { try await client.execute(uri: path, method: .get) { #expect($0.status == .notFound, "\(viewer.name.full) \(path)") } }
            }
        }
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: place, method: .get) {
                let page = String(buffer: $0.body)
                #expect(!page.contains(codes[0].grouped) && page.contains(codes[1].grouped))
            }
        }
    }

    @Test("programs give codes out and take them back by the same rights", arguments: TestDatabase.available)
    func programs(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let json: HTTPFields = [.contentType: "application/json", .init("X-Form-Token")!: "form-token"]
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "/api/v1/codes/classes/\(people.class7.id.number)", method: .post, headers: json, body: ByteBuffer(string: "{}")) {
                #expect($0.status == .ok && String(buffer: $0.body).contains(#""held":0"#))
            }
            try await client.execute(uri: "/api/v1/codes", method: .get) {
                #expect(String(buffer: $0.body).components(separatedBy: #""state":"open""#).count == 5)
            }
            try await client.execute(uri: "/api/v1/codes/staff", method: .post, headers: json, body: ByteBuffer(string: "{}")) {
                #expect($0.status == .notFound)
            }
            try await client.execute(uri: "/api/v1/codes", method: .post, headers: json, body: ByteBuffer(string: #"{"role":"director"}"#)) {
                #expect($0.status == .forbidden)
            }
            try await client.execute(uri: "/api/v1/codes", method: .delete, headers: json) { #expect(String(buffer: $0.body).contains(#""revoked":4"#)) }
        }
        try await world.browse(as: people.olga) { client in
            try await client.execute(uri: "/api/v1/codes", method: .get) { #expect($0.status == .notFound) }
        }
    }
}

import Accounts
import Foundation
import HTTPTypes
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Identity

@Suite struct SecondFactorTests {
    @Test("the digits are those of RFC 6238, and of oathtool")
    func vectors() throws {
        let code = OneTimeCode(secret: Array("12345678901234567890".utf8))
        for (seconds, digits) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")] as [(Int64, String)] {
            #expect(code.digits(of: seconds / 30) == digits)
        }
        for _ in 0..<5 {
            let code = OneTimeCode(secret: .random(20)), seconds = Int64.random(in: 1_700_000_000...1_900_000_000)
            let said = try shell("/usr/bin/oathtool", "--totp", "--base32", "--now=@\(seconds)", code.base32)
            #expect(said == code.digits(of: seconds / 30))
        }
        #expect(OneTimeCode(secret: Array("foobar".utf8)).base32 == "MZXW6YTBOI" && OneTimeCode(secret: Array("foob".utf8)).base32 == "MZXW6YQ")
    }

    @Test("a neighbouring half minute is taken, one farther is not, and no digits twice")
    func window() {
        let code = OneTimeCode(secret: .random(20)), now = World.now, step = OneTimeCode.step(at: now)
        for (offset, isTaken) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] as [(Int64, Bool)] {
            #expect((code.step(of: code.digits(of: step + offset), at: now, after: 0) != nil) == isTaken, "\(offset)")
        }
        #expect(code.step(of: code.digits(of: step), at: now, after: step) == nil)
        #expect(code.step(of: "", at: now, after: 0) == nil && code.step(of: "12345", at: now, after: 0) == nil)
    }

    @Test("after the password a teacher with an authenticator confirms; until then nothing is open", arguments: TestDatabase.available)
    func twoSteps(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), code = try await gate.authenticator(of: gate.world.people.vera)
        try await gate.browse { browser in
            let first = try await browser.signIn("vera")
            #expect(first.status == .seeOther && first.place == "/sign-in/confirm" && !first.cookies.contains { $0.hasPrefix("zvonok=") })
            #expect(try await browser.get("/").place?.hasPrefix("/sign-in") == true, "half a sign-in opens nothing")
            #expect(try await browser.get("/sign-in/confirm").status == .ok)
            let wrong = try await browser.post("/sign-in/confirm", ["code": "000000"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("Код не подошёл"))
            let digits = code.digits(of: OneTimeCode.step(at: .now)), half = await browser.cookies["zvonok-half"] ?? ""
            let second = try await browser.post("/sign-in/confirm", ["code": digits])
            #expect(second.status == .seeOther && second.place == "/" && second.cookies.contains { $0.hasPrefix("zvonok=") && $0.contains("HttpOnly") })
            #expect(try await browser.get("/more").status == .ok)
            let replay = await browser.another()
            await replay.take("zvonok-half", half)
            #expect(try await replay.post("/sign-in/confirm", ["code": digits]).status == .unprocessableContent, "the first step is used up")
            try await replay.signIn("vera")
            #expect(try await replay.post("/sign-in/confirm", ["code": digits]).status == .unprocessableContent, "digits are good once")
        }
    }

    @Test("the same digits sent by several pages at once open one sign-in", arguments: TestDatabase.available)
    func atOnce(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), code = try await gate.authenticator(of: gate.world.people.vera)
        try await gate.browse { browser in
            try await browser.signIn("vera")
            let half = await browser.cookies["zvonok-half"] ?? "", digits = code.digits(of: OneTimeCode.step(at: .now))
            let places = try await withThrowingTaskGroup(of: String?.self) { pages in
                for _ in 0..<4 {
                    let page = await browser.another()
                    await page.take("zvonok-half", half)
                    pages.addTask { try await page.post("/sign-in/confirm", ["code": digits]).place }
                }
                return try await pages.reduce(into: [String?]()) { $0.append($1) }
            }
            #expect(places.filter { $0 == "/" }.count == 1)
        }
        #expect(try await gate.count("SELECT COUNT(*) AS n FROM sign_in") == 1)
    }

    @Test("a recovery code opens once; five wrong codes make one wait, and the right one waits too", arguments: TestDatabase.available)
    func recovery(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind)
        _ = try await gate.authenticator(of: gate.world.people.vera)
        try await gate.browse { browser in
            try await browser.signIn("vera")
            #expect(try await browser.post("/sign-in/confirm", ["code": " AAAAA BBBBB "]).status == .seeOther)
            let next = await browser.another()
            try await next.signIn("vera")
            for _ in 1...5 { #expect(try await next.post("/sign-in/confirm", ["code": "aaaaa-bbbbb"]).status == .unprocessableContent) }
            #expect(try await next.post("/sign-in/confirm", ["code": "aaaaa-bbbbb"]).status == .tooManyRequests)
        }
        #expect(try await gate.count("SELECT COUNT(*) AS n FROM trace WHERE what = 'identity.recovery-code-used'") == 1)
    }

    @Test("a program sends the code along; without it, it is told to", arguments: TestDatabase.available)
    func program(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), vera = gate.world.people.vera, code = try await gate.authenticator(of: vera)
        func passage(_ typed: String?) async throws -> String {
            let arrival = Arrival(vera.person, by: .password, from: SignInPlace(address: "10.0.0.1", device: nil), code: typed, isProgram: true)
            return try await gate.world.site.database.write { tx in
                switch try gate.works.passage(of: arrival, at: World.now + 60, in: tx) {
                case .open: "open"
                case .confirm: "page"
                case .refused(.forbidden(let reason)), .refused(.invalid(_, let reason)): reason.code
                case .refused: "refused"
                }
            }
        }
        #expect(try await passage(nil) == "identity.confirm-first")
        #expect(try await passage("000000") == "identity.wrong-code")
        #expect(try await passage(code.digits(of: OneTimeCode.step(at: World.now + 60))) == "open")
    }

    @Test("who lost phone and paper is helped by the administrator of their school, and by no other", arguments: TestDatabase.available)
    func takenAway(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), people = gate.world.people
        _ = try await gate.authenticator(of: people.vera)
        #expect(try await gate.world.outcome(TakeFactorsAway(person: people.vera.person), by: people.xenia) == .notFound)
        #expect(try await gate.world.outcome(TakeFactorsAway(person: people.vera.person), by: people.igor) != nil)
        #expect(try await gate.world.outcome(TakeFactorsAway(person: people.vera.person), by: people.rita) == nil)
        try await gate.browse { browser in
            let opened = try await browser.signIn("vera")
            #expect(opened.place == "/")
        }
    }

    @Test("factors are added on a page behind a fresh proof, and the codes are shown once", arguments: TestDatabase.available)
    func added(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind)
        try await gate.browse { browser in
            try await browser.signIn("vera")
            #expect(try await browser.get("/more/factors").status == .ok)
            let page = try await browser.post("/more/factors/authenticator")
            let secret = try #require(page.text.firstMatch(of: /secret=([A-Z2-7]+)/)?.1)
            #expect(page.text.contains("otpauth://totp/"))
            #expect(try await browser.post("/more/factors/authenticator/confirm", ["code": "000000"]).text.contains("Код не подошёл"))
            let digits = try shell("/usr/bin/oathtool", "--totp", "--base32", String(secret))
            let shown = try await browser.post("/more/factors/authenticator/confirm", ["code": digits])
            #expect(shown.text.matches(of: /<code>[a-z2-9]{5}-[a-z2-9]{5}<\/code>/).count == 10)
            #expect(try await browser.post("/more/factors/authenticator").status == .conflict, "one that works is not overwritten")
            try await gate.world.site.database.write { tx in try tx.rows("UPDATE sign_in SET proved_at = 0") }
            #expect(try await browser.get("/more/factors").place == "/more/prove?next=%2Fmore%2Ffactors")
            #expect(try await browser.post("/more/factors/authenticator/remove").place?.hasPrefix("/more/prove") == true)
        }
    }
}

/// What a program of this machine says on standard output, without the line's end.
func shell(_ program: String, _ arguments: String..., input: [UInt8] = []) throws -> String {
    String(decoding: try run(program, arguments, input: input), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}

func run(_ program: String, _ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    guard CommandSigner.isSafeFromBrokenPipes else { throw CommandFailed(command: program, status: 13) }
    let process = Process(), (to, from) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    (process.standardInput, process.standardOutput, process.standardError) = (to, from, FileHandle.nullDevice)
    try process.run()
    try to.fileHandleForWriting.write(contentsOf: Data(input))
    try to.fileHandleForWriting.close()
    let said = try from.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CommandFailed(command: program, status: process.terminationStatus) }
    return Array(said)
}

struct CommandFailed: Error { let command: String, status: Int32 }

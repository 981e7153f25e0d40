import ArgumentParser
import AsyncHTTPClient
import Client
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Families come in by their codes, as browsers do: the sign-in page, the code's page, its form, and later the sign-in itself.
struct JoinLoad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "joining", abstract: "Use codes of a sheet and time what newcomers wait for.")
    @Option(help: "The server's address; only 127.0.0.1 is loaded.") var address: String
    @Option(help: ArgumentHelp("A line for each code that is used; those after it come in likewise.", valueName: "file")) var codes: String
    @Option(help: "Codes used at once.") var atOnce = 1

    func validate() throws { try TargetOptions.check(address) }

    func run() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let http = HTTPClient(eventLoopGroup: group, configuration: .init(redirectConfiguration: .disallow))
        do { try await run(http) } catch {
            try? await http.shutdown()
            throw error
        }
        try await http.shutdown()
        try await group.shutdownGracefully()
    }

    private func run(_ http: HTTPClient) async throws {
        let sheet = try String(contentsOfFile: codes, encoding: .utf8).split(separator: "\n").map(String.init)
        let (gate, page, use, signIn) = (Timings(), Timings(), Timings(), Timings())
        for _ in 0..<500 { try await gate.time { _ = try await ask("/sign-in", http) } }
        let start = steadyNow()
        let refused = try await each(of: sheet) { code, place in
            let newcomer = Newcomer(code: code, place: place)
            var html = ""
            try await page.time { html = try await ask("/join/\(code)", http) }
            return try await use.time { try await newcomer.come(html) { try await send($0, to: "/join/\(code)", http) } }
        }
        let seconds = Double(steadyNow() - start) / 1e9
        for (place, code) in sheet.enumerated() {
            let newcomer = Newcomer(code: code, place: place)
            try await signIn.time { _ = try await Client.signIn(at: address, login: newcomer.login, password: newcomer.password, http: http) }
        }
        print(
            """
            {"codes":\(sheet.count),"at_once":\(atOnce),"refused":\(refused.count),"seconds":\(String(format: "%.2f", seconds)),\(figures("sign_in_page", gate)),\
            \(figures("code_page", page)),\(figures("code_use", use)),\(figures("sign_in", signIn))}\(refused.map { "\n\($0)" }.joined())
            """)
    }

    private func figures(_ name: String, _ timings: Timings) -> String {
        "\"\(name)_p50_ms\":\(String(format: "%.2f", timings.milliseconds(at: 0.5))),\"\(name)_p99_ms\":\(String(format: "%.2f", timings.milliseconds(at: 0.99)))"
    }

    /// What was said to those who were not let in.
    private func each(of sheet: [String], _ come: @escaping @Sendable (String, Int) async throws -> String?) async throws -> [String] {
        try await withThrowingTaskGroup(of: String?.self) { group in
            var refused: [String] = [], next = 0
            func add() {
                guard next < sheet.count else { return }
                let (place, code) = (next, sheet[next])
                next += 1
                group.addTask { try await come(code, place) }
            }
            for _ in 0..<atOnce { add() }
            for try await said in group {
                if let said { refused.append(said) }
                add()
            }
            return refused
        }
    }

    private func ask(_ path: String, _ http: HTTPClient) async throws -> String {
        var request = HTTPClientRequest(url: address + path)
        request.headers = ["Accept-Language": "ru"]
        return try await answer(request, http).body
    }

    private func send(_ form: String, to path: String, _ http: HTTPClient) async throws -> (status: UInt, body: String) {
        var request = HTTPClientRequest(url: address + path)
        request.method = .POST
        request.headers = ["Content-Type": "application/x-www-form-urlencoded", "Accept-Language": "ru"]
        request.body = .bytes(ByteBuffer(string: form))
        return try await answer(request, http)
    }

    private func answer(_ request: HTTPClientRequest, _ http: HTTPClient) async throws -> (status: UInt, body: String) {
        let answer = try await http.execute(request, timeout: .seconds(60))
        return (answer.status.code, String(buffer: try await answer.body.collect(upTo: 4 << 20)))
    }
}

/// One who holds a slip of the sheet.
private struct Newcomer {
    let code: String
    let place: Int
    var login: String { "newcomer.\(code.lowercased().filter { $0 != "-" })" }
    var password: String { "Zvonok-\(code.count * 7919 + place)-утро" }

    /// Fills in the form of the code's page; where consents are asked for only then, agrees and sends it again. What was said if they were refused.
    func come(_ page: String, _ send: (String) async throws -> (status: UInt, body: String)) async throws -> String? {
        var answer: (status: UInt, body: String) = (200, page)
        for _ in 0..<2 {
            answer = try await send(form(answer.body))
            if answer.status == 303 { return nil }
            guard answer.status == 200 else { break }
        }
        return "\(code): \(answer.status)"
    }

    private func form(_ page: String) -> String {
        var fields = [("login", login), ("password", password)]
        if page.contains(#"name="family""#) { fields += [("family", "Новосёлова"), ("given", "Анна")] }
        if page.contains(#"name="texts""#) { fields.append(("texts", "shown")) }
        fields += Set(page.matches(of: /name="consent\[\]" value="([^"]*)"/).map { String($0.1) }).map { ("consent[]", $0) }
        return fields.map { "\($0.0.packed)=\($0.1.packed)" }.joined(separator: "&")
    }
}

extension String {
    fileprivate var packed: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}

extension Timings {
    fileprivate func time<Outcome>(_ body: () async throws -> Outcome) async rethrows -> Outcome {
        let began = steadyNow()
        let outcome = try await body()
        add(nanoseconds: steadyNow() - began)
        return outcome
    }
}

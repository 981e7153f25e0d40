import AsyncHTTPClient
import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import Wire

/// A program's way into Zvonok: one signed-in person, over the JSON API. Cheap to copy.
///
///     let client = try await Client.signIn(at: "https://school.example", login: "vera", password: "…")
///     for chat in try await client.chats() { … }
public struct Client: Sendable {
    /// `http://127.0.0.1:8080`, without a path.
    public let address: String
    public let token: String
    let http: HTTPClient
    /// How long one request may take.
    static let patience = TimeAmount.seconds(30)

    public init(at address: String, token: String, http: HTTPClient = .shared) {
        self.address = address
        self.token = token
        self.http = http
    }

    public static func signIn(at address: String, login: String, password: String, http: HTTPClient = .shared) async throws -> Client {
        let stranger = Client(at: address, token: "", http: http)
        let answer: SignInAnswer = try await stranger.send(.POST, "sign-in", SignInRequest(login: login, password: password))
        return Client(at: address, token: answer.token, http: http)
    }

    public func me() async throws -> Me { try await get("me") }
    /// Ends this sign-in: the token is worth nothing afterwards.
    public func signOut() async throws { let _: Empty = try await send(.DELETE, "sign-in", Empty?.none) }

    struct Empty: Codable {}

    func get<Answer: Decodable>(_ path: String, _ query: [String: String?] = [:]) async throws -> Answer {
        var parts = URLComponents()
        parts.queryItems = query.compactMap { name, value in value.map { URLQueryItem(name: name, value: $0) } }.sorted { $0.name < $1.name }
        return try await send(.GET, parts.queryItems?.isEmpty == false ? path + (parts.string ?? "") : path, Empty?.none)
    }

    func send<Body: Encodable, Answer: Decodable>(_ method: HTTPMethod, _ path: String, _ body: Body?) async throws -> Answer {
        var request = HTTPClientRequest(url: "\(address)/api/v1/\(path)")
        request.method = method
        if !token.isEmpty { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(try JSONEncoder().encode(body))
        }
        let answer = try await http.execute(request, timeout: Self.patience)
        let bytes = try await answer.body.collect(upTo: 16 << 20)
        guard answer.status == .ok else { throw Refusal(status: Int(answer.status.code), body: Data(bytes.readableBytesView)) }
        return try JSONDecoder().decode(Answer.self, from: Data(bytes.readableBytesView))
    }
}

/// The server refused: problem details as it told them (RFC 9457).
public struct Refusal: Error, Sendable, CustomStringConvertible {
    public let status: Int
    /// Stable, for programs: `journal.only-the-teacher`.
    public let type: String
    /// For people.
    public let title: String
    public let field: String?
    /// After how many seconds the same request may be made again.
    public let seconds: Int?

    init(status: Int, body: Data) {
        struct Problem: Decodable { let type: String, title: String, field: String?, seconds: Int? }
        let problem = try? JSONDecoder().decode(Problem.self, from: body)
        self.status = status
        type = problem?.type ?? "unreadable"
        title = problem?.title ?? "HTTP \(status)"
        field = problem?.field
        seconds = problem?.seconds
    }
    public var description: String { "\(status) \(type): \(title)" }
}

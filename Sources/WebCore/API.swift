import HTTPTypes
import Hummingbird
import Kernel

/// The operations a program may call, each routed and described in the same breath, so the description cannot lag behind.
public struct API {
    private let group: RouterGroup<SignedIn>
    public private(set) var operations: [Operation] = []
    public init(_ group: RouterGroup<SignedIn>) { self.group = group }

    public mutating func get<Answer: Codable & Sendable>(
        _ path: String, _ summary: String, query: [Parameter] = [], _ handler: @escaping @Sendable (Request, SignedIn) async throws -> Answer
    ) {
        note(.get, path, summary, query, body: nil, answer: .of(Answer.self))
        group.get(RouterPath(path)) { request, context in try WebCore.Answer(json: try await handler(request, context)).response(to: request) }
    }

    public mutating func post<Body: Codable & Sendable, Answer: Codable & Sendable>(
        _ path: String, _ summary: String, _ handler: @escaping @Sendable (Body, Request, SignedIn) async throws -> Answer
    ) {
        change(.post, path, summary, handler)
    }

    public mutating func put<Body: Codable & Sendable, Answer: Codable & Sendable>(
        _ path: String, _ summary: String, _ handler: @escaping @Sendable (Body, Request, SignedIn) async throws -> Answer
    ) {
        change(.put, path, summary, handler)
    }

    public mutating func delete<Answer: Codable & Sendable>(
        _ path: String, _ summary: String, _ handler: @escaping @Sendable (Request, SignedIn) async throws -> Answer
    ) {
        note(.delete, path, summary, [], body: nil, answer: .of(Answer.self))
        group.delete(RouterPath(path)) { request, context in try WebCore.Answer(json: try await handler(request, context)).response(to: request) }
    }

    private mutating func change<Body: Codable & Sendable, Answer: Codable & Sendable>(
        _ method: HTTPRequest.Method, _ path: String, _ summary: String, _ handler: @escaping @Sendable (Body, Request, SignedIn) async throws -> Answer
    ) {
        note(method, path, summary, [], body: .of(Body.self), answer: .of(Answer.self))
        group.on(RouterPath(path), method: method) { request, context in
            let body = try await request.decode(as: Body.self, context: context)
            return try WebCore.Answer(json: try await handler(body, request, context)).response(to: request)
        }
    }

    private mutating func note(_ method: HTTPRequest.Method, _ path: String, _ summary: String, _ query: [Parameter], body: Schema?, answer: Schema) {
        operations.append(Operation(method: method.rawValue.lowercased(), path: path, summary: summary, query: query, body: body, answer: answer))
    }
}

/// One described operation.
public struct Operation: Sendable {
    public let method: String
    /// Below `/api/v1/`, with `:name` for a variable piece.
    public let path: String
    public let summary: String
    public let query: [Parameter]
    public let body: Schema?
    public let answer: Schema
    public init(method: String, path: String, summary: String, query: [Parameter] = [], body: Schema?, answer: Schema) {
        self.method = method
        self.path = path
        self.summary = summary
        self.query = query
        self.body = body
        self.answer = answer
    }
}

/// What may stand after `?`.
public struct Parameter: Sendable {
    public let name: String
    public let meaning: String
    public let schema: Schema
    public init(_ name: String, _ schema: Schema, _ meaning: String) {
        self.name = name
        self.schema = schema
        self.meaning = meaning
    }
}

/// What operations answer where there is nothing to tell.
public struct Nothing: Codable, Sendable { public init() {} }

import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import TestKit
import Testing
import Web
import WebCore

@Suite struct OpenAPITests {
    @Test("the description names exactly the operations that are routed")
    func complete() async throws {
        let world = try await World.open(.sqlite)
        let routed = world.routes.map(\.name).filter { $0.contains("/api/v1/") && !$0.hasSuffix("openapi.json") }
        let described = siteOperations(world.site).map { "\($0.method.uppercased()) /api/v1\(OpenAPI.template($0.path))" }
        #expect(Set(routed) == Set(described))
        #expect(described.count == Set(described).count && described.count > 3)
    }

    @Test("a shape is found by its type's own decoding")
    func shapes() {
        struct Inner: Codable { let day: Day, isHere: Bool }
        struct Outer: Codable { let number: Int64, name: String?, inner: [Inner], share: Double }
        #expect(
            Schema.of(Outer.self)
                == .object([
                    .init("number", .integer), .init("name", .string, isOptional: true),
                    .init("inner", .list(.object([.init("day", .date), .init("isHere", .boolean)]))), .init("share", .number),
                ]))
        #expect(Schema.of([Inner].self) == .list(.object([.init("day", .date), .init("isHere", .boolean)])))
    }

    @Test("the description is JSON for anyone who is signed in")
    func served() async throws {
        let world = try await World.open(.sqlite)
        try await world.browse(as: world.people.petya) { client in
            try await client.execute(uri: "/api/v1/openapi.json", method: .get) { answer in
                #expect(answer.status == .ok && String(buffer: answer.body).contains(#""openapi":"3.1.0""#))
            }
        }
    }
}

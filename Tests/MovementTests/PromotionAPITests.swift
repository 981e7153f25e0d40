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

@testable import Movement

@Suite struct PromotionAPITests {
    private static let headers: HTTPFields = [.contentType: "application/json", HTTPField.Name("X-Form-Token")!: "form-token"]

    private static func body(_ value: some Encodable) throws -> ByteBuffer {
        ByteBuffer(string: String(decoding: try JSONEncoder().encode(value), as: UTF8.self))
    }

    @Test("a program previews the promotion, carries it out and takes it back, with the page's rights", arguments: TestDatabase.available)
    func promotion(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, start = World.today + 201
        try await world.perform(OpenYear("2027/28", start...start + 270, parts: []), by: people.rita)
        let choices = [
            PromotionChoiceBody(
                schoolClass: people.class7.id.number, act: "carry", name: "8А", keepsLeader: true, copiesGroups: nil, copiesCourses: false,
                exceptions: [PromotionExceptionBody(person: people.masha.person.number, fate: "again")])
        ]
        let wanted = PromotionBody(from: nil, choices: choices, first: ["1А"], order: "31-у", orderDate: World.today)
        try await world.browse(as: people.rita) { client in
            let sheet = try await client.execute(uri: "/api/v1/promotion", method: .get) {
                try JSONDecoder().decode(PromotionSheetInfo.self, from: Data(String(buffer: $0.body).utf8))
            }
            #expect(sheet.to?.name == "2027/28" && sheet.classes.first { $0.name == "7А" }?.proposal.name == "8А")
            let preview = try await client.execute(uri: "/api/v1/promotion/preview", method: .post, headers: Self.headers, body: Self.body(wanted)) {
                try JSONDecoder().decode(PromotionPreviewInfo.self, from: Data(String(buffer: $0.body).utf8))
            }
            let seven = try #require(preview.classes.first { $0.name == "7А" }), eight = try #require(preview.classes.first { $0.name == "8Б" })
            #expect(preview.day == start && seven.to == "8А" && seven.carried == [people.petya.person.number] && seven.again == [people.masha.person.number])
            #expect(eight.carried.isEmpty && eight.left == [people.kolya.person.number], "a class that is not named stays")
            #expect(try await world.count("movement") == 0, "only shown so far")
            let done = try await client.execute(uri: "/api/v1/promotion", method: .post, headers: Self.headers, body: Self.body(wanted)) {
                try JSONDecoder().decode(PromotionDoneInfo.self, from: Data(String(buffer: $0.body).utf8))
            }
            let id = try #require(done.id)
            #expect(try await world.count("movement WHERE undone_at IS NULL") == 2)
            try await client.execute(uri: "/api/v1/promotion/\(id)/undo", method: .post, headers: Self.headers, body: ByteBuffer(string: "{}")) {
                #expect($0.status == .ok)
            }
            #expect(try await world.count("movement WHERE undone_at IS NULL") == 0)
            let foreign = PromotionBody(
                from: nil,
                choices: [
                    PromotionChoiceBody(
                        schoolClass: people.classFar.id.number, act: "leave", name: "", keepsLeader: nil, copiesGroups: nil, copiesCourses: nil, exceptions: [])
                ],
                first: [], order: "1", orderDate: World.today)
            try await client.execute(uri: "/api/v1/promotion", method: .post, headers: Self.headers, body: Self.body(foreign)) {
                #expect($0.status == .notFound)
            }
        }
        for viewer in [people.vera, people.olga, people.petya] {
            try await world.browse(as: viewer) { client in
                for (uri, method) in [("/api/v1/promotion", HTTPRequest.Method.get), ("/api/v1/promotion/preview", .post), ("/api/v1/promotion", .post)] {
                    try await client.execute(uri: uri, method: method, headers: Self.headers, body: Self.body(wanted)) {
                        #expect([.notFound, .forbidden].contains($0.status), "\(viewer.name) \(uri)")
                    }
                }
            }
        }
    }
}

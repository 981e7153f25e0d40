import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import TestKit
import Testing
import WebCore
import Wire

@testable import Transfer

@Suite struct TransferAPITests {
    static let json = HTTPFields([
        HTTPField(name: .contentType, value: "application/json"), HTTPField(name: HTTPField.Name("X-Form-Token")!, value: "form-token"),
    ])

    @Test("a program sends and accepts a pupil as the pages do, with the same rights", arguments: TestDatabase.available)
    func exchange(_ kind: TestDatabase) async throws {
        let here = try await Arranged(kind), there = try await Arranged(kind).withoutEnd(), petya = here.people.petya.person.number
        let body = try Self.encoded(TransferBody(orderNumber: "41", orderDay: Arranged.clockDay, lastDay: World.today))
        for stranger in [here.people.vera, here.people.olga, here.people.xenia] {
            #expect(try await Self.send(.post, "pupils/\(petya)/transfer", body, by: stranger, here.world).0 == .notFound)
        }
        let made = try await Self.answer(TransferInfo.self, .post, "pupils/\(petya)/transfer", body, by: here.people.rita, here.world)
        let file = try await Self.answer(TransferFile.self, .get, "transfers/\(made.id)/file", "", by: here.people.rita, here.world).file
        let bring = try Self.encoded(BringBody(file: file))
        let incoming = try await Self.answer(IncomingInfo.self, .post, "transfers/incoming", bring, by: there.people.xenia, there.world)
        #expect(incoming.needsCheck && incoming.sender == "Школа № 58" && incoming.record.contains("Математика"))
        let acceptance = try Self.encoded(
            AcceptanceBody(schoolClass: there.people.classFar.id.number, since: Arranged.clockDay + 1, isFingerprintChecked: true))
        let accepted = try await Self.answer(
            AcceptedInfo.self, .post, "transfers/incoming/\(incoming.id)/acceptance", acceptance, by: there.people.xenia, there.world)
        let records = try await Self.answer(
            [PreviousSchoolInfo].self, .get, "pupils/\(accepted.pupil)/previous-school", "", by: there.people.xenia, there.world)
        #expect(records.map(\.sender) == ["Школа № 58"])
        #expect(try await Self.send(.get, "pupils/\(accepted.pupil)/previous-school", "", by: there.people.rita, there.world).0 == .notFound)
        #expect(try await Self.answer([TransferInfo].self, .get, "transfers", "", by: here.people.rita, here.world).map(\.state) == ["offered"])
        #expect(try await Self.answer(TransferInfo.self, .delete, "transfers/\(made.id)", "", by: here.people.rita, here.world).state == "withdrawn")
    }

    private static func encoded(_ body: some Encodable) throws -> String { String(decoding: try JSONEncoder().encode(body), as: UTF8.self) }

    private static func send(_ method: HTTPRequest.Method, _ path: String, _ body: String, by viewer: Viewer, _ world: World) async throws -> (
        HTTPResponse.Status, String
    ) {
        try await world.browse(as: viewer) { client in
            try await client.execute(uri: "/api/v1/" + path, method: method, headers: json, body: ByteBuffer(string: body)) {
                ($0.status, String(buffer: $0.body))
            }
        }
    }
    private static func answer<T: Decodable>(_: T.Type, _ method: HTTPRequest.Method, _ path: String, _ body: String, by viewer: Viewer, _ world: World)
        async throws
        -> T
    {
        let (status, text) = try await send(method, path, body, by: viewer, world)
        #expect(status == .ok, "\(path): \(text)")
        return try JSONDecoder().decode(T.self, from: Data(text.utf8))
    }
}

import Accounts
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import WebCore

@testable import Regions

/// Above the small school: an operator (Orest), a region with its curator (Raisa), two municipalities, each with a curator (Marina
/// and Nikita). Rita's school stands in Marina's municipality, Xenia's in Nikita's.
struct Departments: Sendable {
    let world: World
    let platform, region, near, far: ID<School>
    let orest, raisa, marina, nikita: Viewer

    static func open(_ kind: TestDatabase) async throws -> Departments { try await Departments(try await World.open(kind)) }

    init(_ world: World) async throws {
        self.world = world
        let installer = Viewer.installer(of: School(id: ID(0), name: "", zone: .moscow))
        platform = try await world.perform(AddOrganisation("Оператор", .platform, zone: .moscow, in: nil), by: installer)
        region = try await world.perform(AddOrganisation("Приморье", .region, zone: Zone("Asia/Vladivostok")!, in: platform), by: installer)
        near = try await world.perform(AddOrganisation("Ближний округ", .municipality, zone: .moscow, in: region), by: installer)
        far = try await world.perform(AddOrganisation("Дальний округ", .municipality, zone: .moscow, in: region), by: installer)
        orest = try await Self.curator("Орестов", "Орест", of: platform, in: world)
        raisa = try await Self.curator("Раисина", "Раиса", of: region, in: world)
        marina = try await Self.curator("Маринина", "Марина", of: near, in: world)
        nikita = try await Self.curator("Никитин", "Никита", of: far, in: world)
        try await world.perform(PlaceSchool(world.people.rita.school, in: near), by: installer)
        try await world.perform(PlaceSchool(world.people.xenia.school, in: far), by: installer)
    }

    static func curator(_ family: String, _ given: String, of organisation: ID<School>, in world: World) async throws -> Viewer {
        let found = try await world.site.read { tx in try AccountsStore.school(organisation, tx)! }
        try await world.perform(InstallCurator(PersonName(family: family, given: given), of: organisation), by: .installer(of: found))
        return try await world.site.read { tx in
            let person: ID<Person> = try tx.one("SELECT id FROM person WHERE family = \(family)").id("id")
            return try AccountsStore.viewer(person, side: .staff, tx)!
        }
    }

    /// Everybody above the schools.
    var curators: [Viewer] { [orest, raisa, marina, nikita] }
}

/// An application as a browser sends it.
struct Sheet: Sendable {
    static let pdf = Array("%PDF-1.4 приказ".utf8)
    var fields: [String: String]
    var scan: (name: String, bytes: [UInt8])? = ("приказ.pdf", Sheet.pdf)
    let visit = ApplicantVisit()

    init(to municipality: ID<School>, inn: String = "7707083893") {
        fields = [
            "visit": visit.text, "municipality": "\(municipality.number)", "kind": "general", "fullName": "Муниципальное бюджетное учреждение «Школа № 12»",
            "shortName": "Школа № 12", "inn": inn, "address": "ул. Школьная, 1", "site": "school12.example", "phone": "", "email": "s12@example.org",
            "director": "Директоров Дмитрий Дмитриевич", "family": "Новикова", "given": "Нина", "patronymic": "Павловна", "contact": "nina@example.org",
            "programmes-primary": "1", "programmes-basic": "1", "pupils": "620", "staff": "54", "zone": "Asia/Vladivostok", "orderNumber": "12-о",
            "orderDay": "2026-09-01",
        ]
    }

    func with(_ changes: [String: String?]) -> Sheet {
        var sheet = self
        for (field, value) in changes { sheet.fields[field] = value }
        return sheet
    }
    func with(scan: (name: String, bytes: [UInt8])?) -> Sheet {
        var sheet = self
        sheet.scan = scan
        return sheet
    }

    var headers: HTTPFields { [.contentType: "multipart/form-data; boundary=edge"] }
    var body: ByteBuffer {
        var buffer = ByteBuffer()
        for (field, value) in fields.merging(["formToken": "form-token"], uniquingKeysWith: { a, _ in a }) {
            buffer.writeString("--edge\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n")
        }
        if let scan {
            buffer.writeString("--edge\r\nContent-Disposition: form-data; name=\"scan\"; filename=\"\(scan.name)\"\r\nContent-Type: application/pdf\r\n\r\n")
            buffer.writeBytes(scan.bytes)
            buffer.writeString("\r\n")
        }
        buffer.writeString("--edge--\r\n")
        return buffer
    }
}

/// How a page answers.
struct Answered: Sendable {
    let status: HTTPResponse.Status
    let location: String?
    let page: String
    let headers: HTTPFields
}

extension World {
    func get(_ path: String, as viewer: Viewer?) async throws -> Answered {
        try await browse(as: viewer) { client in try await client.execute(uri: path, method: .get, testCallback: Answered.init) }
    }
    func post(_ path: String, _ fields: [String: String] = [:], as viewer: Viewer?) async throws -> Answered {
        var components = URLComponents()
        components.queryItems = fields.merging(["formToken": "form-token"], uniquingKeysWith: { a, _ in a }).map { URLQueryItem(name: $0.key, value: $0.value) }
        let body = ByteBuffer(string: (components.percentEncodedQuery ?? "").replacing("+", with: "%2B"))
        return try await browse(as: viewer) { client in
            try await client.execute(
                uri: path, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"], body: body, testCallback: Answered.init)
        }
    }
    func send(_ sheet: Sheet, to path: String = "/apply", as viewer: Viewer? = nil) async throws -> Answered {
        try await browse(as: viewer) { client in
            try await client.execute(uri: path, method: .post, headers: sheet.headers, body: sheet.body, testCallback: Answered.init)
        }
    }
    func count(_ statement: SQL) async throws -> Int { try await site.read { tx in Int(try tx.one(statement).int("many")) } }

    /// A submitted application's number.
    func apply(_ sheet: Sheet) async throws -> ID<SchoolApplication> {
        guard case .submitted(let id, _) = try await submit(sheet) else { throw WorldIsWrong() }
        return id
    }
    private func submit(_ sheet: Sheet) async throws -> SubmitApplication.Outcome {
        let answered = try await send(sheet)
        guard let number = answered.location.flatMap({ Int64($0.split(separator: "/")[1]) }) else { throw WorldIsWrong() }
        return .submitted(ID(number), word: Secret(of: sheet.visit))
    }
}

struct WorldIsWrong: Error {}

extension Answered {
    init(_ response: TestResponse) {
        self.init(status: response.status, location: response.headers[.location], page: String(buffer: response.body), headers: response.headers)
    }
}

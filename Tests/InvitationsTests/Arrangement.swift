import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Web
import WebCore

@testable import Invitations

extension World {
    /// Gives everyone of 7А who has not come a code; by whose name they are found.
    func codes(of group: CodeGroup? = nil, anew: Bool = false, by viewer: Viewer? = nil, at now: Moment = World.now) async throws -> [Given] {
        let sheet = try await perform(IssueCodes(to: group ?? .schoolClass(people.class7.id), anew: anew), by: viewer ?? people.rita, at: now)
        return try await site.read { tx in
            try sheet.codes.map { issued in
                guard let found = try InvitationStore.invitation(of: issued.code, tx) else { throw WorldMissing() }
                return Given(code: issued.code, invitation: found.invitation)
            }
        }
    }

    /// Comes in by a code, as the page does it. The refusal, or who has come.
    @discardableResult
    func come(
        _ code: Code, name: PersonName? = nil, login: String? = nil, password: String = "three words here", consents: Set<String> = [],
        at now: Moment = World.now
    )
        async throws -> UseCode.Outcome
    {
        let hash = try await parts.passwords.hash(Password(typed: password)), site = site
        let use = UseCode(code: code, name: name, login: try login.map(Login.init), hash: hash, consents: consents, address: "10.0.0.1", device: "Firefox")
        return try await site.database.write { tx in
            let outcome = try use.run(at: now, in: tx)
            try Site.settle(site.features, by: outcome.person, at: now, in: tx)
            return outcome
        }
    }

    func refusal(_ code: Code, name: PersonName? = nil, login: String? = nil, at now: Moment = World.now) async throws -> Denial? {
        do {
            try await come(code, name: name, login: login, at: now)
            return nil
        } catch let denial as Denial { return denial }
    }

    func give(_ viewer: Viewer, login: String, password: String = "secret words") async throws {
        let hash = try await parts.passwords.hash(Password(typed: password))
        try await perform(
            GiveCredential(to: viewer.person, login: Login(login), hash: hash), by: viewer.school == people.rita.school ? people.rita : people.xenia)
    }

    func login(of person: ID<Person>) async throws -> String? { try await site.read { tx in try AccountsStore.login(of: person, tx) } }

    func count(_ sql: SQL) async throws -> Int { try await site.read { tx in Int(try tx.one(sql).int("n")) } }

    /// A site whose visitors are known by the cookies it gives them.
    func visit<T: Sendable>(_ test: @escaping @Sendable (any TestClientProtocol) async throws -> T) async throws -> T {
        let session = SignIns(database: site.database, isSecure: false)
        let parts = SiteParts(site: site, session: session, passwords: parts.passwords, assets: parts.assets)
        return try await Application(router: siteRouter(parts)).test(.router, test)
    }
}

struct Given: Sendable {
    let code: Code
    let invitation: Invitation
}

extension [Given] {
    func of(_ viewer: Viewer) -> Given? { first { $0.invitation.person == viewer.person } }
    func guardian(of viewer: Viewer) -> Given? { first { $0.invitation.person == nil && $0.invitation.pupil?.id == viewer.person } }
}

struct WorldMissing: Error {}

extension HTTPFields {
    static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    static func form(cookie: String) -> HTTPFields {
        var fields = form
        fields[.cookie] = cookie
        return fields
    }
}

extension String {
    /// As a form sends it.
    var sent: String {
        utf8.map {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
                ? String(UnicodeScalar($0)) : "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16)
        }.joined()
    }
}

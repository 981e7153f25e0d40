import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import School
import Storage
import TestKit
import Testing
import Web
import WebCore

/// Where a fresh proof is wanted, over all routes.
@Suite struct StepUpSweepTests {
    /// What giving and taking of rights goes through.
    private static let rights: Set<String> = [
        "GET /movement/appointments/new", "POST /movement/appointments", "GET /movement/appointments/{appointment}/end",
        "POST /movement/appointments/{appointment}/end", "GET /movement/dismissals/new", "POST /movement/dismissals", "GET /people/preview",
        "POST /people/acts/{massAct}/undo", "POST /people/{person}/badge", "POST /people/{person}/badge/withdraw", "GET /people/merge", "POST /people/merge",
        "POST /api/v1/people/acts/{massAct}/undo", "POST /api/v1/people/{person}/badge", "DELETE /api/v1/people/{person}/badge", "POST /api/v1/people/merge",
    ]
    /// Every day's work.
    private static let daily: Set<String> = [
        "GET /", "GET /people", "GET /movement", "GET /movement/new", "POST /movement/new", "GET /codes", "POST /codes/classes/{class}/issue",
        "POST /codes/staff/issue", "POST /codes/people/{person}/issue", "GET /codes/new", "POST /lessons/{lesson}/topic", "GET /school",
        "POST /people/acts", "POST /people/{person}/end-sign-ins",
    ]

    private struct Tried: Sendable { let status: HTTPResponse.Status, isAsked: Bool }

    private func tried(_ routes: [KnownRoute], as viewer: Viewer, proved: Moment, at ours: Ours, in world: World) async throws -> [Tried] {
        try await world.browse(as: viewer, proved: proved) { client in
            var tried: [Tried] = []
            for route in routes {
                let path = ours.path(of: route) + (RightsTests.queries(world)[route.name] ?? ""), (headers, body) = RightsTests.request(route, world)
                tried.append(
                    try await client.execute(uri: path, method: route.method, headers: headers, body: body) { answer in
                        let isSent = answer.headers[.location]?.hasPrefix("/more/prove") == true
                        return Tried(status: answer.status, isAsked: isSent || String(buffer: answer.body).contains("web.prove-again"))
                    })
            }
            return tried
        }
    }

    @Test("who gives or takes rights proves first who they are; every day’s work goes without, and who may not is asked for nothing")
    func everyRoute() async throws {
        let real = try await World.open(.sqlite), ours = try await Ours(real), people = real.people
        let world = try World(database: RehearsalDatabase(real.site.database), hub: real.hub, people: people)
        let routes = world.routes.filter { !PublicRoutes.all.contains($0.name) && !$0.name.hasPrefix("POST /more/prove") }
        for viewer in [people.rita, people.vera, people.olga, people.petya, people.xenia] {
            let old = try await tried(routes, as: viewer, proved: .now - 601, at: ours, in: world)
            let fresh = try await tried(routes, as: viewer, proved: .now, at: ours, in: world)
            let asked = Set(zip(routes, old).filter(\.1.isAsked).map(\.0.name))
            // Of one who may do such things it is asked first, whether or not this one is theirs: so it tells nothing.
            let mayNot = viewer != people.rita && viewer != people.xenia
            for (route, (then, now)) in zip(routes, zip(old, fresh)) where then.isAsked && mayNot && !route.name.contains(" /more/") {
                #expect(!now.isAsked && ![403, 404].contains(now.status.code), "\(route.name) asks \(viewer.name.given), who may not")
            }
            if viewer == people.rita { #expect(Self.rights.subtracting(asked) == [], "without a proof") }
            #expect(asked.intersection(Self.daily) == [], "asked in every day’s work")
        }
    }

    @Test("an act on many and an invitation ask for a proof where they give a role", arguments: TestDatabase.available)
    func byWhatIsGiven(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        try await world.browse(as: people.rita, proved: .now - 601) { client in
            func sent(_ path: String, _ fields: String) async throws -> String? {
                try await client.execute(uri: path, method: .post, headers: form, body: ByteBuffer(string: "formToken=form-token&" + fields)) {
                    #expect($0.status == .temporaryRedirect || $0.status == .seeOther)
                    return $0.headers[.location]
                }
            }
            let whom = "attempt=step-up-1&person[]=\(people.igor.person.number)"
            #expect(try await sent("/people/acts", "act=giveRole&role=lecturer&\(whom)")?.hasPrefix("/more/prove/kept?to=%2Fpeople%2Facts") == true)
            #expect(try await sent("/people/acts", "act=endSignIns&\(whom)")?.hasPrefix("/people/acts/") == true)
            #expect(try await sent("/codes/new", "role=subjectTeacher")?.hasPrefix("/more/prove/kept") == true)
            #expect(try await sent("/codes/new", "role=pupil&class=\(people.class7.id.number)")?.hasPrefix("/codes/sheets/") == true)
            try await client.execute(
                uri: "/api/v1/codes", method: .post, headers: [.contentType: "application/json", HTTPField.Name("X-Form-Token")!: "form-token"],
                body: ByteBuffer(string: #"{"role":"subjectTeacher"}"#)
            ) { #expect($0.status == .forbidden && String(buffer: $0.body).contains("web.prove-again")) }
        }
        let roles = try await world.site.read { tx in try tx.one("SELECT COUNT(*) AS n FROM membership WHERE role = 'lecturer'").int("n") }
        #expect(roles == 0)
    }
}

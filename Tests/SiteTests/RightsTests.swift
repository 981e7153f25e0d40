import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import Web
import WebCore

/// The rights table (REQUIREMENTS A02, 1.L): every route and every operation tried by every role. `docs/rights.md` is made by this test:
/// `./dev rights` writes it anew.
@Suite struct RightsTests {
    /// What a request came to.
    enum Outcome: String, Sendable {
        /// It was shown or done.
        case allowed = "●"
        /// It may be asked, but not like this: the example's values do not fit.
        case asksAgain = "○"
        /// Told that it is not theirs to do.
        case refused = "✕"
        /// Not told that it exists.
        case hidden = " "
        case signInFirst = "→"

        init(_ status: HTTPResponse.Status, isStranger: Bool) {
            switch status.code {
            case 303 where isStranger, 401: self = .signInFirst
            case 200..<400, 426: self = .allowed
            case 403: self = .refused
            case 404: self = .hidden
            default: self = .asksAgain
            }
        }
        var mayDo: Bool { self == .allowed || self == .asksAgain }
    }

    /// Who tries, and how near they are to what is tried: class 7А, its pupil Petya, its maths.
    struct Trier: Sendable {
        let name: String
        let viewer: Viewer?
    }

    static let document = ArchitectureTests.sources.appending(path: "../docs/rights.md").standardizedFileURL

    @Test("docs/rights.md says what every role may see and do, and the short list of duties agrees")
    func table() async throws {
        let (routes, triers, outcomes) = try await Self.tried()
        for (sentence, route, may) in Self.duties {
            let found = try #require(outcomes[route], "\(sentence): there is no \(route)")
            // A page without anything of ours in its address shows the other school its own.
            let isOwnPage = !route.contains("{")
            let able = Set(zip(triers, found).filter { $0.1.mayDo && !(isOwnPage && $0.0.name == Self.foreigner) }.map(\.0.name))
            #expect(able == Set(may), "\(sentence): \(route) is open to \(able.sorted())")
        }
        let text = Self.markdown(routes, triers, outcomes)
        if ProcessInfo.processInfo.environment["RIGHTS"] == "write" { try text.write(to: Self.document, atomically: true, encoding: .utf8) }
        let written = (try? String(contentsOf: Self.document, encoding: .utf8)) ?? ""
        #expect(written == text, "docs/rights.md is out of date: run ./dev rights and look at what has changed")
    }

    // MARK: The short list of duties

    private static let foreigner = "administrator of another school"
    private static let heads = ["platform operator", "director", "deputy", "coordinator", "administrator", "operator"]
    private static let rulers = ["platform operator", "director", "administrator", "operator"]
    private static let confirmers = ["platform operator", "director", "administrator"]
    private static let staff =
        heads + ["regional curator", "municipal curator", "class teacher", "other teacher", "substitute", "additional teacher", "lecturer"]

    /// REQUIREMENTS 1.L, as far as there are routes: what it says, the route, and who may.
    static let duties: [(String, String, [String])] = [
        ("a subject teacher keeps the journal of their lessons (E06–E11)", "PUT /api/v1/lessons/{lesson}/topic", ["class teacher"]),
        (
            "the whole journal is read by those who answer for the school and by its teachers (E07, F07)", "GET /journal/courses/{course}",
            heads + ["class teacher"]
        ),
        ("a parent reads the diary of their own child only, a pupil their own (E22)", "GET /diary/{child}", ["guardian of Petya", "Petya"]),
        ("class chats are their members' (C10, C24)", "GET /chats/{chat}", ["class teacher", "Petya", "classmate"]),
        ("people are seen by staff (A02)", "GET /people", staff),
        ("a child's card is read by heads and the class teacher", "GET /people/{person}", heads + ["class teacher"]),
        ("the administration acts on many (A25, A31)", "POST /people/acts", rulers),
        ("duplicates are merged by those who rule over people", "GET /people/duplicates", rulers),
        ("the school confirms its teachers (A34)", "POST /people/{person}/badge", confirmers),
        ("the log is read by the director and the administrator", "GET /log", confirmers),
        ("corrections are answered by the administration, seen by class teachers too (B07)", "GET /people/corrections", rulers + ["class teacher"]),
        ("a correction is made by those who rule over people (B07)", "POST /people/corrections/{correction}/make", rulers),
        (
            "everyone reads what is kept about them", "GET /more/data",
            staff + ["guardian of Petya", "other guardian", "Petya", "classmate", "other pupil"]
        ),
    ]

    // MARK: Trying

    static func tried() async throws -> (routes: [String], triers: [Trier], outcomes: [String: [Outcome]]) {
        let real = try await World.open(.sqlite), ours = try await Ours(real), triers = try await triers(in: real)
        let world = try World(database: RehearsalDatabase(real.site.database), hub: real.hub, people: real.people, files: real.site.files)
        let routes = world.routes.filter { !PublicRoutes.all.contains($0.name) }.sorted { Self.order($0) < Self.order($1) }
        var outcomes: [String: [Outcome]] = [:]
        for trier in triers {
            let found = try await Self.outcomes(of: routes, by: trier, at: ours, in: world)
            for (route, outcome) in zip(routes, found) { outcomes[route.name, default: []].append(outcome) }
        }
        return (routes.map(\.name), triers, outcomes)
    }

    private static func outcomes(of routes: [KnownRoute], by trier: Trier, at ours: Ours, in world: World) async throws -> [Outcome] {
        try await world.browse(as: trier.viewer) { client in
            var outcomes: [Outcome] = []
            for route in routes {
                let path = ours.path(of: route) + (queries(world)[route.name] ?? ""), (headers, body) = request(route, world)
                outcomes.append(
                    try await client.execute(uri: path, method: route.method, headers: headers, body: body) { answer in
                        #expect(answer.status.code < 500, "\(route.name) by \(trier.name): \(answer.status)")
                        return Outcome(answer.status, isStranger: trier.viewer == nil)
                    })
            }
            return outcomes
        }
    }

    /// Pages before operations, each by address.
    private static func order(_ route: KnownRoute) -> String {
        let parts = route.name.split(separator: " ")
        return (route.name.contains("/api/") ? "2" : "1") + parts[1] + " " + parts[0]
    }

    private static func triers(in world: World) async throws -> [Trier] {
        let people = world.people,
            roles: [(Role, String)] = [
                (.platformOperator, "platform operator"), (.regionalCurator, "regional curator"), (.municipalCurator, "municipal curator"),
                (.director, "director"),
                (.deputy, "deputy"), (.coordinator, "coordinator"), (.operator, "operator"), (.substitute, "substitute"),
                (.additionalTeacher, "additional teacher"),
                (.lecturer, "lecturer"),
            ]
        let made = try await world.site.database.write { tx in
            try roles.map { role, name in
                let person = try RegisterPerson(PersonName(family: "Ролев", given: "Роль"), as: role, since: World.today - 30)
                    .run(by: .installer(of: people.rita.hat.school), at: World.now, in: tx)
                return Trier(name: name, viewer: try AccountsStore.viewer(person, side: .staff, tx))
            }
        }
        let after = made.firstIndex { $0.name == "operator" } ?? made.endIndex
        return made[..<after] + [Trier(name: "administrator", viewer: people.rita), made[after]]
            + [Trier(name: "class teacher", viewer: people.vera), Trier(name: "other teacher", viewer: people.igor)] + made[(after + 1)...]
            + [
                Trier(name: "guardian of Petya", viewer: people.olga), Trier(name: "other guardian", viewer: people.pavel),
                Trier(name: "Petya", viewer: people.petya),
                Trier(name: "classmate", viewer: people.masha), Trier(name: "other pupil", viewer: people.kolya),
                Trier(name: foreigner, viewer: people.xenia), Trier(name: "stranger", viewer: nil),
            ]
    }

    /// Pages that are asked for with something.
    static func queries(_ world: World) -> [String: String] {
        let people = world.people
        return [
            "GET /people/merge": "?from=\(people.masha.person.number)&into=\(people.petya.person.number)",
            "GET /people/preview": "?act=confirm&who=all",
        ]
    }

    /// One form and one JSON for all: each route takes what it knows.
    static func request(_ route: KnownRoute, _ world: World) -> (HTTPFields, ByteBuffer) {
        guard route.method != .get else { return ([:], ByteBuffer()) }
        let people = world.people, (petya, masha, vera) = (people.petya.person.number, people.masha.person.number, people.vera.person.number)
        guard route.name.contains("/api/") else {
            return (
                [.contentType: "application/x-www-form-urlencoded"],
                ByteBuffer(
                    string: """
                        formToken=form-token&attempt=rights-attempt&act=endSignIns&person[]=\(vera)&from=\(masha)&into=\(petya)&one=\(petya)&other=\(masha)\
                        &order=1&reason=why&field=given&note=&hat=none&language=ru&body=hello&clientID=rights-client&seq=1&topic=x&homework=x&value=5&mark=5\
                        &code=ill&pupil=\(petya)&old=x&new=x
                        """)
            )
        }
        return (
            [.contentType: "application/json", HTTPField.Name("X-Form-Token")!: "form-token"],
            ByteBuffer(
                string: """
                    {"attempt":"rights-attempt","act":"endSignIns","people":[\(vera)],"person":\(petya),"from":\(masha),"into":\(petya),"order":"1","answer":"make",\
                    "reason":"why","field":"given","note":"","hat":"none","body":"hello","clientID":"rights-client","seq":1,"topic":"x","homework":"x","value":5,\
                    "mark":5,"code":"ill","text":"x"}
                    """)
        )
    }

    // MARK: Writing

    private static func markdown(_ routes: [String], _ triers: [Trier], _ outcomes: [String: [Outcome]]) -> String {
        var lines = [
            "# Rights", "",
            "Who may see and do what: every page and every operation tried by every role, on class 7А, its pupil Petya and its maths.",
            "Made by `RightsTests` from the running product; `./dev rights` writes it anew. Do not edit.", "",
            "● shown or done · ○ the example values were refused, so the right does not show · ✕ refused in words · empty: not told that it exists · → sent to sign in",
            "",
        ]
        for (number, trier) in triers.enumerated() { lines.append("\(number + 1). \(trier.name)") }
        lines += ["", "| Route | " + triers.indices.map { String($0 + 1) }.joined(separator: " | ") + " |"]
        lines.append("|---|" + String(repeating: "---|", count: triers.count))
        for route in routes { lines.append("| `\(route)` | " + outcomes[route, default: []].map(\.rawValue).joined(separator: " | ") + " |") }
        lines += ["", "## Duties (REQUIREMENTS 1.L)", "", "| What the list says | Route | Who may |", "|---|---|---|"]
        for (sentence, route, may) in duties { lines.append("| \(sentence) | `\(route)` | \(may.joined(separator: ", ")) |") }
        return lines.joined(separator: "\n") + "\n"
    }
}

import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Markup
import NIOCore
import School
import Storage
import TestKit
import Testing
import Web
import WebCore

@testable import Messaging

/// Hostile words through every field of the messenger: two schools do the same, one with such words and one with harmless ones as long; every
/// page of the one has the same tags and attributes as that of the other.
@Suite(.timeLimit(.minutes(10))) struct HostileWordsTests {
    static let rounds = 2

    @Test("a browser's reading of tags is understood as the standard has it")
    func reading() {
        let shapes = { (html: String) in Element.all(in: html).map(\.shape) }
        #expect(shapes(#"<p class="a">x</p><img src=x onerror=alert(1)>"#) == ["<p class>", "</p>", "<img src onerror>"])
        #expect(shapes(#"<!-- <b> --><a href='"'>"#) == ["<a href>"] && shapes("<!doctype html><i>") == ["<i>"])
        #expect(shapes("<textarea><b></textarea><u>") == ["<textarea>", "</textarea>", "<u>"])
        #expect(shapes("&lt;b&gt; 1 < 2 <3 <svg/onload=x>") == ["<svg onload>"])
        #expect(Element.all(in: #"<a title="&lt;b&gt; &amp;" x>"#).first?.attributes == [.init(name: "title", value: "<b> &"), .init(name: "x", value: "")])
        for words in HostileWords.all {
            #expect(Element.all(in: HostileWords.harmless(words)).isEmpty)
            #expect(shapes(("<p title=\"\(words)\">\(words)</p>" as HTML).text) == ["<p title>", "</p>"], "\(words)")
        }
    }

    @Test("no word that anybody writes in a chat becomes markup of any page")
    func everyField() async throws {
        let (hostile, harmless) = (try await Walk(HostileWords.all), try await Walk(HostileWords.all.map(HostileWords.harmless)))
        #expect(hostile.steps.map(\.label) == harmless.steps.map(\.label), "the same way was gone")
        for (one, other) in zip(hostile.steps, harmless.steps) {
            #expect(one.status == other.status, "\(one.label)")
            let (shapes, wanted) = (one.elements.map(\.shape), other.elements.map(\.shape))
            guard shapes != wanted else { continue }
            let place = zip(shapes, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(shapes.count, wanted.count)
            Issue.record("\(one.label): \(shapes.dropFirst(max(0, place - 3)).prefix(8)) instead of \(wanted.dropFirst(max(0, place - 3)).prefix(8))")
        }
        for step in hostile.steps { Self.checkAddresses(step) }
        #expect(hostile.steps.allSatisfy { $0.status < 500 })
        try await Self.checkForms(of: harmless)
    }

    /// Every form of the messenger was met, and what is written into it was taken at least once: the walk proves nothing of the others.
    private static func checkForms(of walk: Walk) async throws {
        let world = try await World.open(.sqlite)
        let routes = world.routes.filter { $0.method == .post && $0.name.hasPrefix("POST /chats") }.map { $0.path { _ in "0" } }
        func route(_ action: String) -> String? {
            let pieces = Robot.kind(action).split(separator: "/")
            return routes.first { route in
                let wanted = route.split(separator: "/")
                return wanted.count == pieces.count && zip(wanted, pieces).allSatisfy { $0 == $1 || ($0 == "0" && ($1 == "0" || $1 == "x")) }
            }
        }
        let met = Set(walk.met.compactMap(route))
        #expect(Set(routes).subtracting(met) == byScript, "a form that the walk does not come to")
        let withWords = Set(walk.sent.filter(\.form.hasWords).compactMap { route($0.form.action) })
        let taken = Set(walk.sent.filter { $0.form.hasWords && [200, 303].contains($0.status) }.compactMap { route($0.form.action) })
        #expect(withWords.subtracting(taken) == [], "words that are never taken")
        #expect(withWords.count > 15)
    }

    /// Sent by scripts alone.
    static let byScript: Set<String> = ["/chats/0/typing", "/chats/0/draft", "/chats/0/here"]

    /// Nothing runs, and nothing leads where a person did not openly point: by the values too.
    private static func checkAddresses(_ step: Robot.Step) {
        for element in step.elements {
            for attribute in element.attributes {
                #expect(!attribute.name.hasPrefix("on") && attribute.name != "style" && attribute.name != "srcdoc", "\(step.label): \(element.shape)")
                guard ["href", "src", "action", "formaction", "data", "poster"].contains(attribute.name) else { continue }
                let value = attribute.value, isOurs = value.hasPrefix("/") && !value.hasPrefix("//") || value.hasPrefix("#") || value.isEmpty
                let isTheirs = element.tag == "a" && attribute.name == "href" && (value.hasPrefix("https://") || value.hasPrefix("http://"))
                #expect(isOurs || isTheirs, "\(step.label): \(element.shape) \(value)")
                if isTheirs { #expect(element["rel"]?.contains("noopener") == true, "\(step.label): \(value)") }
            }
            if element.tag == "script" { #expect(element["src"]?.hasPrefix("/assets/") == true && element.text.isEmpty, "\(step.label)") }
        }
    }
}

/// Everybody walks through the chats and writes into every field they come to, some rounds; then everybody looks again.
private struct Walk: Sendable {
    var steps: [Robot.Step] = []
    var sent: [Robot.Sent] = []
    /// The actions of all forms of any page.
    var met: Set<String> { Set(steps.flatMap(\.elements).compactMap { $0.tag == "form" && $0["method"] == "post" ? $0["action"] : nil }) }

    init(_ words: [String]) async throws {
        let world = try await World.open(.sqlite), people = world.people, (curator, chats) = try await Self.prepare(world)
        // Who reports before who decides, who decides before who objects, who objects before who answers.
        let walkers = [curator, people.igor, people.kolya, people.petya, people.masha, people.olga, people.vera, people.petya, people.rita, people.xenia]
        self = try await world.browse(asEach: walkers) { [self] clients in
            var walk = self
            for round in 0..<HostileWordsTests.rounds {
                for (viewer, client) in zip(walkers, clients) {
                    try await walk.walk(viewer, client, words, round, chats)
                }
            }
            for (viewer, client) in zip(walkers, clients) {
                let robot = Robot(client: client, name: viewer.name.given, words: { _, _ in "" }, round: 0, isLast: false, chats: Set(chats.map(String.init)))
                var nothing: [Robot.Sent] = []
                try await robot.walk(from: Self.starts(words[0]), below: "/chats", steps: &walk.steps, sent: &nothing, isOnlyLooking: true)
            }
            try await walk.export(as: people.vera, world)
            try await walk.join(clients[3], people.petya.name.given, world)
            return walk
        }
    }

    private static func starts(_ query: String) -> [String] {
        let query = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return [
            "/", "/chats", "/chats/search?q=\(query)", "/chats?q=\(query)", "/chats/new", "/chats/moderation", "/chats/words", "/chats/decisions",
            "/chats/kept",
            "/chats/stock", "/chats/networks", "/chats/policy", "/chats/retention", "/chats/manner", "/chats/statistics",
        ]
    }

    private mutating func walk(_ viewer: Viewer, _ client: any TestClientProtocol, _ words: [String], _ round: Int, _ chats: [Int64]) async throws {
        let robot = Robot(
            client: client, name: viewer.name.given,
            words: { atMost, place in
                // Long fields take as many as they hold, short ones one after another.
                let first = (place * 7 + round * 13) % words.count, turned = Array(words[first...] + words[..<first])
                var text = ""
                for one in turned
                where text.unicodeScalars.count + one.unicodeScalars.count + 1 <= (atMost >= 300 ? min(atMost, 2_000) : one.unicodeScalars.count + 1) {
                    text += text.isEmpty ? one : "\n" + one
                }
                return String(String.UnicodeScalarView(text.unicodeScalars.prefix(atMost)))
            }, round: round, isLast: round == HostileWordsTests.rounds - 1, chats: Set(chats.map(String.init)))
        try await robot.walk(from: Self.starts(words[round]), below: "/chats", steps: &steps, sent: &sent, isOnlyLooking: false)
        // What only scripts send: a draft, which the thread's page then shows.
        if viewer.has(.classTeacher) {
            let draft = try JSONEncoder().encode(words[(round + 5) % words.count])
            try await client.execute(
                uri: "/chats/\(chats[0])/draft", method: .post, headers: [.contentType: "application/json", HTTPField.Name("X-Form-Token")!: "form-token"],
                body: ByteBuffer(string: #"{"body":\#(String(decoding: draft, as: UTF8.self)),"writtenAt":\#(Moment.now.milliseconds)}"#)
            ) { #expect($0.status.code < 300) }
            steps.append(try await robot.look("/chats/\(chats[0])"))
        }
    }

    /// By links that were given.
    private mutating func join(_ client: any TestClientProtocol, _ name: String, _ world: World) async throws {
        let robot = Robot(client: client, name: name, words: { _, _ in "" }, round: 0, isLast: false, chats: [])
        for word in try await world.site.read({ tx in try tx.rows("SELECT word FROM chat_link WHERE side = 'pupil' ORDER BY id").map { try $0.text("word") } })
        {
            steps.append(try await robot.look("/chats/join/\(word)"))
        }
    }

    /// A conversation as a file, for whoever opens it from a disk.
    private mutating func export(as viewer: Viewer, _ world: World) async throws {
        let views = ExportViews(reader: Reader(language: .ru, viewer: viewer, formToken: "", path: "/", assets: "", now: .now))
        let kept = try await world.site.read { tx in try ExportedMessages.own.part(after: (0, 0), seenBy: viewer, tx) }
        for one in kept {
            let page = views.begin(one.message.body) + views.line(one, [], showsChat: true) + views.end(hasFiles: true)
            steps.append(Robot.Step(label: "export", status: 200, elements: Element.all(in: String(decoding: page, as: UTF8.self))))
        }
    }

    /// Chats of both classes, of the staff; where managers write, where pupils' words are looked at first; a department above the school.
    private static func prepare(_ world: World) async throws -> (curator: Viewer, chats: [Int64]) {
        let people = world.people
        let seven = try await world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
        let eight = try await world.perform(OpenClassChats(of: people.class8.id), by: people.rita)
        let staff = try await world.perform(OpenStaffRoom(), by: people.rita)
        try await world.perform(OpenStaffRoom(), by: people.xenia)
        try await world.perform(PostMessage(.init("Здравствуйте"), as: .init("beginning-1"), in: seven.forClass), by: people.petya)
        let circle = try await world.perform(
            MakeChat(ChatDraft("Кружок"), with: [PeerKey(people.petya.person, .pupil), PeerKey(people.masha.person, .pupil)]), by: people.vera)
        return try await world.site.database.write { tx in
            try tx.rows("UPDATE chat SET posting = 'managers' WHERE id = \(staff)")
            try tx.rows("UPDATE chat SET premoderated = 1 WHERE id = \(eight.forClass)")
            let id: ID<School> = try tx.one(
                "INSERT INTO school (name, kind, zone, level) VALUES ('Управление', 'general', 'Europe/Moscow', 'municipality') RETURNING id"
            ).id("id")
            try tx.rows("UPDATE school SET parent_id = \(id) WHERE id = \(people.rita.school)")
            let person = try RegisterPerson(PersonName(family: "Кураторова", given: "Инна"), as: .municipalCurator, since: World.today - 9)
                .run(by: .installer(of: School(id: id, name: "Управление", zone: .moscow)), at: World.now, in: tx)
            guard let viewer = try AccountsStore.viewer(person, side: .staff, tx) else { throw Denial.notFound }
            return (viewer, [seven.forClass, seven.forFamilies, eight.forClass, staff, circle].map(\.number))
        }
    }
}

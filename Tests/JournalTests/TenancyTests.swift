import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import Timetable
import WebCore

@testable import Journal

@Suite struct TenancyTests {
    @Test("to the people of another school nothing of ours exists: no page, no operation, no change", arguments: TestDatabase.available)
    func everyRoute(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(WriteTopic(try .init("Наша тема"), at: world.mathsNow), by: people.vera)
        let before = try await world.traces()
        let (lesson, course, pupil) = (world.mathsNow.number, people.maths.number, world.petya.number)
        let bodies = ["mark": #"{"value":5}"#, "attendance": #"{"code":"ill"}"#, "topic": #"{"text":"Чужая"}"#, "homework": #"{"text":"Чужое"}"#]
        let reads = [
            "/journal/lessons/\(lesson)", "/journal/courses/\(course)", "/journal/courses/\(course)/grid", "/journal?class=\(people.class7.id.number)",
            "/diary/\(pupil)",
            "/diary/\(pupil)/week", "/api/v1/lessons/\(lesson)", "/api/v1/courses/\(course)/journal", "/api/v1/diaries/\(pupil)",
        ]
        for viewer in people.theirs {
            try await world.browse(as: viewer) { client in
                for path in reads {
                    try await client.execute(uri: path, method: .get) {
                        #expect($0.status == .notFound && !String(buffer: $0.body).contains("Петин"), "\(path)")
                    }
                }
                for (what, body) in bodies {
                    let below = ["mark", "attendance"].contains(what) ? "lessons/\(lesson)/pupils/\(pupil)/\(what)" : "lessons/\(lesson)/\(what)"
                    for (path, method) in [("/journal/\(below)", HTTPRequest.Method.post), ("/api/v1/\(below)", .put)] {
                        try await client.execute(uri: path, method: method, headers: scriptHeaders, body: ByteBuffer(string: body)) {
                            #expect($0.status == .notFound, "\(viewer.name.full) \(path): \($0.status)")
                        }
                    }
                }
                for path in ["/api/v1/courses", "/api/v1/diaries", "/api/v1/lessons"] {
                    try await client.execute(uri: path, method: .get) { #expect($0.status == .ok && !String(buffer: $0.body).contains("Математика")) }
                }
            }
        }
        #expect(try await world.traces() == before)
    }

    @Test("a person of two schools acts in the one they look from")
    func twoSchools() async throws {
        let world = try await World.open(.sqlite), people = world.people
        // Vera under the hat of the other school: her own lesson here is out of reach.
        let elsewhere = Viewer(
            person: people.vera.person, name: people.vera.name, hat: Hat(school: people.zoya.hat.school, side: .staff, roles: [.subjectTeacher, .director]))
        #expect(try await world.outcome(PutMark(try .init(5), for: world.petya, at: world.mathsNow), by: elsewhere) == .notFound)
        let lesson = world.mathsNow
        #expect(try await world.site.read { tx in try LessonStore.sheet(of: lesson, seenBy: elsewhere, tx) } == nil)
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import TestKit
import Testing
import Timetable
import WebCore

@testable import Journal

@Suite struct LessonRoutesTests {
    @Test("a lesson's page is open to its teacher to write in, to the heads to read, to nobody else")
    func whoSees() async throws {
        let world = try await World.open(.sqlite), people = world.people, path = "/journal/lessons/\(world.mathsNow.number)"
        for viewer in people.all {
            let isSeen = [people.vera, people.rita].contains(viewer), isKept = viewer == people.vera
            try await world.browse(as: viewer) { client in
                try await client.execute(uri: path, method: .get) { answer in
                    let page = String(buffer: answer.body)
                    #expect(answer.status == (isSeen ? .ok : .notFound), "\(viewer.name.full)")
                    #expect(page.contains("class=\"roster\"") == isSeen && page.contains("<input class=\"mark\"") == isKept)
                }
            }
        }
    }

    @Test("one change from the page's script is saved and told back; what is refused comes with its reason, for a program to read")
    func script() async throws {
        let world = try await World.open(.sqlite), lesson = world.mathsNow.number, pupil = world.petya.number
        try await world.browse(as: world.people.vera) { client in
            func post(_ path: String, _ body: String, _ headers: HTTPFields = scriptHeaders) async throws -> (HTTPResponse.Status, String) {
                try await client.execute(uri: "/journal/lessons/\(lesson)/\(path)", method: .post, headers: headers, body: ByteBuffer(string: body)) {
                    ($0.status, String(buffer: $0.body))
                }
            }
            #expect(try await post("pupils/\(pupil)/mark", #"{"value":5}"#) == (.ok, #"{"mark":5}"#))
            #expect(try await post("pupils/\(pupil)/attendance", #"{"code":"late"}"#) == (.ok, #"{"absence":"late","mark":5}"#))
            let away = try await post("pupils/\(pupil)/attendance", #"{"code":"ill"}"#)
            #expect(away.0 == .unprocessableContent && away.1.contains("journal.marked-was-there") && away.1.contains(#""field":"code""#))
            let changed = try await post("pupils/\(pupil)/mark", #"{"value":null,"expecting":{"value":3}}"#)
            #expect(changed.0 == .conflict && changed.1.contains("journal.changed-since"))
            #expect(try await post("pupils/\(pupil)/mark", #"{"value":null,"expecting":{"value":5}}"#) == (.ok, #"{"absence":"late"}"#))
            #expect(try await post("topic", #"{"text":"Дроби"}"#) == (.ok, #"{"text":"Дроби"}"#))
            #expect(try await post("homework", #"{"text":"№ 5"}"#) == (.ok, #"{"due":"2026-11-12","text":"№ 5"}"#))
            for wrong in [#"{"value":"five"}"#, "[]", "", "{"] { #expect(try await post("pupils/\(pupil)/mark", wrong).0 == .unprocessableContent, "\(wrong)") }
            #expect(try await post("pupils/\(pupil)/mark", #"{"value":7}"#).0 == .unprocessableContent)
            #expect(try await post("pupils/x/mark", #"{"value":4}"#).0 == .notFound)
            var stale = scriptHeaders
            stale[HTTPField.Name("X-Form-Token")!] = "old"
            let answer = try await post("topic", #"{"text":"Нет"}"#, stale)
            #expect(answer.0 == .forbidden && answer.1.contains("web.stale-form"), "a script learns that its page is too old")
        }
        try await world.browse(as: nil) { client in
            try await client.execute(
                uri: "/journal/lessons/\(lesson)/topic", method: .post, headers: scriptHeaders, body: ByteBuffer(string: #"{"text":"Нет"}"#)
            ) {
                #expect($0.status == .unauthorized && String(buffer: $0.body).contains("web.sign-in-first"))
            }
        }
    }

    @Test("the form of a page without script saves what was changed on it, and only that")
    func wholeForm() async throws {
        let world = try await World.open(.sqlite), vera = world.people.vera, lesson = world.mathsNow, petya = world.petya.number, masha = world.masha.number
        try await world.perform(PutMark(try .init(4), for: world.petya, at: lesson), by: vera)
        // Since the page was made, another has written a topic and noted Masha.
        try await world.perform(WriteTopic(try .init("Дроби"), at: lesson), by: vera)
        try await world.perform(NoteAttendance(.late, of: world.masha, at: lesson), by: vera)
        let fields = [
            "was-marks": "\(petya):4", "was-topic": "", "topic": "", "was-homework": "", "homework": "№ 5\r\n№ 6", "mark-\(petya)": "5", "mark-\(masha)": "3",
            "act": "save",
        ]
        try await world.browse(as: vera) { client in
            try await client.execute(uri: "/journal/lessons/\(lesson.number)", method: .post, headers: formHeaders, body: form(fields)) {
                #expect($0.status == .seeOther && $0.headers[.location] == "/journal/lessons/\(lesson.number)?saved=1")
            }
            try await client.execute(uri: "/journal/lessons/\(lesson.number)?saved=1", method: .get) { #expect(String(buffer: $0.body).contains("Сохранено")) }
        }
        let record = try await world.site.read { tx in try LessonStore.record(of: lesson, tx) }
        #expect(record.topic?.text == "Дроби" && record.homework?.text.text == "№ 5\n№ 6")
        #expect(try await world.entry(of: world.petya, at: lesson) == Entry(mark: try .init(5)))
        #expect(try await world.entry(of: world.masha, at: lesson) == Entry(mark: try .init(3), absence: .late))
    }

    @Test("a form that is not accepted changes nothing, says why, and keeps what was typed")
    func refusedForm() async throws {
        let world = try await World.open(.sqlite), vera = world.people.vera, lesson = world.mathsNow, petya = world.petya.number
        try await world.perform(NoteAttendance(.ill, of: world.petya, at: lesson), by: vera)
        let typed = ["topic": "<Дроби> & степени", "homework": ""]
        try await world.browse(as: vera) { client in
            for (field, reason) in [("5", "journal.away-gets-no-mark"), ("7", "journal.mark-off-the-scale"), ("х", "journal.mark-off-the-scale")] {
                try await client.execute(
                    uri: "/journal/lessons/\(lesson.number)", method: .post, headers: formHeaders,
                    body: form(typed.merging(["mark-\(petya)": field]) { a, _ in a })
                ) { answer in
                    let page = String(buffer: answer.body)
                    #expect(answer.status == .unprocessableContent && page.contains(#"data-reason="\#(reason)""#))
                    #expect(page.contains(#"value="&lt;Дроби&gt; &amp; степени""#) && page.contains(#"value="\#(field)" aria-invalid="true""#))
                }
            }
        }
        #expect(try await world.traces() == ["journal.attendance >ill"])
    }

    @Test("a button of attendance says outright whether it sets or takes back, so an old page does neither by accident")
    func buttons() async throws {
        let world = try await World.open(.sqlite), vera = world.people.vera, lesson = world.mathsNow, petya = world.petya.number
        try await world.browse(as: vera) { client in
            for (pressed, code) in [("\(petya):absent", .absent), ("\(petya):absent", .absent), ("\(petya):", nil)] as [(String, Absence?)] {
                try await client.execute(uri: "/journal/lessons/\(lesson.number)", method: .post, headers: formHeaders, body: form(["attendance": pressed])) {
                    #expect($0.status == .seeOther)
                }
                #expect(try await world.entry(of: world.petya, at: lesson)?.absence == code)
            }
            try await client.execute(uri: "/journal/lessons/\(lesson.number)", method: .get) { answer in
                #expect(String(buffer: answer.body).contains(#"value="\#(petya):absent""#))
            }
            try await client.execute(uri: "/journal/lessons/\(lesson.number)", method: .post, headers: formHeaders, body: form(["attendance": "1:asleep"])) {
                #expect($0.status == .notFound)
            }
        }
    }

    @Test("only the teacher's form is taken")
    func onlyTheTeacher() async throws {
        let world = try await World.open(.sqlite), people = world.people, lesson = world.mathsNow.number
        for (viewer, status) in [(people.rita, HTTPResponse.Status.forbidden), (people.igor, .notFound), (people.olga, .notFound), (people.zoya, .notFound)] {
            try await world.browse(as: viewer) { client in
                try await client.execute(uri: "/journal/lessons/\(lesson)", method: .post, headers: formHeaders, body: form(["topic": "Чужая тема"])) {
                    #expect($0.status == status, "\(viewer.name.full)")
                }
            }
        }
        #expect(try await world.traces().isEmpty)
    }
}

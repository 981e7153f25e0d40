import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import TestKit
import Testing
import Wire

@testable import Journal

@Suite struct JournalAPITests {
    private let headers: HTTPFields = [.contentType: "application/json", .authorization: "Bearer test"]

    @Test("a program puts marks, absences, topics and homework, and reads them back")
    func roundTrip() async throws {
        let world = try await World.open(.sqlite), lesson = world.mathsNow.number, petya = world.petya.number, masha = world.masha.number
        try await world.browse(as: world.people.vera) { client in
            func put<Answer: Decodable & Sendable>(_ path: String, _ body: some Encodable, _ type: Answer.Type) async throws -> Answer {
                let body = ByteBuffer(bytes: try JSONEncoder().encode(body))
                return try await client.execute(uri: "/api/v1/lessons/\(lesson)/\(path)", method: .put, headers: headers, body: body) { answer in
                    #expect(answer.status == .ok, "\(path)")
                    return try JSONDecoder().decode(type, from: Data(String(buffer: answer.body).utf8))
                }
            }
            #expect(try await put("pupils/\(petya)/mark", MarkBody(value: 5), CellInfo.self).mark == 5)
            #expect(try await put("pupils/\(masha)/attendance", AttendanceBody(code: .ill), CellInfo.self).absence == .ill)
            #expect(try await put("topic", TopicBody(text: " Дроби "), TopicInfo.self).text == "Дроби")
            #expect(try await put("homework", HomeworkBody(text: "№ 5"), HomeworkAnswer.self).due == World.today + 2)
            let sheet = try await client.execute(uri: "/api/v1/lessons/\(lesson)", method: .get) {
                try JSONDecoder().decode(LessonSheetInfo.self, from: Data(String(buffer: $0.body).utf8))
            }
            #expect(sheet.mayChange && sheet.lesson.topic == "Дроби" && sheet.homework?.text == "№ 5")
            #expect(sheet.pupils.map(\.mark) == [nil, 5] && sheet.pupils.map(\.absence) == [.ill, nil])
            let journal = try await client.execute(uri: "/api/v1/courses/\(world.people.maths.number)/journal?term=2", method: .get) {
                try JSONDecoder().decode(ClassJournalInfo.self, from: Data(String(buffer: $0.body).utf8))
            }
            #expect(journal.pupils.map(\.average) == [nil, 500] && journal.lessons.count == 3 && journal.pupils[1].cells.map(\.mark) == [5])
            #expect(try await put("pupils/\(petya)/mark", MarkBody(value: nil, expecting: .init(value: 5)), CellInfo.self).mark == nil)
        }
        try await world.browse(as: world.people.pavel) { client in
            let children = try await client.execute(uri: "/api/v1/diaries", method: .get) {
                try JSONDecoder().decode([ChildInfo].self, from: Data(String(buffer: $0.body).utf8))
            }
            #expect(children.map(\.pupil) == [masha])
            let week = try await client.execute(uri: "/api/v1/diaries/\(masha)?week=2026-11-11", method: .get) {
                try JSONDecoder().decode(DiaryWeekInfo.self, from: Data(String(buffer: $0.body).utf8))
            }
            #expect(week.monday == World.today - 1 && week.lessons.map(\.homework) == [[], [], ["№ 5"]] && week.lessons[1].absence == .ill)
        }
    }

    @Test("bad questions are refused with the field and the reason")
    func refusals() async throws {
        let world = try await World.open(.sqlite), lesson = world.mathsNow.number, petya = world.petya.number
        try await world.browse(as: world.people.vera) { client in
            for (path, body, status, type) in [
                ("lessons/\(lesson)/pupils/\(petya)/mark", #"{"value":9}"#, HTTPResponse.Status.unprocessableContent, "journal.mark-off-the-scale"),
                ("lessons/\(lesson)/pupils/\(petya)/attendance", #"{"code":"asleep"}"#, .unprocessableContent, "web.unreadable"),
                ("lessons/\(lesson)/topic", #"{"text":"\#(String(repeating: "ж", count: 501))"}"#, .unprocessableContent, "journal.topic-too-long"),
                ("lessons/999/topic", #"{"text":"x"}"#, .notFound, "web.not-found"),
            ] {
                try await client.execute(uri: "/api/v1/\(path)", method: .put, headers: headers, body: ByteBuffer(string: body)) { answer in
                    #expect(answer.status == status && String(buffer: answer.body).contains(type), "\(path) \(body): \(answer.status)")
                }
            }
            for path in ["lessons?day=tomorrow", "courses/\(world.people.maths.number)/journal?term=x"] {
                try await client.execute(uri: "/api/v1/\(path)", method: .get) { #expect($0.status == .unprocessableContent) }
            }
        }
    }
}

import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import School
import Storage
import TestKit
import Timetable
import WebCore

@testable import Journal

/// What several tests ask of the small school.
extension World {
    var petya: ID<Person> { people.petya.person }
    var masha: ID<Person> { people.masha.person }
    var mathsNow: ID<Lesson> { people.mathsNow }

    func entry(of pupil: ID<Person>, at lesson: ID<Lesson>) async throws -> Entry? {
        let vera = people.vera
        let sheet = try await site.read { tx in try LessonStore.sheet(of: lesson, seenBy: vera, tx) }
        return sheet?.roster.first { $0.pupil.id == pupil }?.entry
    }

    /// What the traces tell of the journal, oldest first: `journal.mark 4>5`.
    func traces() async throws -> [String] {
        try await site.read { tx in
            try tx.rows("SELECT what, was, became FROM trace WHERE what >= 'journal.' AND what < 'journal/' ORDER BY id").map {
                "\(try $0.text("what")) \(try $0.optional("was", Row.text) ?? "")>\(try $0.optional("became", Row.text) ?? "")"
            }
        }
    }

    /// Igor holds today's maths lesson in Vera's place.
    func substituteIgor() async throws {
        let (lesson, igor) = (mathsNow, people.igor.person)
        try await site.database.write { tx in try tx.rows("UPDATE lesson SET teacher_id = \(igor) WHERE id = \(lesson)") }
    }

    /// Runs verbs in one transaction and tells who heard of them.
    func heard(_ verb: some Verb, by viewer: Viewer) async throws -> [LiveEvent.Audience] {
        try await site.database.write { tx in
            _ = try verb.run(by: viewer, at: World.now, in: tx)
            return tx.events.map(\.audience)
        }
    }

    /// A first-year class with one pupil, taught by Vera today.
    func firstYear() async throws -> (lesson: ID<Lesson>, pupil: ID<Person>) {
        let (rita, vera, now) = (people.rita, people.vera.person, World.now)
        return try await site.database.write { tx in
            let year = try SchoolStore.year(of: rita.school, on: World.today, tx)!
            let schoolClass = try AddClass("1А", year: 1, in: year.id).run(by: rita, at: now, in: tx)
            let pupil = try RegisterPerson(PersonName(family: "Первов", given: "Ваня"), as: .pupil, since: World.today - 9).run(by: rita, at: now, in: tx)
            try EnrolPupil(pupil, into: schoolClass.id, since: World.today - 9).run(by: rita, at: now, in: tx)
            let course = try AddCourse(try AddSubject("Чтение").run(by: rita, at: now, in: tx), for: schoolClass.id, teacher: vera).run(
                by: rita, at: now, in: tx)
            try PlaceSlot(Slot(course, weekday: World.today.weekday, number: 3)).run(by: rita, at: now, in: tx)
            _ = try DateLessons(World.today...World.today).run(by: rita, at: now, in: tx)
            return (try TimetableStore.lessons(where: "l.course_id = \(course)", tx)[0].id, pupil)
        }
    }
}

/// A form as a page of ours sends it.
let formHeaders: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
/// A change as a page's script sends it.
let scriptHeaders: HTTPFields = [.contentType: "application/json", .accept: "application/json", HTTPField.Name("X-Form-Token")!: "form-token"]

/// A form's fields in the way of a browser.
func form(_ fields: [String: String]) -> ByteBuffer {
    let pairs = fields.merging(["formToken": "form-token"]) { a, _ in a }.map { "\(encoded($0))=\(encoded($1))" }
    return ByteBuffer(string: pairs.joined(separator: "&"))
}

private func encoded(_ text: String) -> String {
    text.utf8.map { byte in
        let character = Character(UnicodeScalar(byte))
        return byte < 0x80 && (character.isLetter || character.isNumber) ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
}

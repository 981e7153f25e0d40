import Accounts
import Kernel
import School
import Storage
import TestKit
import WebCore

@testable import Movement

extension World {
    func order(_ number: String = "12-у") throws -> OrderDraft { try OrderDraft(number: number, date: World.today) }

    /// A director beside the administrator.
    func director() async throws -> Viewer {
        let school = people.rita.hat.school
        let person = try await perform(
            RegisterPerson(PersonName(family: "Данилова", given: "Дарья"), as: .director, since: World.today - 30), by: .installer(of: school))
        return try await viewer(person, .staff)
    }

    func viewer(_ person: ID<Person>, _ side: Side) async throws -> Viewer {
        guard let viewer = try await site.read({ tx in try AccountsStore.viewer(person, side: side, tx) }) else { throw WorldGap() }
        return viewer
    }

    /// The classes the pupil is or was in, the latest first, with the last day.
    func seats(of pupil: ID<Person>) async throws -> [(schoolClass: ID<SchoolClass>, since: Day, until: Day?)] {
        try await site.read { tx in
            try tx.rows("SELECT class_id, since, until FROM enrolment WHERE pupil_id = \(pupil) ORDER BY since DESC, id DESC").map {
                (try $0.id("class_id"), try $0.day("since"), try $0.optional("until", Row.day))
            }
        }
    }

    func roles(of person: ID<Person>) async throws -> Set<String> {
        try await site.read { tx in Set(try tx.rows("SELECT role FROM membership WHERE person_id = \(person) AND until IS NULL").map { try $0.text("role") }) }
    }

    func lastMovement(of pupil: ID<Person>) async throws -> ID<PupilMovement> {
        try await site.read { tx in try tx.one("SELECT MAX(id) AS id FROM movement WHERE pupil_id = \(pupil)").id("id") }
    }

    func count(_ sql: SQL) async throws -> Int64 { try await site.read { tx in try tx.one("SELECT COUNT(*) AS n FROM \(sql)").int("n") } }
}

struct WorldGap: Error {}

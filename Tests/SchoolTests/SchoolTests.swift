import Accounts
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import School

@Suite struct SchoolTests {
    @Test("a pupil is in one class at a time, in the whole installation", arguments: TestDatabase.available)
    func oneClass(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        #expect(
            try await world.outcome(EnrolPupil(people.petya.person, into: people.class7.id, since: World.today), by: people.rita) == nil,
            "again into the same class changes nothing")
        #expect(
            try await world.outcome(EnrolPupil(people.petya.person, into: people.class8.id, since: World.today), by: people.rita) == .conflict(.inAnotherClass))
        try await world.perform(EndEnrolment(of: people.petya.person, on: World.today), by: people.rita)
        #expect(try await world.outcome(EnrolPupil(people.petya.person, into: people.class8.id, since: World.today), by: people.rita) == nil)
        let places = try await world.site.read { tx in try tx.rows("SELECT class_id FROM enrolment WHERE pupil_id = \(people.petya.person) AND until IS NULL") }
        #expect(try places.map { try $0.id("class_id", of: SchoolClass.self) } == [people.class8.id])
    }

    @Test("the school's order is changed by its rulers alone, and never from another school", arguments: TestDatabase.available)
    func onlyRulers(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let year = try #require(try await world.site.read { tx in try SchoolStore.year(of: people.rita.school, on: World.today, tx) })
        let verbs: [any Verb] = [
            AddClass("9Г", year: 9, in: year.id), AddStudyGroup("англ. 1", of: people.class7.id),
            EnrolPupil(people.petya.person, into: people.class7.id, since: World.today),
            LinkGuardian(people.olga.person, to: people.petya.person), AppointClassTeacher(people.igor.person, of: people.class8.id, since: World.today),
            EndEnrolment(of: people.masha.person, on: World.today),
        ]
        for verb in verbs {
            for other in [people.vera, people.olga, people.petya] { #expect(try await world.outcome(verb, by: other) != nil, "\(verb)") }
            #expect(try await world.outcome(verb, by: people.xenia) == .notFound, "\(verb)")
            #expect(try await world.outcome(verb, by: people.rita) == nil, "\(verb)")
        }
    }

    @Test("a guardian sees the own children and no other", arguments: TestDatabase.available)
    func children(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        for (viewer, own) in [
            (people.olga, [people.petya]), (people.veraAsMother, [people.kolya]), (people.petya, [people.petya]), (people.vera, []),
            (people.yura, [people.yura]),
        ] {
            let children = try await world.site.read { tx in try SchoolAccess.children(of: viewer, in: tx) }
            #expect(children.map(\.pupil.id) == own.map(\.person), "\(viewer.name.full)")
        }
    }

    @Test("a group of a class is a part of its list; the list is in the order of a Russian register", arguments: TestDatabase.available)
    func groups(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let group = try await world.perform(AddStudyGroup("англ. 1", of: people.class7.id), by: people.rita)
        try await world.perform(PutInGroup(people.petya.person, in: group, since: World.today), by: people.rita)
        #expect(try await world.outcome(PutInGroup(people.kolya.person, in: group, since: World.today), by: people.rita) == .notFound, "of another class")
        let subject = try await world.perform(AddSubject("Английский язык"), by: people.rita)
        let english = try await world.perform(AddCourse(subject, for: people.class7.id, group: group, teacher: people.igor.person), by: people.rita)
        try await world.site.read { tx in
            let courses = try SchoolStore.courses(where: "k.class_id = \(people.class7.id)", tx)
            let ofGroup = try #require(courses.first { $0.id == english }), whole = try #require(courses.first { $0.id == people.maths })
            #expect(ofGroup.audience == "7А, англ. 1" && whole.audience == "7А")
            #expect(try SchoolStore.pupils(of: ofGroup, on: World.today, tx).map(\.id) == [people.petya.person])
            #expect(try SchoolStore.pupils(of: whole, on: World.today, tx).map(\.name.family) == ["Машина", "Петин"])
            #expect(try SchoolStore.pupils(of: ofGroup, on: World.today - 1, tx).isEmpty)
        }
    }

    @Test("empty names, wrong dates and doubles are refused with the field", arguments: TestDatabase.available)
    func badInput(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let year = try #require(try await world.site.read { tx in try SchoolStore.year(of: people.rita.school, on: World.today, tx) })
        #expect(try await world.outcome(AddClass("", year: 9, in: year.id), by: people.rita) == .invalid(field: "name", .emptyName))
        #expect(try await world.outcome(AddClass("7А", year: 7, in: year.id), by: people.rita) == .conflict(.alreadyThere))
        #expect(try await world.outcome(OpenYear("2030/31", World.today...World.today, parts: []), by: people.rita) == .invalid(field: "days", .wrongDates))
        #expect(try await world.outcome(AddSubject("  "), by: people.rita) == .invalid(field: "name", .emptyName))
    }
}

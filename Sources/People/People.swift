import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// The school's people for those who answer for them; everyone's own data; the log of who did what.
public enum PeopleFeature: Feature {
    public static let name = "people"

    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        let people = signedIn.group("people")
        OwnDataRoutes(site: site).add(to: signedIn)
        MassRoutes(site: site).add(to: people)
        DuplicateRoutes(site: site).add(to: people)
        PeopleRoutes(site: site).add(to: people)
        LogRoutes(site: site).add(to: signedIn)
    }
    public static func addOperations(to api: inout API, of site: Site) { PeopleAPI(site: site).add(to: &api) }

    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        let text = reader.language.people
        var doors: [Door] = []
        if viewer.side == .staff { doors.append(Door(text.people, .people, in: .school, hint: text.peopleHint)) }
        if PeopleAccess.answersCorrections(viewer) { doors.append(Door(text.correctionsDoor, .corrections, in: .school)) }
        if PeopleAccess.readsLog(viewer) { doors.append(Door(text.log, .log, in: .school, hint: text.logHint)) }
        return doors + [Door(reader.language.own.title, .ownData, in: .own, hint: reader.language.own.doorHint)]
    }

    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] {
        guard PeopleAccess.rules(viewer), let seen = try? PeopleAccess.corrections(for: viewer) else { return [] }
        let count = try CorrectionStore.count(seen, tx)
        return count == 0 ? [] : [TodayPart(.owed, CorrectionViews(reader: reader).waiting(count))]
    }

    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try PeopleErasure.erase(person, tx) }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try DuplicateStore.move(from, into: into, tx) }
    public static func part(_ parting: Parting, in tx: Transaction) throws { try DuplicateStore.part(parting, tx) }
}

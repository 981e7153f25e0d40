import Kernel
import School
import Storage
import WebCore
import Wire

/// Consents for programs: the same verbs and stores as the pages.
struct ConsentsAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("consents", "The reader's own consents and the children's") { _, context in
            let (viewer, today) = (context.viewer, context.reader.today)
            return try await site.read { tx in try Self.infos(of: ConsentsAccess.own(viewer, in: tx), for: viewer, on: today, tx) }
        }
        api.get("consents/classes/:class", "The consents of a class the reader keeps the register of") { _, context in
            let id: ID<SchoolClass> = try context.id("class"), (viewer, today) = (context.viewer, context.reader.today)
            return try await site.read { tx in
                _ = try ConsentsAccess.kept(id, by: viewer, in: tx)
                return try Self.infos(of: LedgerStore.pupils(of: id, in: viewer.school, tx), for: viewer, on: today, tx)
            }
        }
        for purpose in Purpose.allCases {
            api.put("consents/of/:child/\(purpose.rawValue)", "Say yes or no to “\(purpose.rawValue)” for oneself or a child") {
                (answer: ConsentAnswer, _, context) in
                let child: ID<Person> = try context.id("child"), viewer = context.viewer
                guard answer.agrees || answer.understood else { throw try await careless(child, viewer) }
                try await site.perform(SignConsent(for: child, purpose, agrees: answer.agrees, version: answer.version), by: viewer, at: context.now)
                return Nothing()
            }
        }
    }

    /// What is wrong with a form is told only to one who may see the person.
    private func careless(_ child: ID<Person>, _ viewer: Viewer) async throws -> Denial {
        let isOwn = try await site.read { tx in try ConsentsAccess.own(viewer, in: tx).contains { $0.id == child } }
        return isOwn ? .invalid(field: "understood", .notSure) : .notFound
    }

    private static func infos(of subjects: [Subject], for viewer: Viewer, on day: Day, _ tx: Transaction) throws -> [ConsentsOfPerson] {
        let versions = try Dictionary(uniqueKeysWithValues: Purpose.allCases.map { ($0, try TextStore.current($0, in: viewer.school, tx).version) })
        return try LedgerStore.cards(of: subjects, in: viewer.school, on: day, tx).map { card in
            ConsentsOfPerson(
                person: card.subject.id.number, name: card.subject.name.full,
                consents: card.lines.map { ConsentInfo(purpose: $0.purpose.rawValue, standing: $0.standing.name, version: versions[$0.purpose] ?? 1) })
        }
    }
}

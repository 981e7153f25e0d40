import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// Who has agreed to what for whom; what follows when a family refuses.
public enum ConsentsFeature: Feature {
    public static let name = "consents"
    public static var bundle: Bundle? { .module }

    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        let group = signedIn.group("consents")
        OwnConsentRoutes(site: site).add(to: group)
        RegisterRoutes(site: site).add(to: group)
        WordingRoutes(site: site).add(to: group)
        RefusalRoutes(site: site).add(to: group)
    }

    public static func addOperations(to api: inout API, of site: Site) { ConsentsAPI(site: site).add(to: &api) }

    public static func notes(on pupils: [ID<Person>], for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [PupilNote] {
        guard viewer.side == .staff else { return [] }
        let text = reader.language.consents
        let onPaper = try LessonNotes.onPaper(among: pupils, in: viewer.school, tx).map { PupilNote($0, text.onPaperLine, isKeptOnPaper: true) }
        return onPaper + (try LessonNotes.notInLessons(among: pupils, in: viewer.school, on: reader.today, tx).map { PupilNote($0, text.notInLessonsShort) })
    }

    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try LedgerStore.erase(person, tx) }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try ConsentsMerge(from, into, tx).run() }
    public static func part(_ parting: Parting, in tx: Transaction) throws {
        try parting.move("consent_text", "written_by", in: tx)
        try parting.move("consent", "person_id", "signer_id", "entered_by", in: tx)
        try parting.move("refusal", "person_id", "closed_by", in: tx)
        try parting.move("act", "person_id", "confirmed_by", in: tx)
        try parting.move("act_line", "person_id", by: "act_id", of: "act", in: tx)
        try parting.move("paper_line", "person_id", in: tx)
        try parting.move("person_access", "person_id", in: tx)
    }

    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] { ConsentDoorViews(reader: reader, viewer: viewer).doors }

    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] {
        try ConsentsToday(reader: reader, viewer: viewer).parts(tx)
    }
}

import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// The class journal that teachers keep, and the diary that pupils and families read: one data, two views.
public enum JournalFeature: Feature {
    public static let name = "journal"
    public static var bundle: Bundle? { .module }

    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        LessonRoutes(site: site).add(to: signedIn.group("journal/lessons"))
        JournalRoutes(site: site).add(to: signedIn.group("journal"))
        DiaryRoutes(site: site).add(to: signedIn.group("diary"))
    }

    public static func addOperations(to api: inout API, of site: Site) { JournalAPI(site: site).add(to: &api) }

    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try JournalPaperStore.erase(person, tx) }
    public static func onPaper(_ pupil: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [PaperPart] {
        JournalPaperViews(reader: reader).sheet(try JournalPaperStore.record(of: pupil, tx))
    }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try JournalMerge(from, into, tx).run() }
    public static func part(_ parting: Parting, in tx: Transaction) throws {
        try parting.move("mark", "pupil_id", "put_by", in: tx)
        try parting.move("attendance", "pupil_id", "put_by", in: tx)
        try parting.move("lesson_record", "updated_by", in: tx)
        try parting.move("homework", "given_by", in: tx)
    }
    public static func ownData(of person: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [OwnData] {
        try JournalOwnData(reader: reader).sections(of: person, tx)
    }

    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] {
        viewer.side == .staff ? try StaffToday(reader: reader, viewer: viewer).parts(tx) : try FamilyToday(reader: reader, viewer: viewer).parts(tx)
    }
}

import Hummingbird
import Kernel
import Storage
import WebCore

/// Bells, the weekly plan and the dated lessons made from it.
public enum TimetableFeature: Feature {
    public static let name = "timetable"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws {
        try tx.rows("UPDATE lesson SET teacher_id = \(into) WHERE teacher_id = \(from)")
    }
    public static func part(_ parting: Parting, in tx: Transaction) throws { try parting.move("lesson", "teacher_id", in: tx) }
}

import Hummingbird
import Kernel
import Storage
import WebCore

/// Bells, the weekly plan and the dated lessons made from it.
public enum TimetableFeature: Feature {
    public static let name = "timetable"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) { BellRoutes(site: site).add(to: signedIn.group("school/bells")) }
    public static func addOperations(to api: inout API, of site: Site) { TimetableAPI(site: site).add(to: &api) }

    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        guard TimetableAccess.reads(viewer) else { return [] }
        let text = reader.language.timetable
        return [Door(text.bells, .bells, in: .school, hint: text.bellsHint)]
    }

    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws {
        try tx.rows("UPDATE lesson SET teacher_id = \(into) WHERE teacher_id = \(from)")
    }
    public static func part(_ parting: Parting, in tx: Transaction) throws { try parting.move("lesson", "teacher_id", in: tx) }
}

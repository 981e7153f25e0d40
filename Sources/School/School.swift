import Hummingbird
import Kernel
import Storage
import WebCore

/// A school's order: its years, classes, courses and families. What others build on.
public enum SchoolFeature: Feature {
    public static let name = "school"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        SchoolRoutes(site: site).add(to: signedIn.group("school"))
    }
    public static func addOperations(to api: inout API, of site: Site) { SchoolAPI(site: site).add(to: &api) }
    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        // A department has no classes.
        guard viewer.side == .staff, !viewer.hasAny(of: Role.above) else { return [] }
        return [Door(reader.language.school.structure, .structure, in: .school, hint: reader.language.school.structureHint)]
    }
    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try SchoolStore.eraseFamily(of: person, tx) }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try SchoolMerge(from, into, tx).run() }
    public static func part(_ parting: Parting, in tx: Transaction) throws { try SchoolParting(parting, tx).run() }
    public static func ownData(of person: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [OwnData] {
        try SchoolOwnData(reader: reader).sections(of: person, tx)
    }
    public static func today(for reader: Reader, _ viewer: Viewer, in tx: Transaction) throws -> [TodayPart] {
        guard viewer.hasAny(of: [.administrator, .operator, .director]) else { return [] }
        return [TodayPart(.rest, SchoolViews(reader: reader).figures(try SchoolStore.figures(of: viewer.school, tx)))]
    }
}

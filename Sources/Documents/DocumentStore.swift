import Kernel
import Storage
import WebCore

/// The scans' SQL. Whoever refers to a document judges who may see it: a number alone opens nothing.
public enum DocumentStore {
    /// `school` is missing while there is none yet: a school that is only asking to come in.
    public static func add(_ scan: Scan, of school: ID<School>?, by person: ID<Person>?, at now: Moment, _ tx: Transaction) throws -> ID<Document> {
        try tx.one(
            """
            INSERT INTO document (school_id, name, kind, bytes, added_by, added_at)
            VALUES (\(school), \(scan.name), \(scan.kind.rawValue), \(scan.bytes), \(person), \(now)) RETURNING id
            """
        ).id("id")
    }

    public static func scan(_ id: ID<Document>, _ tx: Transaction) throws -> Scan? {
        try tx.first("SELECT name, kind, bytes FROM document WHERE id = \(id)").map {
            Scan(stored: try $0.text("name"), Scan.Kind(rawValue: try $0.text("kind")) ?? .pdf, try $0.bytes("bytes"))
        }
    }

    /// The school of an application that has been accepted.
    public static func give(_ id: ID<Document>, to school: ID<School>, _ tx: Transaction) throws {
        try tx.rows("UPDATE document SET school_id = \(school) WHERE id = \(id)")
    }

    /// Who has added them is now the other.
    public static func handOver(_ from: ID<Person>, to into: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("UPDATE document SET added_by = \(into) WHERE added_by = \(from)")
    }

    /// The papers of one school, see `Parting`.
    public static func part(_ parting: Parting, _ tx: Transaction) throws { try parting.move("document", "added_by", in: tx) }

    /// Destroys it: the paper, or its owner, is no more.
    public static func remove(_ id: ID<Document>, _ tx: Transaction) throws { try tx.rows("DELETE FROM document WHERE id = \(id)") }
}

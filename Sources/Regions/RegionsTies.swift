import Documents
import Kernel
import Storage
import WebCore

/// What is kept of a person who applies, answers for a school, or has read its acts.
enum RegionsTies {
    /// 152-FZ, REQUIREMENTS H02. The application itself stays with the school it has opened.
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws -> [Destroyed] {
        let read = try tx.rows("DELETE FROM acquaintance WHERE person_id = \(person) RETURNING act_id").count
        let duties = try tx.rows("DELETE FROM responsible_person WHERE person_id = \(person) RETURNING id").count
        let codes = try tx.rows("DELETE FROM activation WHERE person_id = \(person) RETURNING id").count
        let named = try tx.rows(
            """
            UPDATE school_application SET family = '', given = '', patronymic = '', contact = ''
            WHERE person_id = \(person) AND (family <> '' OR given <> '' OR patronymic <> '' OR contact <> '') RETURNING id
            """
        ).count
        return [Destroyed(.invitation, codes), Destroyed(.other, read + duties + named)]
    }

    /// The ties with one school, see `Parting`. An application belongs to the school it has opened; who decides on it is a curator.
    static func part(_ parting: Parting, _ tx: Transaction) throws {
        try parting.move("school_application", "person_id", "decided_by", in: tx)
        try parting.move("application_step", "by_id", by: "application_id", of: "school_application", in: tx)
        try parting.move("activation", "person_id", "issued_by", in: tx)
        try parting.move("responsible_person", "person_id", in: tx)
        try parting.move("local_act", "published_by", in: tx)
        try parting.move("act_receipt", "by_id", in: tx)
        try parting.move("acquaintance", "person_id", in: tx)
        try DocumentStore.part(parting, tx)
    }

    private static let columns: [(table: SQL, column: SQL)] = [
        ("school_application", "decided_by"), ("school_application", "person_id"), ("application_step", "by_id"), ("activation", "person_id"),
        ("activation", "issued_by"), ("responsible_person", "person_id"), ("local_act", "published_by"), ("act_receipt", "by_id"),
        ("acquaintance", "person_id"),
    ]

    /// Of two open codes, of one duty and of one act read twice, what `into` has stays.
    static func merge(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        try tx.rows(
            """
            DELETE FROM activation WHERE person_id = \(from) AND used_at IS NULL AND revoked_at IS NULL
                AND EXISTS (SELECT o.id FROM activation o WHERE o.person_id = \(into) AND o.used_at IS NULL AND o.revoked_at IS NULL)
            """)
        try tx.rows(
            """
            DELETE FROM responsible_person WHERE person_id = \(from) AND ended_at IS NULL AND EXISTS (SELECT o.id FROM responsible_person o
                WHERE o.person_id = \(into) AND o.ended_at IS NULL AND o.school_id = responsible_person.school_id AND o.duty = responsible_person.duty)
            """)
        try tx.rows("DELETE FROM acquaintance WHERE person_id = \(from) AND act_id IN (SELECT act_id FROM acquaintance WHERE person_id = \(into))")
        for (table, column) in columns { try tx.rows("UPDATE \(table) SET \(column) = \(into) WHERE \(column) = \(from)") }
        try DocumentStore.handOver(from, to: into, tx)
    }
}

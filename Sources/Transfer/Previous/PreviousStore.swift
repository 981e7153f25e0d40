import Accounts
import Foundation
import Kernel
import School
import Storage

/// The SQL of what came with pupils.
enum PreviousStore {
    /// Where a package was accepted in this installation, if it was.
    static func acceptance(of package: String, _ tx: Transaction) throws -> (school: ID<School>, pupil: ID<Person>)? {
        try tx.first("SELECT school_id, pupil_id FROM transfer_received WHERE name = \(package)").map { (try $0.id("school_id"), try $0.id("pupil_id")) }
    }

    /// The pupil who came by this very package, for one who has pressed the button twice.
    static func accepted(from incoming: ID<Incoming>, in office: TransferOffice, _ tx: Transaction) throws -> ID<Person>? {
        guard try ReceivingStore.file(incoming, of: office, tx) == nil else { return nil }
        return try tx.first(
            "SELECT pupil_id FROM transfer_received WHERE school_id = \(office.school) AND incoming_id = \(incoming) ORDER BY id DESC"
        ).map { try $0.id("pupil_id") }
    }

    static func keep(_ incoming: Incoming, of pupil: ID<Person>, receipt: Receipt, by office: TransferOffice, _ tx: Transaction) throws {
        let (package, record) = (incoming.package, incoming.record)
        // What the record has of its own, and nothing a sender may have added.
        let kept = try TransferRecord.encoder.encode(record)
        try tx.rows(
            """
            INSERT INTO transfer_received (school_id, pupil_id, name, sender, sender_key, record, incoming_id, received_by, received_on, receipt)
            VALUES (\(office.school), \(pupil), \(record.package), \(record.from.school), \(package.key.base64), \(String(decoding: kept, as: UTF8.self)), \(incoming.id),
                \(office.clerk.person), \(receipt.day), \(incoming.sent == nil ? receipt.text : ""))
            """)
    }

    // MARK: Reading

    private static let lineColumns: SQL = "p.id, p.family, p.given, p.patronymic, r.sender, r.received_on"

    static func lines(seenBy viewer: Viewer, _ tx: Transaction) throws -> [PreviousLine] {
        try tx.rows(
            """
            SELECT \(lineColumns) FROM transfer_received r JOIN person p ON p.id = r.pupil_id
            WHERE \(TransferAccess.recordSeenBy(viewer)) ORDER BY r.received_on DESC, r.id DESC LIMIT 200
            """
        ).map {
            PreviousLine(
                pupil: Pupil(id: try $0.id("id"), name: try AccountsStore.name($0)), sender: try $0.text("sender"), receivedOn: try $0.day("received_on"))
        }
    }

    /// All that came with a pupil, the newest first; empty where there is nothing or it is not the viewer's to read.
    static func records(of pupil: ID<Person>, seenBy viewer: Viewer, _ tx: Transaction) throws -> [PreviousRecord] {
        let mayAnswer = TransferAccess.isOffice(viewer)
        return try tx.rows(
            """
            SELECT \(lineColumns), r.id AS record_id, r.record, r.receipt FROM transfer_received r JOIN person p ON p.id = r.pupil_id
            WHERE r.pupil_id = \(pupil) AND \(TransferAccess.recordSeenBy(viewer)) ORDER BY r.received_on DESC, r.id DESC LIMIT 20
            """
        ).map { row in
            let receipt = try row.text("receipt")
            return PreviousRecord(
                id: try row.id("record_id"), pupil: Pupil(id: try row.id("id"), name: try AccountsStore.name(row)), sender: try row.text("sender"),
                receivedOn: try row.day("received_on"), record: try JSONDecoder().decode(TransferRecord.self, from: Data(row.text("record").utf8)),
                receipt: mayAnswer && !receipt.isEmpty ? receipt : nil)
        }
    }

    /// The term in which the pupil came, subject by subject: the marks brought and those put here.
    static func joined(_ record: PreviousRecord, in school: ID<School>, _ tx: Transaction) throws -> [JoinedMarks] {
        guard let term = try SchoolStore.terms(of: school, on: record.receivedOn, tx).first(where: { $0.kind != .year && $0.days.contains(record.receivedOn) })
        else { return [] }
        let rows = try tx.rows(
            """
            SELECT j.name, m.value FROM mark m JOIN lesson l ON l.id = m.lesson_id JOIN course k ON k.id = l.course_id JOIN subject j ON j.id = k.subject_id
            WHERE m.pupil_id = \(record.pupil.id) AND m.school_id = \(school) AND l.held_on BETWEEN \(term.starts) AND \(term.ends)
            ORDER BY j.name_key, l.held_on, l.number, l.id
            """)
        var here: [String: [Int]] = [:]
        for row in rows { here[TextKey.of(try row.text("name")), default: []].append(Int(try row.int("value"))) }
        return record.record.subjects.compactMap { subject in
            let before = subject.terms.flatMap(\.marks).filter { term.days.contains($0.on) }.compactMap { Int($0.value) }.filter { (2...5).contains($0) }
            return before.isEmpty ? nil : JoinedMarks(subject: subject.name, before: before, here: here[TextKey.of(subject.name)] ?? [])
        }
    }
}

import Accounts
import Foundation
import Kernel
import Storage

/// Destroys what the transfer holds of a person (152-FZ, REQUIREMENTS H02): of a pupil the packages sent and the records received, of a
/// guardian the name in the records of others. Traces hold numbers alone and stay.
enum TransferErasure {
    /// How many entries were destroyed.
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws -> Int {
        try tx.rows("DELETE FROM transfer_incoming WHERE package_id IN (SELECT id FROM transfer_package WHERE pupil_id = \(person))")
        let sent = try tx.rows("DELETE FROM transfer_package WHERE pupil_id = \(person) RETURNING id").count
        let received = try tx.rows("DELETE FROM transfer_received WHERE pupil_id = \(person) RETURNING id").count
        return try sent + received + forgetGuardian(person, tx)
    }

    /// A record names guardians by name alone, so whoever has that name in a record of the person's schools is taken out.
    private static func forgetGuardian(_ person: ID<Person>, _ tx: Transaction) throws -> Int {
        guard let row = try tx.first("SELECT family, given, patronymic FROM person WHERE id = \(person)") else { return 0 }
        let name = try AccountsStore.name(row)
        let records = try tx.rows(
            "SELECT id, record FROM transfer_received WHERE school_id IN (SELECT school_id FROM membership WHERE person_id = \(person) AND role = 'guardian')"
        )
        var count = 0
        for row in records {
            let record = try JSONDecoder().decode(TransferRecord.self, from: Data(row.text("record").utf8)), shorter = record.without(guardian: name)
            guard shorter != record else { continue }
            let text = String(decoding: try TransferRecord.encoder.encode(shorter), as: UTF8.self)
            try tx.rows("UPDATE transfer_received SET record = \(text) WHERE id = \(try row.int("id"))")
            count += 1
        }
        return count
    }
}

extension TransferRecord {
    /// The same record, in which nobody of that name is a guardian.
    func without(guardian name: PersonName) -> TransferRecord {
        TransferRecord(
            package: package, madeOn: madeOn, validUntil: validUntil, from: from, to: to, pupil: pupil, left: left, subjects: subjects, attendance: attendance,
            homework: homework, consents: consents, guardians: guardians.filter { $0.name.key != name.key })
    }
}

import Kernel
import Storage

/// Forgets where a person is reached and what waits for them.
enum NoticesErasure {
    static func run(_ person: ID<Person>, _ tx: Transaction) throws -> [Destroyed] {
        try tx.rows("DELETE FROM notice_done WHERE notice_id IN (SELECT id FROM notice WHERE person_id = \(person))")
        try tx.rows("DELETE FROM notice WHERE person_id = \(person)")
        let devices = try tx.rows("DELETE FROM push_device WHERE person_id = \(person) RETURNING id").count
        let addresses = try tx.rows("DELETE FROM mail_address WHERE person_id = \(person) RETURNING person_id").count
        let choices = try tx.rows("DELETE FROM notice_choice WHERE person_id = \(person) RETURNING person_id").count
        let levels = try tx.rows("DELETE FROM notice_level WHERE person_id = \(person) RETURNING person_id").count
        let urgent = try UrgentStore.erase(person, tx)
        return [Destroyed(.other, devices + addresses + choices + levels + urgent)]
    }
}

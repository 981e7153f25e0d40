import Kernel
import Storage
import TestKit
import WebCore

/// Names an act in addresses.
enum SomeAct: Sendable {}

extension World {
    /// An act of our school, for the sweeps.
    func localAct() async throws -> ID<SomeAct> {
        let rita = people.rita
        return try await site.database.write { tx in
            try tx.one(
                """
                INSERT INTO local_act (school_id, kind, title, number, accepted_on, body, asks_staff, asks_family, asks_pupil, is_template, published_at,
                    published_by)
                VALUES (\(rita.school), 'order', 'секретное слово', '1', \(World.today), 'секретное слово', 1, 1, 1, 0, \(World.now), \(rita.person))
                RETURNING id
                """
            ).id("id")
        }
    }
}

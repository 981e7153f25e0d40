import Kernel
import Storage

/// Who sees that somebody is there. As little as serves two who talk (152-FZ: the least data; PRODUCT N16: nobody has to be reachable):
///
/// * Only in a talk of two, and only on one side of the school: staff see staff, families families, pupils pupils. A pupil's presence no
///   adult sees, a teacher's no family and no pupil.
/// * Who has switched it off is not seen and sees nobody. For pupils it is off until they switch it on.
/// * Nothing is written down: a page says it to the other's page, which forgets it when it is closed.
extension MessagingAccess {
    /// The other of the two, if each shows the other that they are there. Throws `Denial.notFound` for a chat the viewer does not see.
    static func present(in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> ID<Person>? {
        let row = try tx.first(
            """
            SELECT o.person_id FROM chat c JOIN chat_member me ON \(seen(by: viewer)) LEFT JOIN chat_member o ON o.chat_id = c.id AND o.person_id <> me.person_id
                AND o.present = 1 AND o.blocked_at IS NULL AND o.side = me.side AND c.kind = 'direct' AND c.archived_at IS NULL
                AND \(isShown("me")) AND \(isShown("o"))
            WHERE c.id = \(chat) LIMIT 1
            """)
        guard let row else { throw Denial.notFound }
        return try row.optionalID("person_id")
    }

    /// A condition on a member.
    private static func isShown(_ who: SQL) -> SQL {
        """
        COALESCE((SELECT n.shows_presence FROM chat_manner n WHERE n.person_id = \(who).person_id), CASE \(who).side WHEN 'pupil' THEN 0 ELSE 1 END) = 1
        """
    }
}

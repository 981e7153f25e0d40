import Accounts
import Files
import Kernel
import Storage

/// What keeps files and is no message yet: a message that waits for a look, a post for a later hour, words proposed for a channel.
enum Unsent: Hashable, Sendable {
    case looked(ID<WaitingMessage>), prepared(ID<PreparedPost>), proposed(ID<PublishRequest>)

    fileprivate var number: Int64 {
        switch self {
        case .looked(let id): id.number
        case .prepared(let id): id.number
        case .proposed(let id): id.number
        }
    }

    /// Where its files stand, and the column that names it there.
    fileprivate var table: SQL {
        switch self {
        case .looked: "message_waiting_file"
        case .prepared: "prepared_post_file"
        case .proposed: "publish_request_file"
        }
    }
    fileprivate var column: SQL {
        switch self {
        case .looked: "waiting_id"
        case .prepared: "post_id"
        case .proposed: "request_id"
        }
    }
}

/// The SQL of files of what is no message yet. Each row is one hold, as in messages: what is called off, refused or published lets it go.
extension AttachedStore {
    static func attach(_ files: [SendableFile], to unsent: Unsent, at now: Moment, _ tx: Transaction) throws {
        for (index, file) in files.enumerated() {
            try tx.rows("INSERT INTO \(unsent.table) (\(unsent.column), place, file_id) VALUES (\(unsent.number), \(index + 1), \(file.file.id))")
            try FilesStore.hold(file, at: now, tx)
        }
    }

    static func drop(of unsent: Unsent, at now: Moment, _ tx: Transaction) throws {
        for file in try take(unsent, tx) { try FilesStore.release(file, at: now, tx) }
    }

    /// Its rows go; whoever calls releases each file once.
    static func take(_ unsent: Unsent, _ tx: Transaction) throws -> [ID<StoredFile>] {
        try tx.rows("DELETE FROM \(unsent.table) WHERE \(unsent.column) = \(unsent.number) RETURNING file_id").map { try $0.id("file_id") }
    }

    static func ids(of unsent: Unsent, _ tx: Transaction) throws -> [ID<StoredFile>] {
        try tx.rows("SELECT file_id FROM \(unsent.table) WHERE \(unsent.column) = \(unsent.number) ORDER BY place").map { try $0.id("file_id") }
    }

    /// The files of some that are all of one kind: two statements, and one where none has any.
    static func files(of unsent: [Unsent], _ tx: Transaction) throws -> [Unsent: [AttachedFile]] {
        guard let first = unsent.first else { return [:] }
        let rows = try tx.rows(
            """
            SELECT \(first.column) AS keeper, place, file_id FROM \(first.table)
            WHERE \(first.column) IN \(list: unsent.map { Value.int($0.number) }) ORDER BY keeper, place
            """)
        guard !rows.isEmpty else { return [:] }
        let files = try known(rows, tx), keepers = Dictionary(unsent.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        return try rows.reduce(into: [:]) { found, row in
            guard let file = files[try row.id("file_id")], let keeper = keepers[try row.int("keeper")] else { return }
            found[keeper, default: []].append(AttachedFile(place: Int(try row.int("place")), file: file))
        }
    }

    /// All that a person has written and is no message.
    static func unsent(of person: ID<Person>, _ tx: Transaction) throws -> [Unsent] {
        try tx.rows("SELECT id FROM message_waiting WHERE author_id = \(person)").map { .looked(try $0.id("id")) }
            + tx.rows("SELECT id FROM prepared_post WHERE author_id = \(person)").map { .prepared(try $0.id("id")) }
            + tx.rows("SELECT id FROM publish_request WHERE author_id = \(person)").map { .proposed(try $0.id("id")) }
    }
}

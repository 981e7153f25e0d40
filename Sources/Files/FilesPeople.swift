import Kernel
import Storage

/// What a person has sent, when two rows become one, and when nothing of them may be left.
enum FilesPeople {
    static func merge(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("UPDATE stored_file SET owner_id = \(into) WHERE owner_id = \(from)")
    }

    /// The rows go at once; the bytes as soon as the transaction has ended (`Tidying`), unless another has sent the same.
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws -> [Destroyed] {
        let files = try FilesStore.files(where: "f.owner_id = \(person) AND f.state <> 'erased'", tx)
        for file in files { try FilesStore.erase(file, tx) }
        // A virus's name or a kind says nothing of a person; the trace of the refusal stays as it is.
        return [Destroyed(.file, files.count)]
    }
}

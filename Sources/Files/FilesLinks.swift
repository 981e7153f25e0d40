import Kernel
import Markup

extension Link {
    static let ownFiles: Link = "/files"
    static let fileRules: Link = "/files/rules"
    static func file(_ file: ID<StoredFile>) -> Link { "/files/\(file.number)" }
    static func fileSmall(_ file: ID<StoredFile>) -> Link { "/files/\(file.number)/small" }
    static func removeFile(_ file: ID<StoredFile>) -> Link { "/files/\(file.number)/remove" }
}

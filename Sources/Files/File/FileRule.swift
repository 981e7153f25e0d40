import Kernel

/// What one side of a school's life may send. A school may set its own; these are the defaults.
public struct FileRule: Hashable, Sendable {
    /// Bytes of the largest file.
    public let largest: Int
    /// Bytes of all that one person keeps.
    public let quota: Int
    public let kinds: Set<FileKind>

    public init(largest: Int, quota: Int, kinds: Set<FileKind>) {
        self.largest = largest
        self.quota = quota
        self.kinds = kinds
    }

    public static func standard(for side: Side) -> FileRule {
        let kinds: Set<FileKind> = [.photo, .video, .audio, .document, .archive]
        return switch side {
        case .staff: FileRule(largest: 200 << 20, quota: 20 << 30, kinds: kinds)
        case .pupil, .family: FileRule(largest: 20 << 20, quota: 500 << 20, kinds: kinds)
        }
    }

    /// No school allows a larger file: the disk and the time to look into it are everybody's.
    public static let largestEver = 500 << 20
    /// Unfinished uploads of one person.
    static let mostUnfinished = 20
}

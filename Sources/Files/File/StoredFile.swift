import Kernel
import WebCore

/// A file that one person has sent to one school's space. What refers to it judges who may see it: its number alone opens nothing.
public struct StoredFile: Hashable, Sendable {
    public enum State: String, Hashable, Sendable {
        case uploading, checking, ready, refused, erased
    }
    /// What pages show in place of the whole; a photo's or a video's.
    public enum Part: String, Hashable, Sendable {
        case whole
        /// At most 320 pixels a side, WebP.
        case small
        /// At most 1280 pixels a side, WebP.
        case large
    }

    public let id: ID<StoredFile>
    public let school: ID<School>
    public let owner: ID<Person>
    public let state: State
    public let name: String
    /// Bytes; of what was announced until the file is ready, then of what is kept.
    public let size: Int
    public let received: Int
    public let keepsOriginal: Bool
    public let kind: FileKind?
    public let mediaType: String?
    public let digest, small, large: ContentDigest?
    /// Pixels.
    public let width, height: Int?
    /// Milliseconds.
    public let duration: Int?
    /// 64 heights from 0 to 255.
    public let waveform: [UInt8]?
    public let refusal: FileRefusal?
    /// How many messages and the like refer to it.
    public let held: Int
    public let madeAt: Moment

    public func digest(of part: Part) -> ContentDigest? {
        switch part {
        case .whole: digest
        case .small: small
        case .large: large
        }
    }
}

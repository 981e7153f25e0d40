import Foundation
import NIOCore

/// What an event of the live line says, for those who read it as a value.
public struct LiveNews: Decodable, Sendable {
    public let name: String
    /// Where what has changed is to be read.
    public let path: String
}

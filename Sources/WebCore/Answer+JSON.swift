import Foundation

extension Answer {
    /// A value on its way to a program.
    public init(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        self.init(Array(try encoder.encode(value)), type: Self.json)
    }
}

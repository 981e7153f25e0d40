import Foundation
import Kernel

/// A file's name as it may be shown and offered: the last piece of a path, without what could make it look like another or mean
/// something to a shell, a header or a folder.
public struct FileName: Hashable, Sendable {
    public static let longest = 120
    public let text: String

    /// Throws `Denial.invalid` where nothing is left of it.
    public init(_ sent: String) throws {
        let last = sent.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let composed = last.precomposedStringWithCanonicalMapping.unicodeScalars.filter { scalar in
            // Controls, overrides of direction, what takes no room, halves of letters that never were.
            ![.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned].contains(scalar.properties.generalCategory)
                && !"\"<>|*?:".unicodeScalars.contains(scalar)
        }
        var name = String(String.UnicodeScalarView(composed)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        name = name.trimmingCharacters(in: CharacterSet(charactersIn: ". "))
        guard !name.isEmpty else { throw Denial.invalid(field: "name", .fileName) }
        text = Self.cut(name)
    }

    /// Without the dot, in lower case; empty where there is none.
    public var ending: String { Self.ending(of: text) }

    /// The same name with another ending: what a photo has become.
    func ending(with ending: String) -> String {
        let old = self.ending
        let stem = old.isEmpty ? text : String(text.dropLast(old.count + 1))
        return stem + "." + ending
    }

    static func ending(of name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        let ending = name[name.index(after: dot)...].lowercased()
        return (1...10).contains(ending.count) && ending.allSatisfy { $0.isLetter || $0.isNumber } ? ending : ""
    }

    /// Long names lose their middle, never the ending.
    private static func cut(_ name: String) -> String {
        guard name.count > longest else { return name }
        let ending = ending(of: name)
        guard !ending.isEmpty else { return String(name.prefix(longest)) }
        return String(name.prefix(longest - ending.count - 2)) + "…." + ending
    }
}

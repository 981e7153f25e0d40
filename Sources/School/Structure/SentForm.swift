import Foundation
import Kernel

/// A form as it came: every field with all its values, in their order. For forms whose fields depend on what the school has
/// (a box beside every pupil), which no type can name beforehand.
public struct SentForm: Sendable {
    /// Bytes of the largest form: the promotion of a large school.
    static let largest = 1 << 20
    private let fields: [(name: String, value: String)]

    public init(_ fields: [(name: String, value: String)]) { self.fields = fields }

    public subscript(_ name: String) -> String? { fields.first { $0.name == name }.map { $0.value.trimmingCharacters(in: .whitespacesAndNewlines) } }
    /// Every field, in its place.
    public var all: [(name: String, value: String)] { fields }
    public func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
    /// The boxes that were ticked. Such a field is called with `[]` at the end: no other may stand in a form twice.
    public func numbers(_ name: String) -> [Int64] { all(name).compactMap { Int64($0) } }
    public func isChecked(_ name: String) -> Bool { self[name] != nil }
    /// For a page that shows the form again.
    public var typed: [String: String] { Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }) }

    public func text(_ name: String) -> String { self[name] ?? "" }
    /// Throws `Denial.invalid` for what is no date.
    public func day(_ name: String) throws -> Day {
        guard let day = Day(text(name)) else { throw Denial.invalid(field: name, .noDate) }
        return day
    }
    /// Two dates, the first not after the second; the refusal stands at the second.
    public func days(_ first: String, _ last: String) throws -> ClosedRange<Day> {
        let (begins, ends) = (try day(first), try day(last))
        guard begins <= ends else { throw Denial.invalid(field: last, .wrongDates) }
        return begins...ends
    }
    /// What something is to be called: 1 to 100 characters.
    public func name(_ name: String) throws -> String {
        let text = text(name)
        guard !text.isEmpty else { throw Denial.invalid(field: name, .emptyName) }
        guard text.count <= 100 else { throw Denial.invalid(field: name, .longName) }
        return text
    }
    /// The chosen thing's number. Throws `Denial.invalid` where nothing was chosen.
    public func id<T>(_ name: String) throws -> ID<T> {
        guard let number = Int64(text(name)) else { throw Denial.invalid(field: name, .notChosen) }
        return ID(number)
    }
    public func optionalID<T>(_ name: String) throws -> ID<T>? { text(name).isEmpty ? nil : try id(name) }
}

import Foundation
import Kernel

/// What people say of a chat they put together.
struct ChatDraft: Hashable, Sendable {
    /// A circle, a project or an event (REQUIREMENTS C09, C29).
    enum Purpose: String, Hashable, Sendable, CaseIterable, Codable { case group, project, event }
    static let longestTitle = 100
    static let longestAbout = 1_000
    let purpose: Purpose
    let title: String
    let about: String

    /// Throws `Denial.invalid` for the fields `title` and `about`.
    init(_ title: String, about: String = "", purpose: Purpose = .group) throws {
        let title = title.split(whereSeparator: \.isWhitespace).joined(separator: " "), about = about.replacing("\r\n", with: "\n").trimmed
        guard !title.isEmpty, title.unicodeScalars.count <= Self.longestTitle, title.isPlain else { throw Denial.invalid(field: "title", .titleLength) }
        guard about.unicodeScalars.count <= Self.longestAbout, about.isPlain else { throw Denial.invalid(field: "about", .aboutLength) }
        self.purpose = purpose
        self.title = title
        self.about = about
    }
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
    fileprivate var isPlain: Bool { !unicodeScalars.contains("\0") }
}

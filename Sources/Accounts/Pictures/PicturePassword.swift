import Kernel

/// A password of three pictures for those who cannot write one yet: an animal, a thing, and something from the garden or the sky
/// (PRODUCT 2.3 item 1: a child without telephone or e-mail comes in as well).
///
/// 36 × 36 × 36 are 46,656 passwords, 15 bits. That is enough only because guessing is slow: after five failures under one login each
/// further one doubles the wait up to a quarter of an hour, so whoever tries without a pause day and night needs about eight months for
/// half of them, and the failures of one address are counted together. It opens a child's own pages and nothing else, therefore only
/// pupils of the first four years may have one.
public struct PicturePassword: Hashable, Sendable {
    /// As many pictures as there are rows to choose from.
    public static let length = 3
    public let chosen: [Picture]

    /// The names of a picture of each row, in that order. Throws `Denial.invalid` for the first row without a choice.
    public init(_ names: [String?]) throws {
        chosen = try Picture.rows.enumerated().map { place, row in
            guard names.indices.contains(place), let picture = row.first(where: { $0.name == names[place] }) else {
                throw Denial.invalid(field: Self.field(place), .choosePicture)
            }
            return picture
        }
    }

    /// The name under which a form sends the choice from a row.
    public static func field(_ row: Int) -> String { "picture\(row + 1)" }

    /// What is hashed. Does not depend on the language in which the words were shown.
    public var password: Password { Password(typed: chosen.map(\.name).joined(separator: "-")) }
}

/// One picture with the word a child says for it.
public struct Picture: Hashable, Sendable {
    /// Never shown and never changed: passwords are made of it.
    public let name: String
    public let sign: String
    let russian: String
    init(_ name: String, _ sign: String, _ russian: String) {
        self.name = name
        self.sign = sign
        self.russian = russian
    }
    public func word(_ language: Language) -> String { language == .ru ? russian : name }

    public static let rows: [[Picture]] = [animals, things, nature]
}

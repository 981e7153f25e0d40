import Kernel

/// A teacher's name as timetables write it: «Иванова», «Лещенко А.Е.», «Иванова Мария Петровна».
struct TeacherName {
    let name: PersonName
    private let key: String
    private let hasInitials: Bool

    init(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        let family = String(words.first ?? ""), rest = words.dropFirst()
        hasInitials = rest.contains { $0.contains(".") || $0.count == 1 }
        let others = hasInitials ? rest.flatMap { $0.split(separator: ".") }.map { $0 + "." } : rest.map(String.init)
        name = PersonName(family: family, given: others.first ?? "", patronymic: others.dropFirst().joined(separator: " "))
        key = hasInitials ? Self.plain(name.short) : name.key
    }

    /// Full names must be the same; initials must fit.
    func fits(_ other: PersonName) -> Bool { hasInitials ? Self.plain(other.short) == key : other.key == key }

    private static func plain(_ text: String) -> String { TextKey.of(text).filter { $0 != " " && $0 != "." } }
}

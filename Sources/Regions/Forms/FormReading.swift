import Documents
import Kernel
import WebCore

/// What is wrong with a form, field by field; nothing was changed.
package struct Flaws: Error {
    private(set) var reasons: [String: Denial.Reason] = [:]
    var isEmpty: Bool { reasons.isEmpty }
    /// The first flaw of a field stays.
    mutating func note(_ field: String, _ reason: Denial.Reason) { if reasons[field] == nil { reasons[field] = reason } }
}

/// Reads a form of strangers: everything is bounded and cleaned, and every flaw is noted instead of the first alone.
struct FormReading {
    let fields: [String: String]
    var flaws = Flaws()
    init(_ fields: [String: String]) { self.fields = fields }

    /// One line of text: without control and direction signs, single spaces.
    mutating func line(_ field: String, most: Int = 200, isRequired: Bool = true) -> String {
        checked(Self.cleaned(fields[field] ?? "", keepsLines: false), field, most, isRequired)
    }
    /// Text of several lines.
    mutating func text(_ field: String, most: Int, isRequired: Bool = true) -> String {
        checked(Self.cleaned(fields[field] ?? "", keepsLines: true), field, most, isRequired)
    }
    mutating func choice<T: RawRepresentable>(_ field: String, of type: T.Type = T.self) -> T? where T.RawValue == String {
        let chosen = T(rawValue: fields[field] ?? "")
        if chosen == nil { flaws.note(field, .choose) }
        return chosen
    }
    mutating func number(_ field: String, _ span: ClosedRange<Int>) -> Int {
        guard let number = Int(Self.cleaned(fields[field] ?? "", keepsLines: false)), span.contains(number) else {
            flaws.note(field, .number)
            return span.lowerBound
        }
        return number
    }
    /// A date that has come already.
    mutating func day(_ field: String, notAfter today: Day) -> Day {
        guard let day = Day(fields[field] ?? ""), day.year >= 1990 else {
            flaws.note(field, .date)
            return today
        }
        if day > today { flaws.note(field, .dateInFuture) }
        return day
    }
    mutating func zone(_ field: String) -> Zone {
        guard let zone = Zone.ofRussia.first(where: { $0.identifier == fields[field] }) else {
            flaws.note(field, .choose)
            return .moscow
        }
        return zone
    }
    /// A site's address, with `https://` where it was left out; empty where there is none.
    mutating func site(_ field: String) -> String {
        let typed = line(field, isRequired: false)
        guard !typed.isEmpty else { return "" }
        let whole = typed.lowercased().hasPrefix("http://") || typed.lowercased().hasPrefix("https://") ? typed : "https://" + typed
        if !SiteAddress.isSound(whole) { flaws.note(field, .site) }
        return whole
    }
    mutating func email(_ field: String) -> String {
        let typed = line(field, isRequired: false)
        if !typed.isEmpty, !Self.isEmail(typed) { flaws.note(field, .email) }
        return typed
    }
    mutating func phone(_ field: String) -> String {
        let typed = line(field, most: 60, isRequired: false)
        if !typed.isEmpty, !Self.isPhone(typed) { flaws.note(field, .phone) }
        return typed
    }
    /// An e-mail address or a telephone number.
    mutating func contact(_ field: String) -> String {
        let typed = line(field)
        if !typed.isEmpty, !Self.isEmail(typed), !Self.isPhone(typed) { flaws.note(field, .contact) }
        return typed
    }

    /// What was read, if nothing is wrong with it.
    func finish() throws { guard flaws.isEmpty else { throw flaws } }

    private mutating func checked(_ text: String, _ field: String, _ most: Int, _ isRequired: Bool) -> String {
        if text.isEmpty, isRequired { flaws.note(field, .required) }
        if text.unicodeScalars.count > most { flaws.note(field, .tooLong) }
        return text
    }

    static func cleaned(_ text: String, keepsLines: Bool) -> String {
        var clean = "", gap = false
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars where !isHidden(scalar) {
            if scalar == "\n", keepsLines {
                clean.unicodeScalars.append(scalar)
                gap = false
            } else if scalar.properties.isWhitespace || scalar.value < 0x20 {
                gap = !clean.isEmpty && clean.last != "\n"
            } else {
                if gap { clean += " " }
                gap = false
                clean.unicodeScalars.append(scalar)
            }
        }
        return String(clean.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed())
    }

    /// Signs that turn the direction of what follows, and those that no eye sees.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value) || scalar.properties.isBidiControl || scalar.value == 0xFEFF || scalar.value == 0
    }
    private static func isEmail(_ text: String) -> Bool { text.wholeMatch(of: /[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}/) != nil }
    private static func isPhone(_ text: String) -> Bool {
        text.allSatisfy { $0.isASCII && ($0.isNumber || "+-() ,;".contains($0)) } && (10...30).contains(text.filter(\.isNumber).count)
    }
}

extension Zone {
    /// The country's eleven, from west to east.
    static let ofRussia = [
        "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk",
        "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
    ].compactMap(Zone.init)
}

extension Scan {
    /// The scan of a field, its flaw noted; `nil` where none was sent.
    init?(_ form: MultipartForm, _ field: String, noting flaws: inout Flaws) {
        guard let file = form.file(field) else { return nil }
        do { try self.init(file, field: field) } catch {
            if case Denial.invalid(_, let reason) = error { flaws.note(field, reason) } else { flaws.note(field, .unreadable) }
            return nil
        }
    }
}

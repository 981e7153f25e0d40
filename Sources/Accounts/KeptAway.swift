import Crypto
import Foundation
import Kernel
import Storage

/// People whose records a school has destroyed on their families' word while another school goes on with them (`Parting`). The row they go on
/// under is the one that lists of the school still mean: an import asks here before it enters them again (REQUIREMENTS H02). A person of
/// the school who decides it themselves is not held up, and with a role there again nobody is kept away any more.
public struct KeptAway: Sendable {
    private let marks: Set<String>

    public init(_ tx: Transaction) throws { marks = try Set(tx.rows("SELECT mark FROM kept_away").map { try $0.text("mark") }) }

    public func holds(_ person: ID<Person>, from school: ID<School>, _ tx: Transaction) throws -> Bool {
        guard !marks.isEmpty, marks.contains(Self.mark(of: person, in: school)) else { return false }
        return try tx.first("SELECT id FROM membership WHERE person_id = \(person) AND school_id = \(school) AND until IS NULL") == nil
    }

    static func note(_ person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws {
        try tx.rows("INSERT INTO kept_away (school_id, mark) VALUES (\(school), \(mark(of: person, in: school))) ON CONFLICT (school_id, mark) DO NOTHING")
    }

    /// The school's tables name the person no more; whoever knows whom they look for finds it.
    private static func mark(of person: ID<Person>, in school: ID<School>) -> String {
        Data(SHA256.hash(data: Data("kept away: \(school.number)/\(person.number)".utf8))).base64EncodedString()
    }
}

import Accounts
import Kernel
import Storage

/// The log's SQL: reading only. Nobody writes a trace but `Transaction.leave`, and nobody changes one.
enum LogStore {
    static func page(_ query: LogQuery, _ log: ReadableLog, zone: Zone = .moscow, limit: Int = LogQuery.page, _ tx: Transaction) throws -> LogPage {
        let person: SQL = try query.person.map { try isOf($0, log, tx) } ?? "1 = 1"
        let kind: SQL = query.kind.map { "t.what = \($0)" } ?? (query.person == nil ? "t.what <> \(ReadCard.trace)" : "1 = 1")
        let day: SQL = query.day.map { "t.at >= \(zone.moment($0, minute: 0)) AND t.at < \(zone.moment($0 + 1, minute: 0))" } ?? "1 = 1"
        let readings: SQL = log.showsReadings ? "1 = 1" : "t.what <> \(ReadCard.trace)"
        let before: SQL = query.before.map { "t.id < \($0)" } ?? "1 = 1"
        let rows = try tx.rows(
            """
            SELECT t.id, t.at, t.by_id, t.what, t.about, t.was, t.became FROM trace t
            WHERE t.school_id = \(log.school) AND \(person) AND \(kind) AND \(day) AND \(readings) AND \(before) ORDER BY t.id DESC LIMIT \(limit + 1)
            """)
        return LogPage(lines: try named(Array(rows.prefix(limit)), log, tx), hasMore: rows.count > limit)
    }

    /// Kinds of traces the school has, for the list one chooses from.
    static func kinds(_ log: ReadableLog, _ tx: Transaction) throws -> [String] {
        // One step of the index for each kind, however long the log.
        try tx.rows(
            """
            WITH RECURSIVE kind(what) AS (
                SELECT MIN(what) FROM trace WHERE school_id = \(log.school)
                UNION ALL SELECT (SELECT MIN(t.what) FROM trace t WHERE t.school_id = \(log.school) AND t.what > kind.what) FROM kind WHERE kind.what IS NOT NULL
            )
            SELECT what FROM kind WHERE what IS NOT NULL
            """
        ).map { try $0.text("what") }.filter { log.showsReadings || $0 != ReadCard.trace }
    }

    /// What the person did, and what was done to them, under each of the rows they have had.
    private static func isOf(_ person: ID<Person>, _ log: ReadableLog, _ tx: Transaction) throws -> SQL {
        let rows = [person] + (try tx.rows("SELECT from_id FROM merged_person WHERE into_id = \(person)").map { try $0.id("from_id") })
        // By what it is about alone, so that the short index is taken; the school is asked outside.
        let abouts = rows.map { Storage.Value.text("person:\($0.number)") }
        return """
            t.id IN (SELECT id FROM trace WHERE school_id = \(log.school) AND by_id IN \(list: rows)
            UNION ALL SELECT id FROM trace WHERE about IN \(list: abouts))
            """
    }

    /// What a person of the school is called, for the page's head.
    static func name(of person: ID<Person>, seenBy viewer: Viewer, _ tx: Transaction) throws -> PersonName? {
        try tx.first(
            """
            SELECT p.family, p.given, p.patronymic FROM school_person s JOIN person p ON p.id = s.person_id
            WHERE s.school_id = \(viewer.school) AND s.person_id = \(person)
            """
        ).map(AccountsStore.name)
    }

    // MARK: Names for numbers

    private static func named(_ rows: [Row], _ log: ReadableLog, _ tx: Transaction) throws -> [LogLine] {
        var people: Set<Int64> = [], classes: Set<Int64> = []
        for row in rows {
            if let by = try row.optional("by_id", Row.int) { people.insert(by) }
            for column in ["about", "was", "became"] {
                for (kind, number) in pieces(try row.optional(column, Row.text) ?? "") {
                    if isPerson(kind) { people.insert(number) } else if kind == "class" { classes.insert(number) }
                }
            }
        }
        let names = Names(people: try self.names(people, log, tx), classes: try self.classes(classes, log, tx))
        return try rows.map { try line($0, names) }
    }

    private struct Names { let people: [Int64: (ID<Person>, PersonName)], classes: [Int64: String] }

    /// Only of those who belong or belonged to the school; one who was merged is who they are now.
    private static func names(_ people: Set<Int64>, _ log: ReadableLog, _ tx: Transaction) throws -> [Int64: (ID<Person>, PersonName)] {
        guard !people.isEmpty else { return [:] }
        let list = people.sorted().map { Storage.Value.int($0) }
        let rows = try tx.rows(
            """
            SELECT a.id AS asked, p.id, p.family, p.given, p.patronymic FROM person a LEFT JOIN merged_person g ON g.from_id = a.id
            JOIN person p ON p.id = COALESCE(g.into_id, a.id) JOIN school_person s ON s.person_id = p.id AND s.school_id = \(log.school)
            WHERE a.id IN \(list: list)
            """)
        return Dictionary(try rows.map { (try $0.int("asked"), (try $0.id("id"), try AccountsStore.name($0))) }, uniquingKeysWith: { first, _ in first })
    }

    private static func classes(_ classes: Set<Int64>, _ log: ReadableLog, _ tx: Transaction) throws -> [Int64: String] {
        guard !classes.isEmpty else { return [:] }
        let list = classes.sorted().map { Storage.Value.int($0) }
        let rows = try tx.rows("SELECT id, name FROM school_class WHERE school_id = \(log.school) AND id IN \(list: list)")
        return Dictionary(try rows.map { (try $0.int("id"), try $0.text("name")) }, uniquingKeysWith: { first, _ in first })
    }

    private static func line(_ row: Row, _ names: Names) throws -> LogLine {
        let by = try row.optional("by_id", Row.int)
        return LogLine(
            number: try row.int("id"), at: try row.moment("at"), by: by.flatMap { names.people[$0]?.1 }, byID: by.flatMap { names.people[$0]?.0 },
            kind: try row.text("what"), about: try row.text("about").split(separator: "/").map { value(String($0), names) },
            was: try row.optional("was", Row.text).map { value($0, names) }, became: try row.optional("became", Row.text).map { value($0, names) })
    }

    private static func value(_ text: String, _ names: Names) -> LogLine.Value {
        if let role = Role(rawValue: text) { return .role(role) }
        guard let (kind, number) = pieces(text).first, !text.contains("/") else { return .text(text) }
        if isPerson(kind) {
            let known = names.people[number]
            return .person(known?.0 ?? ID(number), known?.1)
        }
        return kind == "class" ? names.classes[number].map { .schoolClass($0) } ?? .text(text) : .text(text)
    }

    private static func isPerson(_ kind: String) -> Bool { ["person", "pupil", "guardian", "teacher"].contains(kind) }

    /// `lesson:7/pupil:31` is a lesson and a pupil.
    private static func pieces(_ text: String) -> [(kind: String, number: Int64)] {
        text.split(separator: "/").compactMap { piece in
            let parts = piece.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let number = Int64(parts[1]) else { return nil }
            return (String(parts[0]), number)
        }
    }
}

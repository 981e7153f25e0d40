import Kernel
import Storage
import WebCore

/// Roles, sign-ins and traces of one school, and the login where it goes along, see `Parting`.
struct AccountsParting {
    let parting: Parting
    let tx: Transaction
    init(_ parting: Parting, _ tx: Transaction) {
        self.parting = parting
        self.tx = tx
    }

    func run() throws {
        try parting.move("membership", "person_id", in: tx)
        try parting.move("teacher_badge", "person_id", "given_by", in: tx)
        try parting.move("sign_in", "person_id", in: tx)
        try moveLogin()
        try parting.move("school_person", "person_id", in: tx)
        try parting.move("person_word", "person_id", in: tx)
        try moveTraces()
        try KeptAway.note(parting.person, in: parting.school, tx)
        try PersonWords.renew(parting.person, tx)
        tx.end(parting.person)
    }

    /// Without an account nobody stays signed in anywhere.
    private func moveLogin() throws {
        guard parting.takesAccount else { return }
        try parting.moveOwn("credential", in: tx)
        try parting.moveOwn("sign_in", in: tx)
        try AttemptStore.forget("login:password-of-\(parting.person.number)", tx)
    }

    /// Traces name people by who did it, and by words like `person:7` in what it was done to. A row that was merged into the person
    /// once is the same human being.
    private func moveTraces() throws {
        let former = try tx.rows("SELECT from_id FROM merged_person WHERE into_id = \(parting.person)").map { try $0.id("from_id", of: Person.self) }
        for one in former + [parting.person] {
            try tx.rows("UPDATE trace SET by_id = \(parting.line) WHERE by_id = \(one) AND school_id = \(parting.school)")
            let rows = try tx.rows(
                """
                SELECT id, about, was, became FROM trace WHERE school_id = \(parting.school)
                AND (about LIKE \("%person:\(one.number)%") OR about LIKE \("%pupil:\(one.number)%") OR was LIKE \("%person:\(one.number)%")
                    OR became LIKE \("%person:\(one.number)%"))
                """)
            for row in rows {
                try tx.rows(
                    """
                    UPDATE trace SET about = \(renamed(try row.text("about"), one)), was = \(try row.optional("was", Row.text).map { renamed($0, one) }),
                        became = \(try row.optional("became", Row.text).map { renamed($0, one) }) WHERE id = \(try row.int("id"))
                    """)
            }
        }
    }

    private func renamed(_ words: String, _ one: ID<Person>) -> String {
        words.split(separator: "/", omittingEmptySubsequences: false).map { word in
            for kind in ["person:", "pupil:"] where word == kind + String(one.number) { return kind + String(parting.line.number) }
            return String(word)
        }.joined(separator: "/")
    }
}

extension AccountsStore {
    /// A second row of the same human being, of whom nothing else is kept yet.
    public static func double(of person: ID<Person>, _ tx: Transaction) throws -> ID<Person> {
        try tx.one(
            """
            INSERT INTO person (family, given, patronymic, name_key, sex, born_on, language)
            SELECT family, given, patronymic, name_key, sex, born_on, language FROM person WHERE id = \(person) RETURNING id
            """
        ).id("id")
    }

    /// Whether another school knows the person, or has known them; with an open role only, if that is asked.
    public static func isKnown(_ person: ID<Person>, elsewhereThan school: ID<School>, now isNow: Bool = false, _ tx: Transaction) throws -> Bool {
        let open: SQL = isNow ? "AND until IS NULL" : ""
        return try tx.first("SELECT id FROM membership WHERE person_id = \(person) AND school_id <> \(school) \(open)") != nil
    }
}

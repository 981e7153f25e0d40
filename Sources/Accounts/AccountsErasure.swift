import Kernel
import Storage

/// Destroys what is known of a person: name, sex, birth, login, sign-ins, and the values in the traces about them. The row stays as a
/// number, so that what the person did to others keeps an author (REQUIREMENTS H02).
///
/// `trace` is append-only with this one exception: who, when and what kind of change remain; what it was and what it became, which may
/// be a name or a login, do not.
struct AccountsErasure {
    let person: ID<Person>
    let tx: Transaction

    func run() throws -> [Destroyed] {
        [try eraseLogin(), Destroyed(.signIn, try tx.rows("DELETE FROM sign_in WHERE person_id = \(person) RETURNING id").count), try eraseTraces()]
            + (try eraseName())
    }

    private func eraseLogin() throws -> Destroyed {
        let keys = try tx.rows("DELETE FROM credential WHERE person_id = \(person) RETURNING login_key").map { try $0.text("login_key") }
        for key in keys.map({ "login:" + $0 }) + ["login:password-of-\(person.number)"] { try AttemptStore.forget(key, tx) }
        // Found by the login no more, even where the name went before.
        try PersonWords.renew(person, tx)
        return Destroyed(.login, keys.count)
    }

    private func eraseTraces() throws -> Destroyed {
        let about = "person:\(person.number)"
        let rows = try tx.rows(
            "UPDATE trace SET was = NULL, became = NULL WHERE about = \(about) AND (was IS NOT NULL OR became IS NOT NULL) RETURNING id")
        return Destroyed(.trace, rows.count)
    }

    private func eraseName() throws -> [Destroyed] {
        guard let row = try tx.first("SELECT sex, born_on FROM person WHERE id = \(person) AND is_erased = 0") else { return [] }
        let known = try [row.optional("sex", Row.text), row.optional("born_on", Row.text)].compactMap { $0 }
        let alias = Alias.number(Int(person.number))
        try AccountsStore.setAlias(alias, of: person, tx)
        return [Destroyed(.name, 1), Destroyed(.birth, known.count)]
    }
}

/// What stands in lists for a person of whom nothing may be known: «№ 17».
public enum Alias {
    public static func number(_ number: Int) -> PersonName { PersonName(family: "№ \(number)", given: "") }
    /// Stands after all names in either database, in the order of the numbers.
    static func key(_ alias: PersonName) -> String {
        let digits = String(alias.family.filter(\.isNumber))
        return "№ " + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }
}

extension AccountsStore {
    /// From here on the person is a number in lists.
    public static func setAlias(_ alias: PersonName, of person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows(
            """
            UPDATE person SET family = \(alias.family), given = '', patronymic = '', name_key = \(Alias.key(alias)), sex = NULL, born_on = NULL,
                language = NULL, is_erased = 1
            WHERE id = \(person)
            """)
        try PersonWords.renew(person, tx)
    }

    /// A numbered line becomes a person again: what is entered anew stands, nothing is restored.
    public static func enterAnew(_ name: PersonName, sex: Sex?, bornOn: Day?, of person: ID<Person>, _ tx: Transaction) throws {
        try setName(name, of: person, tx)
        try tx.rows("UPDATE person SET sex = \(sex?.rawValue), born_on = \(bornOn), is_erased = 0 WHERE id = \(person)")
    }

    /// Ends every role of the person in the school; where they had it.
    public static func endMemberships(of person: ID<Person>, as role: Role, on day: Day, in school: ID<School>, _ tx: Transaction) throws -> Int {
        let ended = try tx.rows(
            """
            UPDATE membership SET until = CASE WHEN since > \(day) THEN since ELSE \(day) END
            WHERE person_id = \(person) AND school_id = \(school) AND role = \(role.rawValue) AND until IS NULL RETURNING id
            """
        ).count
        try PersonWords.leave(person, from: school, tx)
        return ended
    }
}

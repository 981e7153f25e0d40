import Kernel
import Storage

/// What is known of a person is put right: the name, and sex and date of birth where they are given.
/// One who belongs to another school as well is put right only by whoever runs the installation. One whose data were destroyed stays
/// as they are, without a refusal: a register that is imported again must not bring back what a family has taken out.
public struct CorrectPerson: Verb {
    public let person: ID<Person>
    public let name: PersonName
    public let sex: Sex?
    public let bornOn: Day?
    public init(_ person: ID<Person>, name: PersonName, sex: Sex?, bornOn: Day?) {
        self.person = person
        self.name = name
        self.sex = sex
        self.bornOn = bornOn
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer), name = try name.checked()
        guard let was = try AccountsStore.name(of: person, in: ruled, tx) else { throw Denial.notFound }
        let mayAnywhere = try viewer.has(.platformOperator) || !AccountsStore.belongsElsewhere(person, than: ruled, tx)
        guard mayAnywhere else { throw Denial.forbidden(.belongsElsewhere) }
        guard try !AccountsStore.isErased(person, tx) else { return }
        try tx.rows(
            """
            UPDATE person SET family = \(name.family), given = \(name.given), patronymic = \(name.patronymic), name_key = \(name.key),
                sex = COALESCE(CAST(\(sex?.rawValue) AS TEXT), sex), born_on = COALESCE(CAST(\(bornOn) AS TEXT), born_on)
            WHERE id = \(person)
            """)
        try PersonWords.renew(person, tx)
        try tx.leave(Trace("accounts.name", about: "person:\(person.number)", was: was.full, became: name.full), by: viewer, at: now)
    }
}

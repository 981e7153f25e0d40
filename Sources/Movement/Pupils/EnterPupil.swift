import Accounts
import Kernel
import School
import Storage

/// A child whom the school has not known is entered and enrolled by one act (REQUIREMENTS A31).
public struct EnterPupil: Verb {
    public let name: PersonName
    public let bornOn: Day
    public let sex: Sex?
    public let schoolClass: ID<SchoolClass>
    public let day: Day
    public let order: OrderDraft
    public let place: String
    public init(
        _ name: PersonName, bornOn: Day, sex: Sex? = nil, into schoolClass: ID<SchoolClass>, on day: Day, order: OrderDraft, place: String = ""
    ) {
        self.name = name
        self.bornOn = bornOn
        self.sex = sex
        self.schoolClass = schoolClass
        self.day = day
        self.order = order
        self.place = place
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Person> {
        let ruled = try MovementAccess.moved(by: viewer)
        for (field, part) in [("family", name.family), ("given", name.given)] where part.isEmpty { throw Denial.invalid(field: field, .emptyName) }
        for (field, part) in [("family", name.family), ("given", name.given), ("patronymic", name.patronymic)] where part.count > 60 {
            throw Denial.invalid(field: field, .longName)
        }
        guard bornOn < day else { throw Denial.invalid(field: "bornOn", .bornTooLate) }
        // A form sent twice, or a child who is in the list already.
        let twin = try tx.first(
            """
            SELECT p.id FROM person p JOIN membership m ON m.person_id = p.id AND m.school_id = \(ruled.id) AND m.role = 'pupil'
            WHERE p.name_key = \(name.key) AND p.born_on = \(bornOn) LIMIT 1
            """)
        guard twin == nil else { throw Denial.conflict(.samePupil) }
        let pupil = try RegisterPerson(name, as: .pupil, since: day, sex: sex, bornOn: bornOn).run(by: viewer, at: now, in: tx)
        try MovePupils([pupil], .enrol(into: schoolClass), on: day, order: order, place: place).run(by: viewer, at: now, in: tx)
        return pupil
    }
}

import Accounts
import Kernel
import Storage

/// Takes what is due, judges it by the rules as they stand now, and puts what may go under a lease.
struct Claiming {
    /// People a node takes at once.
    static let most = 16
    /// Letters to one person are so many seconds apart.
    static let letterPause = 3600

    let now: Moment
    let tx: Transaction

    struct Outcome: Sendable {
        var parcels: [Parcel] = []
        /// How many notices were looked at; none means that nothing is due.
        var looked = 0
    }

    func run() throws -> Outcome {
        let due = try OutboxStore.due(at: now, people: Self.most, tx)
        guard !due.isEmpty else { return Outcome() }
        let circumstances = try Circumstances(of: due, at: now, tx)
        var going: [ID<Person>: [WaitingNotice]] = [:]
        for notice in due {
            switch circumstances.verdict(on: notice, at: now) {
            case .now: going[notice.person, default: []].append(notice)
            case .later(let moment): try OutboxStore.putOff(notice.id, until: moment, tx)
            case .never: try OutboxStore.remove([notice.id], tx)
            }
        }
        let parcels = try going.sorted { $0.key.number < $1.key.number }.compactMap { try parcel($0.value, of: $0.key, circumstances) }
        return Outcome(parcels: parcels, looked: due.count)
    }

    private func parcel(_ notices: [WaitingNotice], of person: ID<Person>, _ circumstances: Circumstances) throws -> Parcel? {
        let devices = try PushStore.live(of: person, at: now, tx), letters = try MailStore.confirmed(of: person, tx)
        let mail = devices.isEmpty || circumstances.wantsLetters(person) ? letters : nil
        guard !devices.isEmpty || mail != nil else {
            try OutboxStore.remove(notices.map(\.id), tx)
            return nil
        }
        let isUrgent = notices.contains { $0.urgency == 2 }
        if devices.isEmpty, !isUrgent, let sentAt = mail?.sentAt, sentAt + Self.letterPause > now {
            for notice in notices { try OutboxStore.putOff(notice.id, until: sentAt + Self.letterPause, tx) }
            return nil
        }
        var generator = SystemRandomNumberGenerator()
        let lease = Int64.random(in: 1 ... .max, using: &generator), ids = notices.map(\.id), done = try OutboxStore.done(ids, tx)
        try OutboxStore.lease(ids, lease, at: now, tx)
        let doneByAll = ids.map { done[$0] ?? [] }.reduce(nil) { (all: Set<String>?, one) in all?.intersection(one) ?? one } ?? []
        return Parcel(
            person: person, language: circumstances.language(of: person), lease: lease, notices: notices, devices: devices, mail: mail, done: doneByAll)
    }
}

/// All that is to be known of some people and their schools to judge what waits for them, asked for together.
struct Circumstances {
    private let roles: [Place: Set<Role>]
    private let schools: [ID<School>: (zone: Zone, quiet: QuietHours)]
    private let choices: [ID<Person>: Choice]
    private let languages: [ID<Person>: Language]
    private let levels: Levels

    private struct Place: Hashable {
        let person: ID<Person>
        let school: ID<School>
    }

    init(of notices: [WaitingNotice], at now: Moment, _ tx: Transaction) throws {
        let people = Array(Set(notices.map(\.person))), schoolIDs = Array(Set(notices.map(\.school)))
        var roles: [Place: Set<Role>] = [:]
        for school in schoolIDs {
            let rows = try tx.rows(
                """
                SELECT m.person_id, m.role FROM membership m
                WHERE m.school_id = \(school) AND m.person_id IN \(list: people) AND m.until IS NULL AND \(AccountsAccess.isOpen(to: "m.person_id", in: school))
                """)
            for row in rows {
                if let role = Role(rawValue: try row.text("role")) { roles[Place(person: try row.id("person_id"), school: school), default: []].insert(role) }
            }
        }
        self.roles = roles
        schools = try ChoiceStore.schools(schoolIDs, tx)
        choices = try ChoiceStore.choices(of: people, tx)
        levels = try ChoiceStore.levels(of: people, tx)
        languages = try tx.rows("SELECT id, language FROM person WHERE id IN \(list: people) AND language IS NOT NULL").reduce(into: [:]) {
            $0[try $1.id("id")] = Language(rawValue: try $1.text("language"))
        }
    }

    /// One who has left the school, or whose consent does not stand, hears nothing of it.
    func verdict(on notice: WaitingNotice, at now: Moment) -> Verdict {
        guard let roles = roles[Place(person: notice.person, school: notice.school)], let school = schools[notice.school] else { return .never }
        let choice = choices[notice.person] ?? .standard, isStaff = roles.contains { $0.side == .staff }
        let peace = Peace(
            school: school.quiet, own: choice.own, worksLate: choice.worksLate && isStaff,
            pace: choice.pace == .weekly && isStaff ? .morning : choice.pace, zone: school.zone)
        return Verdict.of(notice, peace, level: levels.level(of: notice.person, notice.kind, at: notice.place), at: now)
    }

    func language(of person: ID<Person>) -> Language { languages[person] ?? .ru }
    /// Digests are worth a letter beside the push.
    func wantsLetters(_ person: ID<Person>) -> Bool { (choices[person] ?? .standard).pace != .soon }
}

import Accounts
import Invitations
import Kernel
import School
import Storage

/// Lets the classes that come late come in by codes: in one most have, and the rest got a second sheet; in the next half have; in the
/// last nobody was given a code yet.
struct Comings {
    private let school: Entering
    private let hash: PasswordHash
    init(_ school: Entering, _ hash: PasswordHash) {
        self.school = school
        self.hash = hash
    }
    private var late: [Int] { school.demonstration.size.lateClasses }
    /// Some days ago: codes of then are still good.
    private var lately: Moment { max(school.beginning, school.time.now - 5 * 24 * 3600) }

    /// In the year's first days.
    func comeEarly() throws {
        guard let first = late.first else { return }
        let codes = try sheet(first, at: school.beginning).codes
        try use(codes, but: min(3, codes.count), since: school.beginning)
    }

    /// Some days ago. Those who have not come.
    func comeLately() throws -> Set<ID<Person>> {
        if let first = late.first {
            let second = try sheet(first, at: lately, anew: true)
            if let lost = second.codes.last { try RevokeCode(lost.id).run(by: school.ruler, at: lately + 3600, in: school.tx) }
        }
        if let next = late.dropFirst().first { try use(sheet(next, at: lately).codes, but: 2, since: lately) }
        school.tx.dropNews()
        let rows = try school.tx.rows(
            "SELECT DISTINCT person_id FROM membership WHERE school_id = \(school.school.id) AND person_id NOT IN (SELECT person_id FROM credential)")
        return Set(try rows.map { try $0.id("person_id") })
    }

    /// The class teacher gives the slips out.
    private func sheet(_ place: Int, at moment: Moment, anew: Bool = false) throws -> IssuedSheet {
        let teacher = school.viewer(teacher: school.plan.classTeachers[place])
        return try IssueCodes(to: .schoolClass(school.classes[place].id), anew: anew).run(by: teacher, at: moment, in: school.tx)
    }

    /// All but each so-manieth come in, a quarter of an hour after one another.
    private func use(_ codes: [IssuedCode], but step: Int, since start: Moment) throws {
        for (place, code) in codes.enumerated() where place % step != step - 1 {
            let moment = min(start + 7200 + place * 900, school.time.now)
            _ = try UseCode(code: code.code, name: nil, login: nil, hash: hash, address: "192.0.2.1", device: nil).run(at: moment, in: school.tx)
        }
    }
}

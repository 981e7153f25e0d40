import Interchange
import Kernel
import School

/// The academic years and terms of a roster. A year is known by the calendar year of its September: 2022 is «2022/23».
struct RosterCalendar {
    struct Part {
        let session: OneRoster.AcademicSession
        let kind: Term.Kind
        let days: ClosedRange<Day>
    }

    private(set) var findings: [Finding] = []
    private let sessions: [OneRoster.SourcedID<OneRoster.AcademicSession>: OneRoster.AcademicSession]
    let parts: [Part]
    private var spans: [Int: ClosedRange<Day>] = [:]
    let current: Int

    init(_ bundle: OneRosterBundle, today: Day) {
        let active = bundle.academicSessions.filter { $0.status == .active }
        sessions = Dictionary(active.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        parts = active.compactMap { session in
            guard let days = session.days, let kind = Self.kind(of: session, days) else { return nil }
            return Part(session: session, kind: kind, days: days)
        }
        let years = active.filter { $0.kind == .known(.schoolYear) }
        current = (years.isEmpty ? active : years).compactMap(\.days).map(Self.number).max() ?? Self.number(of: today + 62)
        for session in years { take(session) }
        for part in parts { widen(Self.number(of: part.days), part.days) }
        for session in active where session.kind != .known(.schoolYear) && !parts.contains(where: { $0.session.id == session.id }) {
            note(.notTerm, session, session.title, isRefusal: true)
        }
    }

    /// The latest of the years of a class's sessions; else its course's; else the roster's latest.
    func year(of entry: OneRoster.Class, _ course: OneRoster.Course?) -> Int {
        let own = entry.sessions.compactMap { sessions[$0]?.days }.map(Self.number)
        return own.max() ?? course?.schoolYear.flatMap { sessions[$0]?.days }.map(Self.number) ?? current
    }

    func year(of session: OneRoster.SourcedID<OneRoster.AcademicSession>?) -> Int { session.flatMap { sessions[$0]?.days }.map(Self.number) ?? current }

    func days(of year: Int) -> ClosedRange<Day> { spans[year] ?? Self.usual(year) }
    static func name(of year: Int) -> String { "\(year)/" + (year % 100 == 99 ? "00" : (year + 1) % 100 < 10 ? "0\((year + 1) % 100)" : "\((year + 1) % 100)") }

    /// The terms of which these sessions are, or which are in them, or hold them.
    func parts(used: Set<OneRoster.SourcedID<OneRoster.AcademicSession>>) -> [Part] {
        var wanted = used
        for id in used { wanted.formUnion(above(id)) }
        return parts.filter { wanted.contains($0.session.id) || !above($0.session.id).isDisjoint(with: used) }
            .sorted { ($0.days.lowerBound, $0.session.id.text) < ($1.days.lowerBound, $1.session.id.text) }
    }

    private func above(_ id: OneRoster.SourcedID<OneRoster.AcademicSession>) -> Set<OneRoster.SourcedID<OneRoster.AcademicSession>> {
        var found: Set<OneRoster.SourcedID<OneRoster.AcademicSession>> = []
        var next = sessions[id]?.parent
        while let here = next, let session = sessions[here], session.kind != .known(.schoolYear), found.insert(here).inserted { next = session.parent }
        return found
    }

    /// Nobody begins a year in July; the middle says whose year it is.
    static func number(of day: Day) -> Int { day.month >= 9 ? day.year : day.year - 1 }
    static func number(of days: ClosedRange<Day>) -> Int { number(of: Day(number: (days.lowerBound.number + days.upperBound.number) / 2)) }

    static func usual(_ year: Int) -> ClosedRange<Day> {
        guard let start = Day(year: year, month: 9, day: 1), let end = Day(year: year + 1, month: 8, day: 31) else { return Day(number: 0)...Day(number: 364) }
        return start...end
    }

    private mutating func take(_ session: OneRoster.AcademicSession) {
        guard let days = session.days, (180...400).contains(days.upperBound - days.lowerBound) else {
            return note(.shortYear, session, "\(session.start) – \(session.end)")
        }
        let number = Self.number(of: days)
        guard let known = spans[number] else { spans[number] = days; return }
        spans[number] = min(known.lowerBound, days.lowerBound)...max(known.upperBound, days.upperBound)
    }

    private mutating func widen(_ number: Int, _ days: ClosedRange<Day>) {
        let known = spans[number] ?? Self.usual(number)
        spans[number] = min(known.lowerBound, days.lowerBound)...max(known.upperBound, days.upperBound)
    }

    private static func kind(of session: OneRoster.AcademicSession, _ days: ClosedRange<Day>) -> Term.Kind? {
        guard case .known(let kind) = session.kind, days.upperBound - days.lowerBound <= 250 else { return nil }
        switch kind {
        case .semester: return .halfYear
        case .quarter: return .quarter
        case .trimester: return .trimester
        case .term, .gradingPeriod:
            let length = days.upperBound - days.lowerBound
            return length >= 105 ? .halfYear : length >= 80 ? .trimester : .quarter
        case .schoolYear, .summerSession, .other: return nil
        }
    }

    private mutating func note(_ flaw: OrderFlaw, _ session: OneRoster.AcademicSession, _ value: String, isRefusal: Bool = false) {
        findings.append(
            Finding(kind: flaw == .shortYear ? .year : .term, flaw: flaw, place: session.origin.place("type"), value: value, isRefusal: isRefusal))
    }
}

extension OneRoster.AcademicSession {
    var days: ClosedRange<Day>? {
        guard let start = start.asDay, let end = end.asDay, start <= end else { return nil }
        return start...end
    }
}

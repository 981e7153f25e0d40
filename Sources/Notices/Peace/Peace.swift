import Kernel

/// In what peace one person is left in one school: the school's quiet hours, widened by their own. Pure.
struct Peace: Hashable, Sendable {
    let school: QuietHours
    var own: QuietHours?
    /// Staff who chose to be reached in the school's quiet hours; their own still hold.
    var worksLate = false
    var pace = NoticePace.soon
    let zone: Zone

    /// When the day's digest goes, and on Friday the week's: 17:00.
    static let digestWeekday = 5, digestMinute = 17 * 60

    func isQuiet(at moment: Moment) -> Bool { isQuiet(moment, own: own) }

    private func isQuiet(_ moment: Moment, own: QuietHours?) -> Bool {
        let (weekday, minute) = (zone.day(of: moment).weekday, zone.minute(of: moment))
        return (!worksLate && school.holds(weekday: weekday, minute: minute)) || own?.holds(weekday: weekday, minute: minute) == true
    }

    /// The moment itself if it is open, else the first one after it that is. Where the two kinds of hours together leave nothing
    /// open, the school's alone count: news comes late, but it comes.
    func firstOpen(from moment: Moment) -> Moment { firstOpen(moment, own: own) ?? firstOpen(moment, own: nil) ?? moment }

    private func firstOpen(_ moment: Moment, own: QuietHours?) -> Moment? {
        guard isQuiet(moment, own: own) else { return moment }
        let minutes = Set([0, school.until] + (own.map { [$0.until] } ?? [])).sorted(), today = zone.day(of: moment)
        for day in 0...8 {
            for minute in minutes {
                let edge = zone.moment(today + day, minute: minute)
                if edge > moment, !isQuiet(edge, own: own) { return edge }
            }
        }
        return nil
    }

    /// When what was told at this moment is due at the person's pace, quiet hours apart. A digest is never oftener than daily.
    func release(of told: Moment, asDigest isDigest: Bool = false) -> Moment {
        let day = zone.day(of: told)
        func next(_ minute: Int, from day: Day, every days: Int) -> Moment {
            let moment = zone.moment(day, minute: minute)
            return moment >= told ? moment : zone.moment(day + days, minute: minute)
        }
        switch pace {
        case .soon where isDigest: return next(Self.digestMinute, from: day, every: 1)
        case .soon: return told
        case .morning: return next(school.until, from: day, every: 1)
        case .weekly: return next(Self.digestMinute, from: day + (Self.digestWeekday - day.weekday + 7) % 7, every: 7)
        }
    }
}

/// What becomes of one waiting notice now.
enum Verdict: Hashable, Sendable {
    case now, later(Moment), never

    static func of(_ notice: WaitingNotice, _ peace: Peace, level: NoticeLevel, at now: Moment) -> Verdict {
        // Who got into an account at night is heard of at night.
        if notice.urgency == 2 || [NoticeKind.trial.rawValue, NoticeKind.security.rawValue].contains(notice.kind) { return .now }
        let isNamed = notice.isMention || notice.urgency == 1
        guard level == .all || level == .digest || (level == .mentions && isNamed) else { return .never }
        let due = notice.urgency == 1 ? notice.toldAt : peace.release(of: notice.toldAt, asDigest: level == .digest)
        let open = peace.firstOpen(from: max(now, due))
        return open <= now ? .now : .later(open)
    }
}

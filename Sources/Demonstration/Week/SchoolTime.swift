import Kernel
import Timetable

/// The hour at which the school is shown: in which zone, with which bells a lesson is on at that very moment, and where in the
/// academic year it lies.
public struct SchoolTime: Sendable {
    public let now: Moment
    public let zone: Zone
    public let bells: [Bell]
    /// The number of the lesson that is on.
    public let lessonNow: Int
    public let today: Day
    let year: AcademicCalendar

    /// A lesson that is on has at least so many minutes left.
    static let leastLeft = 10
    /// Every class of years 7–11 has lessons of these numbers each day.
    static let sureLessons = 1...6

    public init(at now: Moment) {
        self.now = now
        let choice = Self.choice(at: now)
        (zone, bells, lessonNow) = (choice.zone, choice.bells, choice.lesson)
        today = zone.day(of: now)
        year = AcademicCalendar(around: today)
    }

    /// The plan's weekday that holds today: a weekend day is like Monday.
    var plannedWeekday: Int { today.weekday > 5 ? 1 : today.weekday }

    /// Noon of a day, when a lesson is on in Kaliningrad.
    public static func noon(of day: Day) -> Moment { (Zone("Europe/Kaliningrad") ?? .moscow).moment(day, minute: 11 * 60 + 45) }

    static let usualBells = [
        Bell(1, 510, 555), Bell(2, 565, 610), Bell(3, 630, 675), Bell(4, 695, 740), Bell(5, 750, 795), Bell(6, 805, 850), Bell(7, 860, 905),
    ]

    private struct Choice {
        let zone: Zone
        let bells: [Bell]
        let lesson: Int
        let cost: Int
    }

    private static let zones = [
        "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk",
        "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
    ]

    /// The least strange of the country's zones and shifts of the bells.
    private static func choice(at now: Moment) -> Choice {
        var best: Choice?
        for (place, name) in zones.enumerated() {
            guard let zone = Zone(name) else { continue }
            let minute = zone.minute(of: now)
            for shift in stride(from: -480, through: 530, by: 5) {
                guard let bell = usualBells.first(where: { isOn($0, shift, minute) }) else { continue }
                let cost = strangeness(place: place, shift: shift)
                if cost < best?.cost ?? .max { best = Choice(zone: zone, bells: usualBells.map { $0.shifted(by: shift) }, lesson: bell.number, cost: cost) }
            }
        }
        // Without the tz database there is Moscow alone, and its lessons as they are.
        return best ?? Choice(zone: .moscow, bells: usualBells, lesson: 1, cost: 0)
    }

    private static func isOn(_ bell: Bell, _ shift: Int, _ minute: Int) -> Bool {
        sureLessons.contains(bell.number) && bell.starts + shift <= minute && minute + leastLeft <= bell.ends + shift
    }

    /// In minutes that the bells stand off the usual ones; far zones, lessons before eight and after five cost more.
    private static func strangeness(place: Int, shift: Int) -> Int {
        let far = place == 0 ? 0 : place == 1 ? 20 : 100 + 10 * place
        return abs(shift) + far + max(0, 480 - (510 + shift)) * 4 + max(0, 905 + shift - 1020)
    }
}

extension Bell {
    fileprivate func shifted(by minutes: Int) -> Bell { Bell(number, starts + minutes, ends + minutes) }
}

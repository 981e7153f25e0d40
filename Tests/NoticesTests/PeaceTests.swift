import Kernel
import Testing

@testable import Notices

/// Properties of the rules over many made-up schools, people and moments; the numbers are drawn from a fixed seed.
@Suite struct PeaceTests {
    static let zones: [Zone] = [
        "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk",
        "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
    ].compactMap { Zone($0) }

    struct Draw {
        var state: UInt64
        mutating func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        mutating func hours(_ lengths: ClosedRange<Int>) -> QuietHours {
            let from = below(1440), length = lengths.lowerBound + below(lengths.count)
            return QuietHours(from: from, until: (from + length) % 1440, isSundayQuiet: below(2) == 0)
        }
        mutating func moment() -> Moment { Moment(milliseconds: 1_790_000_000_000 + Int64(below(400 * 1440)) * 60_000 + Int64(below(60_000))) }
        mutating func peace() -> Peace {
            let zone = PeaceTests.zones[below(PeaceTests.zones.count)]
            var peace = Peace(school: hours(360...1080), zone: zone)
            if below(2) == 0 { peace.own = hours(1...1380) }
            peace.worksLate = below(4) == 0
            peace.pace = NoticePace.allCases[below(3)]
            return peace
        }
        mutating func notice(_ toldAt: Moment, urgency: Int64) -> WaitingNotice {
            WaitingNotice(
                id: ID(1), person: ID(1), school: ID(1), kind: "message", place: "/chats/1", isMention: below(2) == 0, urgency: urgency, count: 1,
                toldAt: toldAt, tries: 0)
        }
    }

    /// Working days are alike, and no hours close them for Sunday's sake.
    static func opensAtAll(_ peace: Peace) -> Bool {
        (0..<1440).contains { minute in
            (peace.worksLate || !peace.school.holds(weekday: 1, minute: minute)) && peace.own?.holds(weekday: 1, minute: minute) != true
        }
    }

    @Test("the country has eleven zones, and each is known") func eleven() { #expect(Self.zones.count == 11) }

    @Test("what is not urgent goes in open hours alone, never before it was told, at the first open minute, and always within nine days")
    func firstOpen() {
        var draw = Draw(state: 1)
        for _ in 0..<1500 {
            let peace = draw.peace(), told = draw.moment(), open = peace.firstOpen(from: told), schoolOnly = Peace(school: peace.school, zone: peace.zone)
            #expect(open >= told && open < told + 9 * 86_400)
            // Only where school and person together leave nothing open do the person's own hours give way.
            let isAnythingOpen = Self.opensAtAll(peace)
            if isAnythingOpen { #expect(!peace.isQuiet(at: open)) } else { #expect(peace.worksLate || !schoolOnly.isQuiet(at: open)) }
            guard isAnythingOpen, open > told else { continue }
            let minutes = (Moment.seconds(from: told, to: open) + 59) / 60
            #expect(!(0..<minutes).contains { !peace.isQuiet(at: told + $0 * 60) && told + $0 * 60 < open }, "an earlier minute was open")
        }
    }

    @Test("a person's own hours only widen the school's: nothing comes earlier for having them")
    func widening() {
        var draw = Draw(state: 2)
        for _ in 0..<1500 {
            var peace = draw.peace()
            let told = draw.moment(), minute = draw.moment()
            peace.own = draw.hours(1...600)
            var without = peace
            without.own = nil
            #expect(!without.isQuiet(at: minute) || peace.isQuiet(at: minute))
            let isAnythingOpen = Self.opensAtAll(peace)
            if isAnythingOpen { #expect(peace.firstOpen(from: told) >= without.firstOpen(from: told)) }
        }
    }

    @Test("a verdict: urgent goes now whatever the hour, level and pace; nothing else goes in quiet hours; what is put off is never lost nor early")
    func verdicts() {
        var draw = Draw(state: 3)
        for _ in 0..<3000 {
            let peace = draw.peace(), told = draw.moment(), now = told + draw.below(10 * 86_400), urgency = Int64(draw.below(3))
            let notice = draw.notice(told, urgency: urgency), level = NoticeLevel.allCases[draw.below(3)]
            switch Verdict.of(notice, peace, level: level, at: now) {
            case .now:
                if urgency < 2 {
                    #expect(level != .none && (level == .all || notice.isMention || urgency == 1))
                    #expect(peace.firstOpen(from: now) == now)
                    if urgency == 0 { #expect(peace.release(of: told) <= now) }
                }
            case .later(let moment):
                #expect(urgency < 2 && moment > now && moment < now + 17 * 86_400)
                #expect(Verdict.of(notice, peace, level: level, at: moment) == .now, "put off once, not for ever")
            case .never: #expect(urgency < 2 && level != .all)
            }
        }
    }

    @Test("by default the night is 21:00 to 7:00 and Sunday; the digests come in the morning and on Friday at five", arguments: zones)
    func examples(_ zone: Zone) {
        let tuesday = Day(number: 20_767), peace = Peace(school: .standard, zone: zone)
        func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Moment { zone.moment(tuesday + day, minute: hour * 60 + minute) }
        #expect(peace.firstOpen(from: at(0, 20, 59)) == at(0, 20, 59))
        #expect(peace.firstOpen(from: at(0, 21)) == at(1, 7))
        #expect(peace.firstOpen(from: at(4, 22)) == at(6, 7), "Saturday night waits for Monday")
        #expect(peace.firstOpen(from: at(5, 12)) == at(6, 7))
        var late = peace
        late.worksLate = true
        #expect(late.firstOpen(from: at(5, 23)) == at(5, 23))
        late.own = QuietHours(from: 22 * 60, until: 8 * 60, isSundayQuiet: false)
        #expect(late.firstOpen(from: at(5, 23)) == at(6, 8), "one's own hours hold for who works late as well")
        var slow = peace
        slow.pace = .morning
        #expect(slow.release(of: at(0, 10)) == at(1, 7) && slow.release(of: at(1, 3)) == at(1, 7))
        slow.pace = .weekly
        #expect(slow.release(of: at(0, 10)) == at(3, 17) && slow.release(of: at(3, 17)) == at(3, 17) && slow.release(of: at(3, 18)) == at(10, 17))
    }
}

import Accounts
import Kernel
import Messaging
import School
import Storage

/// Opens the school's chats and lets people talk in them.
struct Chatting {
    let school: Entering
    init(_ school: Entering) { self.school = school }

    private var time: SchoolTime { school.time }
    var shown: Shown { school.demonstration.shown }
    var shownClass: Int { school.demonstration.size.shownClass }

    struct Rooms {
        let staff: ID<Chat>
        let classes: [OpenClassChats.Opened]
    }

    func open() throws -> Rooms {
        let staff = try run(OpenStaffRoom(), by: school.ruler)
        return Rooms(staff: staff, classes: try school.classes.map { try run(OpenClassChats(of: $0.id), by: school.ruler) })
    }

    func talk(in rooms: Rooms, _ progress: (Demonstration.Progress) -> Void) throws {
        progress(.init("chats", 0.95))
        let channel = try run(OpenSchoolChannel(), by: school.ruler)
        var dice = Dice("talk staff"), channelDice = Dice("talk school")
        try hold(Talk.ofSchool, in: channel, staff(), called: "", &channelDice)
        try hold(Talk.ofStaff, in: rooms.staff, staff(), called: "", &dice)
        for (place, chats) in rooms.classes.enumerated() {
            try talk(of: place, chats)
            school.tx.dropNews()
            progress(.init("chats", 0.95 + 0.04 * Double(place) / Double(school.classes.count)))
        }
    }

    private func talk(of place: Int, _ chats: OpenClassChats.Opened) throws {
        let schoolClass = school.cast.classes[place]
        let isLively = place == shownClass || place % 9 == 4
        var dice = Dice("talk \(place)")
        let ofClass = schoolClass.year > 4 ? Talk.ofClass : Talk.ofYoungClass
        let some = { (all: [Talk], dice: inout Dice) in isLively ? all : Array(dice.shuffled(all).prefix(dice.number(2...4))) }
        try hold(some(ofClass, &dice), in: chats.forClass, classmates(place, &dice), called: schoolClass.name, &dice)
        try hold(some(Talk.ofFamilies, &dice), in: chats.forFamilies, parents(place, &dice), called: schoolClass.name, &dice)
    }

    private func run<V: Verb>(_ verb: V, by viewer: Viewer) throws -> V.Outcome { try verb.run(by: viewer, at: school.beginning, in: school.tx) }

    // MARK: Speakers

    private func classmates(_ place: Int, _ dice: inout Dice) -> [Character: Viewer] {
        let own = school.plan.classTeachers[place]
        let others = school.plan.courses.filter { $0.schoolClass == place && $0.teacher != own }.map(\.teacher)
        let subject = place == shownClass ? school.plan.courses[shown.course].teacher : others.first ?? own
        var pupils = dice.shuffled(school.cast.classes[place].pupils).filter { !school.absent.contains(school.pupils[$0]) }
        if place == shownClass { pupils = [shown.pupil] + pupils.filter { $0 != shown.pupil } }
        var speakers = Dictionary(uniqueKeysWithValues: zip("abcdef", pupils.map { school.viewer(pupil: $0) }))
        speakers["t"] = school.viewer(teacher: own)
        speakers["s"] = school.viewer(teacher: subject)
        return speakers
    }

    private func parents(_ place: Int, _ dice: inout Dice) -> [Character: Viewer] {
        var pupils = dice.shuffled(school.cast.classes[place].pupils)
        if place == shownClass { pupils = [shown.pupil] + pupils.filter { $0 != shown.pupil } }
        var speakers: [Character: Viewer] = [:], households: Set<Int> = []
        var letters = Array("abcdef")
        for pupil in pupils where !letters.isEmpty && households.insert(school.cast.pupils[pupil].household).inserted {
            let household = school.cast.pupils[pupil].household
            guard case .someone(let guardian)? = school.cast.households[household].guardians.first, !school.absent.contains(school.guardians[household][0])
            else { continue }
            speakers[letters.removeFirst()] = school.viewer(guardian: 0, of: household, named: guardian.name)
        }
        speakers["t"] = school.viewer(teacher: school.plan.classTeachers[place])
        return speakers
    }

    private func staff() -> [Character: Viewer] {
        var dice = Dice("staff room")
        let first = school.plan.courses[shown.course].teacher
        let others = dice.shuffled(school.cast.teachers.indices.filter { $0 != first })
        var speakers = Dictionary(uniqueKeysWithValues: zip("abcdef", ([first] + others).map { school.viewer(teacher: $0) }))
        speakers["h"] = school.viewer(head: 0)
        speakers["d"] = school.viewer(head: 1)
        return speakers
    }

    // MARK: Posting

    /// Holds the conversations one after another, over the last two weeks, the last one shortly before now.
    private func hold(_ talks: [Talk], in chat: ID<Chat>, _ speakers: [Character: Viewer], called className: String, _ dice: inout Dice) throws {
        var number = 0, last = school.beginning
        for (start, talk) in zip(starts(talks.count, &dice), talks) {
            var moment = max(start, last + 60)
            for line in talk.lines {
                guard let speaker = speakers[line.speaker], moment < time.now else { continue }
                number += 1
                let body = try Message.Body(Self.fill(line.text, speakers, className)), name = try Message.ClientID("made-up-\(chat.number)-\(number)")
                _ = try PostMessage(body, as: name, in: chat).run(by: speaker, at: moment, in: school.tx)
                last = moment
                moment = moment + dice.number(20...240)
            }
        }
    }

    /// Moments before and after lessons, in order, the last within the last hour.
    private func starts(_ count: Int, _ dice: inout Dice) -> [Moment] {
        let first = max(time.year.days.lowerBound, time.today - 13)
        return (0..<count).map { place in
            let day = weekday(first + (time.today - first) * place / max(1, count))
            guard place < count - 1, day < time.today else { return time.now - dice.number(1_800...3_600) }
            return time.zone.moment(day, minute: dice.happens(0.2) ? dice.number(450...490) : dice.number(870...1_240))
        }.sorted()
    }

    /// The Friday before a weekend's day.
    private func weekday(_ day: Day) -> Day { day - max(0, day.weekday - 5) }

    private static func fill(_ text: String, _ speakers: [Character: Viewer], _ className: String) -> String {
        guard text.contains("{") else { return text }
        var text = text.replacing("{class}", with: className)
        for (letter, speaker) in speakers {
            let isPupil = speaker.side == .pupil
            text = text.replacing("{\(letter)}", with: isPupil ? "\(speaker.name.given) \(speaker.name.family)" : speaker.name.address)
        }
        return text
    }
}

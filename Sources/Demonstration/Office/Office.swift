import Accounts
import Invitations
import Kernel
import Movement
import Regions
import School
import Storage

/// What the school's office does: orders, the card, acts, requests of newcomers.
struct Office {
    private let school: Entering
    init(_ school: Entering) { self.school = school }
    private var beginning: Day { school.time.zone.day(of: school.beginning) }
    private var director: Viewer { school.viewer(head: 0) }

    /// In the year's first days.
    func begin() throws {
        try writeCard()
        try publishRules()
        school.tx.dropNews()
    }

    /// In the last days.
    func goOn() throws {
        try publishOrder()
        try knock()
        school.tx.dropNews()
    }

    private func writeCard() throws {
        var card = SchoolCard.Contents.empty
        card.fullName = "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 58»"
        card.address = "г. Приозёрск-на-Ладве, ул. Школьная, 5"
        (card.site, card.phone, card.email) = ("https://school58.example", "8 (000) 555-58-58", "school58@example.org")
        card.director = school.cast.director.name.full
        card.help = school.cast.administrator.name.full + ", каб. 112"
        (card.pupils, card.staff) = (school.pupils.count, school.teachers.count + school.heads.count + 1)
        let zone = school.time.zone
        try ChangeCard(name: Demonstration.schoolName, kind: .general, zone: zone, contents: card).run(by: director, at: school.beginning, in: school.tx)
        let order = Regions.Appointment.Order("12-о", beginning)
        for (duty, person) in [(Regions.Appointment.Duty.administrator, school.ruler.person), (.connecting, school.heads[1])] {
            try Regions.Appoint(person: person, duty: duty, order: order).run(by: director, at: school.beginning, in: school.tx)
        }
    }

    /// Most of the staff have read them, and half of the class that is shown.
    private func publishRules() throws {
        let asked = LocalAct.Asked(staff: true, family: true, pupil: true)
        let rules = LocalAct.Contents(
            kind: .regulation, title: "Положение об электронном журнале и дневнике", number: "31", day: beginning,
            body:
                "Учитель заполняет журнал в день урока. Отметка выставляется с указанием работы, за которую она поставлена. Семья видит дневник своего ребёнка.",
            asked: asked, isTemplate: false)
        let act = try PublishAct(contents: rules, scan: nil, replacing: nil).run(by: director, at: school.beginning, in: school.tx)
        for viewer in readers() { try Acquaint(act: act).run(by: viewer, at: min(school.beginning + 7200, school.time.now), in: school.tx) }
    }

    /// Nobody has read it yet.
    private func publishOrder() throws {
        let breaks = LocalAct.Contents(
            kind: .order, title: "О дежурстве на переменах", number: "87", day: max(beginning, school.time.today - 3),
            body: "Дежурный учитель находится на этаже с начала до конца перемены.", asked: .init(staff: true, family: false, pupil: false), isTemplate: false)
        let lately = max(school.beginning, school.time.now - 3 * 24 * 3600)
        _ = try PublishAct(contents: breaks, scan: nil, replacing: nil).run(by: director, at: lately, in: school.tx)
    }

    private func readers() -> [Viewer] {
        let shown = school.demonstration.shown
        let isShown = { (place: Int) in place == school.plan.courses[shown.course].teacher || place == shown.teacherAndParent }
        let staff = school.cast.teachers.indices.filter { $0 % 4 != 3 && !isShown($0) }.map { school.viewer(teacher: $0) }
        let pupils = school.cast.classes[school.demonstration.size.shownClass].pupils.filter { $0 != shown.pupil && $0 % 2 == 0 }
        return staff + pupils.map { school.viewer(pupil: $0) }
    }

    /// Two have come to the school's door without a code.
    private func knock() throws {
        let mother = PersonName(family: "Ветрова", given: "Алина", patronymic: "Игоревна"),
            teacher = PersonName(family: "Лосев", given: "Глеб", patronymic: "Маркович")
        let name = school.cast.classes[school.demonstration.size.shownClass].name
        let lately = max(school.beginning, school.time.now - 26 * 3600)
        try AskToJoin(mother, as: .guardian, classWords: name, message: "Мама Артёма, переехали летом", to: school.school).run(at: lately, in: school.tx)
        try AskToJoin(teacher, as: .subjectTeacher, classWords: "", message: "Принят учителем физики", to: school.school).run(at: lately + 5400, in: school.tx)
    }
}

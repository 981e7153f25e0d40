import Accounts
import Kernel
import Storage
import Web

/// The demonstration school: made up, the same each time, and entered through the same verbs as any school's data.
public struct Demonstration: Sendable {
    public static let schoolName = "Школа № 58"
    public let size: Size
    public let time: SchoolTime
    let cast: Cast
    let plan: WeekPlan
    let shown: Shown

    /// - Throws: `NoPlan` if the lessons find no place in the week.
    public init(_ size: Size, at now: Moment) throws {
        self.size = size
        time = SchoolTime(at: now)
        cast = CastMaking.cast(size, year: time.year)
        plan = try WeekPlan.make(cast, size: size, time: time)
        shown = try Shown(cast, plan, time, size)
    }

    /// A school that has been written: who may come, and what is to be sent in it yet.
    public struct Made: Sendable {
        public let signIns: [SignIn]
        let letters: [FileLetter]
        let now: Moment
    }

    /// Writes the school. Everyone in it may sign in with the password behind `hash`.
    /// - Parameter progress: told of each step, the last time with a share of 1.
    /// - Throws: `SchoolIsThere` if the database has a school.
    public func make(sharing hash: PasswordHash, in tx: Transaction, progress: (Progress) -> Void = { _ in }) throws -> Made {
        guard try AccountsStore.schools(tx).isEmpty else { throw SchoolIsThere() }
        var school = try Entering(self, hash, tx)
        try school.enterPeople(progress)
        try school.enterWeek(progress)
        let rooms = try Chatting(school).open(), town = try Oversight(school, hash).found()
        // The chats are open with their members: what changes from here on is followed.
        _ = tx.takeFacts()
        try Office(school).begin()
        try school.letComeEarly()
        try JournalKeeping(school).keep(progress)
        try Papers(school).sign()
        try school.letComeLately()
        try school.leaveOut(Papers(school).refuse())
        try Chatting(school).talk(in: rooms, progress)
        progress(Progress("office", 0.99))
        try Office(school).goOn()
        try Oversight(school, hash).goOn(in: town)
        try Features.settle(by: nil, at: time.now, in: tx)
        tx.dropNews()
        progress(Progress("done", 1))
        return Made(signIns: signIns, letters: Chatting(school).letters(in: rooms), now: time.now)
    }

    /// A teacher who leads no class, is nobody's parent here and holds no lesson now, and so runs the system beside the lessons.
    var operatorPlace: Int {
        let busy = Set(plan.classTeachers + [plan.courses[shown.course].teacher, shown.teacherAndParent])
        return cast.teachers.indices.last { !busy.contains($0) } ?? 0
    }

    /// The people a visitor may come as.
    private var signIns: [SignIn] {
        let lesson = plan.courses[shown.course], className = cast.classes[lesson.schoolClass].name
        let pupil = cast.pupils[shown.pupil].someone, tutor = cast.teachers[plan.classTeachers[lesson.schoolClass]].someone
        return [
            SignIn("administrator", cast.administrator, "rules over people and settings"), SignIn("director", cast.director, "reads everything"),
            SignIn("deputy", cast.deputies[0], "reads everything"),
            SignIn("teacher", cast.teachers[lesson.teacher].someone, "\(lesson.subject), \(className): a lesson is on now"),
            SignIn("classTeacher", tutor, "class teacher of \(className)"), SignIn("pupil", pupil, "\(className), in that lesson now"),
            SignIn("guardian", shown.guardian, "\(pupil.name.list) and another child"),
            SignIn("both", cast.teachers[shown.teacherAndParent].someone, "a teacher and a parent"),
            SignIn("operator", cast.teachers[operatorPlace].someone, "a teacher who enters people and papers"),
            SignIn("coordinator", cast.deputies[cast.deputies.count - 1], "the deputy who watches over the journals"),
        ] + zip(["platformOperator", "regionalCurator", "municipalCurator"], Oversight.curators).map { SignIn($0, $1.login, $1.name, Self.above[$0] ?? "") }
    }
}

extension Demonstration {
    private static let above = [
        "platformOperator": "runs the installation: regions, their curators", "regionalCurator": "municipalities and schools of a region, acts for them",
        "municipalCurator": "schools of a town, a school's application waits",
    ]

    /// How far the making is.
    public struct Progress: Sendable {
        public let step: String
        /// 0…1
        public let share: Double
        init(_ step: String, _ share: Double) {
            self.step = step
            self.share = share
        }
    }
}

/// One who can sign in, and why a visitor would.
public struct SignIn: Sendable, Equatable {
    public let role: String
    public let login: String
    public let name: PersonName
    public let about: String
    init(_ role: String, _ someone: Someone, _ about: String) {
        self.role = role
        login = someone.login
        name = someone.name
        self.about = about
    }
    init(_ role: String, _ login: String, _ name: PersonName, _ about: String) {
        self.role = role
        self.login = login
        self.name = name
        self.about = about
    }
}

/// The database has a school already: nothing was changed.
public struct SchoolIsThere: Error { public init() {} }

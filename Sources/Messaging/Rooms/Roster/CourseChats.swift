import Accounts
import Kernel
import School
import Storage

/// The chats of a class's courses (REQUIREMENTS C10): a study group's make themselves, a whole class's is opened by its teacher.
struct CourseChats {
    let schoolClass: ID<SchoolClass>
    init(of schoolClass: ID<SchoolClass>) { self.schoolClass = schoolClass }

    func bringUp(in school: ArrangedSchool, at now: Moment, in tx: Transaction) throws {
        for course in try RosterStore.courses(of: schoolClass, in: school, tx) {
            let chat = try RosterStore.makeChat(of: course.id, titled: course.title, in: school, at: now, tx)
            try Roster(try RosterStore.members(of: course, in: schoolClass, of: school, tx)).fill(chat, in: school, at: now, tx)
        }
    }
}

/// The teacher of a course opens its chat (REQUIREMENTS C10, C13). Done again it is the same chat.
public struct OpenCourseChat: Verb {
    /// As for a class's chats.
    public static let isolation = Isolation.rowLock
    public let course: ID<Course>
    public init(of course: ID<Course>) { self.course = course }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Chat> {
        let (school, schoolClass) = try MessagingAccess.studied(course, by: viewer, in: tx)
        guard try !RosterStore.isOver(schoolClass, in: school, tx) else { throw Denial.forbidden(.chatEnded) }
        let chat = try RosterStore.makeChat(of: course, titled: "", in: school, at: now, tx)
        try CourseChats(of: schoolClass).bringUp(in: school, at: now, in: tx)
        return chat.id
    }
}

/// What is left of a class that has gone on or away: its chats can be read by those who were in them, and nobody writes there.
struct ClassArchive {
    let schoolClass: ID<SchoolClass>
    let school: ArrangedSchool
    let tx: Transaction
    init(_ schoolClass: ID<SchoolClass>, in school: ArrangedSchool, _ tx: Transaction) {
        self.schoolClass = schoolClass
        self.school = school
        self.tx = tx
    }

    /// Archives the chats of a class that is over, opens again those of one that is not. Whether it is over.
    func keep(at now: Moment) throws -> Bool {
        let isOver = try RosterStore.isOver(schoolClass, in: school, tx)
        for chat in try RosterStore.chats(of: schoolClass, areArchived: !isOver, tx) {
            try tx.rows("UPDATE chat SET archived_at = \(isOver ? now : nil) WHERE id = \(chat)")
            let trace = Trace("messaging.chat", about: "chat:\(chat.number)", was: isOver ? "open" : "archive", became: isOver ? "archive" : "open")
            try tx.leave(trace, in: school.id, by: school.arranger, at: now)
        }
        return isOver
    }
}

/// Makes what an older installation does not have yet: school channels, chats of study groups, archives of classes that are over.
/// Asks for little where nothing is missing, so it may run at every start.
public struct CompleteChats: Sendable {
    public init() {}
    public func run(at now: Moment, in tx: Transaction) throws {
        for school in try RosterStore.schoolsWithoutChannel(tx) {
            try SchoolPeople(nil).fillChannel(in: MessagingAccess.following(.people(of: school), by: nil), at: now, in: tx)
        }
        for (school, schoolClass) in try RosterStore.unfinishedClasses(tx) {
            let arranged = MessagingAccess.following(.people(of: school), by: nil)
            try OpenClassChats(of: schoolClass).bringUp(in: arranged, at: now, in: tx)
        }
    }
}

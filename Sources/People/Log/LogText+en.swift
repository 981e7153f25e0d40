import Kernel

struct LogEnglish: LogText {
    let title = "Activity log"
    func kind(_ kind: String) -> String {
        switch kind {
        case "accounts.role": "Role"
        case "accounts.name": "Name"
        case "accounts.credential": "Login given"
        case "accounts.password": "Password changed"
        case "accounts.school": "School"
        case "accounts.badge": "Teacher’s verification"
        case "accounts.sign-ins": "Sign-ins ended"
        case "school.class": "Class renamed"
        case "school.class-teacher": "Class teacher"
        case "school.course": "Course’s teacher"
        case "school.enrolment": "Pupil’s class"
        case "school.group": "Group"
        case "school.guardian": "Guardian"
        case "journal.mark": "Mark"
        case "journal.attendance": "Attendance"
        case "journal.topic": "Lesson’s topic"
        case "journal.homework": "Homework"
        case "messaging.member": "Membership of a chat"
        case "people.card": "Child’s card read"
        case "people.mass": "Act on many people"
        case "people.merge": "Records merged"
        case "people.correction": "Request to correct"
        default: kind
        }
    }
    func value(_ value: String) -> String {
        switch value {
        case "verified": "verified"
        case "vouched": "papers seen"
        case "made": "made"
        case "refused": "refused"
        case "giveRole": "give a role"
        case "endRole": "end a role"
        case "confirm": "verify teachers"
        case "endSignIns": "end sign-ins"
        case "family": "family name"
        case "given": "given name"
        case "patronymic": "patronymic"
        case "sex": "sex"
        case "bornOn": "date of birth"
        case "other": "something else"
        case "absent": "absent"
        case "ill": "ill"
        case "excused": "excused"
        case "late": "late"
        default: value
        }
    }
    func thing(_ kind: String, _ number: String) -> String {
        switch kind {
        case "lesson": "lesson № \(number)"
        case "class": "class № \(number)"
        case "chat": "chat № \(number)"
        case "course": "course № \(number)"
        case "group": "group № \(number)"
        case "school": "school № \(number)"
        case "mass": "act № \(number)"
        default: "\(kind) \(number)"
        }
    }
    let kindLabel = "What"
    let anyKind = "everything"
    let day = "Day"
    let show = "Show"
    func onlyOf(_ name: String) -> String { "Only: \(name)" }
    let byNobody = "the system"
    let someone = "someone outside the school"
    let empty = "Nothing is written"
    let emptyHint = "Choose another day or another kind."
    let older = "Earlier"
    let hint = "Entries can be neither changed nor deleted."
    func removed(_ value: String) -> String { "was: \(value)" }
}

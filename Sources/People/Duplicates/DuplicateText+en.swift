import Kernel

struct DuplicateEnglish: DuplicateText {
    let title = "Possible duplicates"
    let hint = "These may be one person entered twice."
    let none = "No possible duplicates"
    let noneHint = "No two people with the same or nearly the same name and a shared birthday, class or role."
    func reason(_ reason: Duplicate.Reason) -> String {
        switch reason {
        case .sameName: "the same name"
        case .swappedName: "the words of the name are swapped"
        case .missingPatronymic: "one has no patronymic"
        case .oneLetterOff: "one letter differs"
        case .sameBirthday: "the same birthday"
        case .sameClass: "the same class"
        case .sameRole: "the same role"
        }
    }
    let compare = "Compare and merge"
    let keepApart = "They are two people"
    let mergeTitle = "Merge two records"
    let stays = "Stays"
    let goes = "Becomes part of it"
    let effect = "Roles, classes, family, lessons, marks, chats and messages of the second pass to the first. This cannot be undone."
    let whichLogin = "Which login stays"
    let noLogin = "no login"
    let cannot = "They cannot be merged"
    let merge = "Merge"
    let swap = "The other way round"
    func born(_ day: String) -> String { "born \(day)" }
    let oneself = "Your own record is merged by another administrator."
    let elsewhere = "One of them belongs or belonged to another school. Such records are merged by the platform’s operator."
    let childAndAdult = "One of them is a pupil and the other is not."
}

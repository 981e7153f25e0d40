import Kernel

/// The words for roles that exports use.
enum RosterWord {
    static func role(_ word: String) -> OutsideRole? { words[TextKey.of(word)] }

    private static let words: [String: OutsideRole] = [
        "ученик": .pupil, "ученица": .pupil, "обучающийся": .pupil, "student": .pupil, "родитель": .guardian, "представитель": .guardian,
        "законный представитель": .guardian, "parent": .guardian, "учитель": .teacher, "педагог": .teacher, "классный руководитель": .teacher,
        "преподаватель": .teacher, "сотрудник": .staff, "администратор": .staff, "администрация": .staff, "директор": .staff, "завуч": .staff,
        "administrator": .staff,
    ]
}

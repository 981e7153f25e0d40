import Kernel
import School
import WebCore

/// For whom a code is, in words.
struct InvitationWords {
    let reader: Reader
    private var text: any InvitationsText { reader.language.invitations }
    private var web: any WebText { reader.language.web }

    /// «Петрова Мария, 7А» or «родитель: Петрова Мария, 7А».
    func whom(_ code: Invitation) -> String {
        let who = code.name?.full ?? code.usedBy?.full
        guard let pupil = code.pupil else { return [who ?? text.newcomer, role(code)].joined(separator: ", ") }
        return [who, text.guardianOf(pupil.name.list, code.schoolClass?.name)].compactMap { $0 }.joined(separator: ", ")
    }

    /// «ученик, 7А»; a guardian of a class's child without naming it.
    func role(_ code: Invitation) -> String { ([web.role(code.role)] + [code.schoolClass?.name].compactMap { $0 }).joined(separator: ", ") }
}

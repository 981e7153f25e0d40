import Kernel
import Markup
import WebCore

/// The ways to the pages of consents, for those who may use them.
struct ConsentDoorViews {
    let reader: Reader
    let viewer: Viewer

    var doors: [Door] {
        guard !viewer.isAboveSchools else { return [] }
        let text = reader.language.consents
        var doors = [Door(text.consents, "/consents", in: .own, hint: text.consentsHint)]
        guard viewer.side == .staff else { return doors }
        let keepsAll = ConsentsAccess.keepsAll(viewer)
        if keepsAll || viewer.has(.classTeacher) { doors.append(Door(text.register, "/consents/classes", in: .school, hint: text.registerHint)) }
        if keepsAll { doors.append(Door(text.refusals, "/consents/refusals", in: .school, hint: text.refusalsHint)) }
        if viewer.hasAny(of: Role.teachers) { doors.append(Door(text.lessonNotes, "/consents/notes", in: .school, hint: text.lessonNotesHint)) }
        return doors
    }
}

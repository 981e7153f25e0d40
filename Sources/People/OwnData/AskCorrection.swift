import Accounts
import Kernel
import Storage

/// Somebody asks the school to put right what it has written about them, or about their child. Nothing changes until it is answered.
struct AskCorrection: Verb {
    let person: ID<Person>
    let field: Correction.Field
    let value: String
    let note: String
    let attempt: Attempt

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard let owned = try PeopleAccess.owned(by: viewer, in: tx).first(where: { $0.id == person }) else { throw Denial.notFound }
        let value = try Correction.checked(field, value)
        guard note.count <= Correction.longest else { throw Denial.invalid(field: "note", .noteLong) }
        guard try CorrectionStore.open(about: owned, in: viewer.school, tx) < 20 else { throw Denial.conflict(.tooManyRequests) }
        guard try CorrectionStore.add(field, value, note, about: owned, attempt, by: viewer, at: now, tx) else { return }
        try tx.leave(Trace("people.correction", about: "person:\(person.number)", became: field.rawValue), by: viewer, at: now)
    }
}

/// The class teacher has seen the papers and hands the request on to those who may make it (REQUIREMENTS B07).
struct VouchCorrection: Verb {
    let correction: ID<Correction>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let seen = try PeopleAccess.corrections(for: viewer)
        guard let asked = try CorrectionStore.one(correction, seen, tx) else { throw Denial.notFound }
        guard asked.state == .asked else { throw Denial.conflict(.answeredAlready) }
        try CorrectionStore.vouch(asked, seen, tx)
        try tx.leave(Trace("people.correction", about: "person:\(asked.person.number)", became: "vouched"), by: viewer, at: now)
    }
}

/// The request is granted: what it asks for is made, by the verb that puts names right.
struct MakeCorrection: Verb {
    let correction: ID<Correction>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let seen = try PeopleAccess.corrections(for: viewer), ruled = try PeopleAccess.ruled(by: viewer)
        guard let asked = try CorrectionStore.one(correction, seen, tx) else { throw Denial.notFound }
        guard asked.state == .asked else { throw Denial.conflict(.answeredAlready) }
        // Nobody grants what they have asked for themselves.
        guard !asked.isOwn else { throw Denial.forbidden(.ownRequest) }
        let name = asked.name, value = asked.value
        let renamed = PersonName(
            family: asked.field == .family ? value : name.family, given: asked.field == .given ? value : name.given,
            patronymic: asked.field == .patronymic ? value : name.patronymic)
        if asked.field != .other {
            let sex = asked.field == .sex ? Sex(rawValue: value) : nil, bornOn = asked.field == .bornOn ? Day(value) : nil
            try CorrectPerson(asked.person, name: renamed, sex: sex, bornOn: bornOn).run(by: viewer, at: now, in: tx)
        }
        try CorrectionStore.answer(asked, .made, reason: "", by: ruled.viewer, at: now, tx)
        try tx.leave(Trace("people.correction", about: "person:\(asked.person.number)", was: asked.field.rawValue, became: "made"), by: viewer, at: now)
    }
}

/// The request is refused, and why.
struct RefuseCorrection: Verb {
    let correction: ID<Correction>
    let reason: String

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let seen = try PeopleAccess.corrections(for: viewer)
        guard let asked = try CorrectionStore.one(correction, seen, tx) else { throw Denial.notFound }
        guard asked.state == .asked else { throw Denial.conflict(.answeredAlready) }
        let reason = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !reason.isEmpty, reason.count <= Correction.longest else { throw Denial.invalid(field: "reason", .sayWhy) }
        try CorrectionStore.answer(asked, .refused, reason: reason, by: viewer, at: now, tx)
        try tx.leave(Trace("people.correction", about: "person:\(asked.person.number)", was: asked.field.rawValue, became: "refused"), by: viewer, at: now)
    }
}

import Accounts
import Documents
import Kernel
import Storage

/// The curator asks the applicant something; the applicant answers on their own page.
struct AskApplicant: Verb {
    let application: ID<SchoolApplication>
    let question: String

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let proof = try RegionsAccess.decidable(application, by: viewer, in: tx)
        let words = try Self.words(question, field: "question")
        try ApplicationStore.move(proof, to: .asked, at: now, tx)
        try ApplicationStore.step(.asked, words, of: application, in: proof.application.municipality.id, by: viewer.person, at: now, tx)
    }

    /// What people write to each other about an application: up to 2000 characters.
    static func words(_ text: String, field: String) throws -> String {
        var form = FormReading([field: text])
        let words = form.text(field, most: 2_000)
        if let reason = form.flaws.reasons[field] { throw Denial.invalid(field: field, reason) }
        return words
    }
}

/// The curator refuses, with the reason that the applicant reads.
struct RefuseApplication: Verb {
    let application: ID<SchoolApplication>
    let reason: String

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let proof = try RegionsAccess.decidable(application, by: viewer, in: tx)
        let words = try AskApplicant.words(reason, field: "reason")
        try ApplicationStore.move(proof, to: .refused, at: now, tx)
        try ApplicationStore.step(.refused, words, of: application, in: proof.application.municipality.id, by: viewer.person, at: now, tx)
    }
}

/// The applicant answers the curator's question. Not a `Verb`: the secret word is what lets them in.
struct AnswerQuestion: Sendable {
    let application: ID<SchoolApplication>
    let word: Secret
    let answer: String

    func run(at now: Moment, in tx: Transaction) throws {
        guard let found = try ApplicationStore.find(application, word: word, tx) else { throw Denial.notFound }
        let words = try AskApplicant.words(answer, field: "answer")
        let answered = try tx.rows(
            "UPDATE school_application SET state = 'answered', changed_at = \(now) WHERE id = \(application) AND state = 'asked' RETURNING id")
        guard !answered.isEmpty else { throw Denial.conflict(.nothingAsked) }
        try ApplicationStore.step(.answered, words, of: application, in: found.municipality.id, by: nil, at: now, tx)
    }
}

/// The curator approves: the school comes into being with its card, its staff room and its administrator (REQUIREMENTS A03, A06).
/// The administrator's code is issued apart.
struct ApproveApplication: Verb {
    let application: ID<SchoolApplication>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<School> {
        let proof = try RegionsAccess.decidable(application, by: viewer, in: tx)
        let form = proof.application.questionnaire, municipality = proof.application.municipality
        guard try tx.first("SELECT id FROM school WHERE inn = \(form.inn)") == nil else { throw Denial.conflict(.takenINN) }
        try ApplicationStore.move(proof, to: .approved, at: now, tx)
        let school = try OpenSchool(name: form.shortName, kind: form.kind, zone: form.zone).run(at: now, in: tx)
        try OrganisationStore.place(school.id, .school, in: municipality.id, tx)
        try tx.rows("UPDATE school SET inn = \(form.inn) WHERE id = \(school.id)")
        try CardStore.add(SchoolCard.Contents(form), of: school.id, at: now, tx)
        let founder = RegionsAccess.founder(of: school, by: viewer)
        let person = try RegisterPerson(form.administrator, as: .administrator, since: school.zone.day(of: now)).run(by: founder, at: now, in: tx)
        try AppointmentStore.add(Appointment.Order(form.orderNumber, form.orderDay), .administrator, person, in: school.id, by: viewer.person, at: now, tx)
        if let scan = proof.application.scan { try DocumentStore.give(scan, to: school.id, tx) }
        try tx.rows("UPDATE school_application SET school_id = \(school.id), person_id = \(person) WHERE id = \(application)")
        try ApplicationStore.step(.approved, "", of: application, in: municipality.id, by: viewer.person, at: now, tx)
        try tx.leave(Trace("regions.approved", about: "application:\(application.number)"), in: school.id, by: viewer.person, at: now)
        return school.id
    }
}

/// The administrator of an approved school gets a one-time code, printed on the decision. The one before it is dead.
struct IssueAdministratorCode: Verb {
    let application: ID<SchoolApplication>
    let code = Secret()

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Decision {
        let curated = try RegionsAccess.curated(by: viewer, in: tx)
        guard let found = try ApplicationStore.find(application, seenBy: curated, tx), let school = found.school, let person = found.person else {
            throw Denial.notFound
        }
        guard try !ActivationStore.hasCredential(person, tx) else { throw Denial.conflict(.hasComeIn) }
        try ActivationStore.issue(code, to: person, in: school, by: viewer, at: now, tx)
        try ApplicationStore.step(.code, "", of: application, in: found.municipality.id, by: viewer.person, at: now, tx)
        let form = found.questionnaire
        let issued = IssuedCode(code: code, name: form.administrator, school: form.shortName, expires: now + ActivationStore.life)
        return Decision(application: found, issued: issued, curator: viewer.name)
    }
}

/// What «Решение о регистрации» says.
struct Decision: Sendable {
    let application: SchoolApplication
    let issued: IssuedCode
    let curator: PersonName
}

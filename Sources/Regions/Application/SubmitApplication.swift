import Accounts
import Documents
import Kernel
import Storage
import WebCore

/// A school asks to come in (REQUIREMENTS A03). Not a `Verb`: nobody is the viewer. Sent twice it is one application.
package struct SubmitApplication: Sendable {
    let visit: ApplicantVisit
    let form: MultipartForm
    /// From where it comes, so that one sender cannot fill the queue.
    let address: String

    package init(visit: ApplicantVisit, form: MultipartForm, address: String) {
        self.visit = visit
        self.form = form
        self.address = address
    }

    package enum Outcome: Sendable {
        case submitted(ID<SchoolApplication>, word: Secret)
        /// Nothing was submitted; a sound scan is kept under the same visit and need not be sent again.
        case flawed(Flaws, keptScan: String?)
    }

    static let mostWaiting = 5_000

    package func run(at now: Moment, in tx: Transaction) throws -> Outcome {
        if let known = try ApplicationStore.find(visit, tx) { return .submitted(known, word: Secret(of: visit)) }
        let keys = ["login:apply-from-" + address.prefix(100)]
        try AttemptLimit.check(keys, at: now, tx)
        try ApplicationStore.removeOld(at: now, tx)
        guard try ApplicationStore.waiting(tx) < Self.mostWaiting else { throw Denial.conflict(.tooManyApplications) }
        var reading = FormReading(form.fields)
        if let scan = Scan(form, "scan", noting: &reading.flaws) {
            try ApplicationStore.keep(scan, for: visit, at: now, tx)
            try AttemptLimit.fail(keys, at: now, tx)
        }
        return try submit(&reading, at: now, in: tx)
    }

    private func submit(_ reading: inout FormReading, at now: Moment, in tx: Transaction) throws -> Outcome {
        let questionnaire = Questionnaire(&reading, today: Zone.easternmost.day(of: now)), kept = try ApplicationStore.kept(for: visit, tx)
        let municipality = try municipality(tx)
        if municipality == nil { reading.flaws.note("municipality", .choose) }
        if try reading.flaws.reasons["inn"] == nil && ApplicationStore.isTaken(questionnaire.inn, tx) { reading.flaws.note("inn", .takenINN) }
        if kept == nil { reading.flaws.note("scan", .scanNeeded) }
        guard reading.flaws.isEmpty, let municipality, let kept else { return .flawed(reading.flaws, keptScan: kept?.name) }
        let id = try ApplicationStore.add(questionnaire, to: municipality.id, visit, scan: kept.id, at: now, tx)
        try ApplicationStore.release(visit, tx)
        try ApplicationStore.step(.submitted, "", of: id, in: municipality.id, by: nil, at: now, tx)
        return .submitted(id, word: Secret(of: visit))
    }

    /// A number of anything else than a municipality is no choice.
    private func municipality(_ tx: Transaction) throws -> Organisation? {
        guard let number = Int64(form.fields["municipality"] ?? ""), let found = try OrganisationStore.find(ID(number), tx) else { return nil }
        return found.level == .municipality ? found : nil
    }
}

extension Zone {
    /// Where the date is the latest: an order signed this morning on Kamchatka is not of tomorrow.
    static let easternmost = Zone("Asia/Kamchatka") ?? .moscow
}

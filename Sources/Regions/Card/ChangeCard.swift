import Accounts
import Kernel
import Storage

/// The card is put right (REQUIREMENTS A13): the school's name, kind and time zone with it.
package struct ChangeCard: Verb {
    let name: String
    let kind: OpenSchool.Kind
    let zone: Zone
    let contents: SchoolCard.Contents
    package init(name: String, kind: OpenSchool.Kind, zone: Zone, contents: SchoolCard.Contents) {
        self.name = name
        self.kind = kind
        self.zone = zone
        self.contents = contents
    }

    package func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let proof = try RegionsAccess.card(by: viewer, in: tx)
        guard let was = try CardStore.card(of: proof.school, tx) else { throw Denial.notFound }
        // Only a department's order of things is read by who applies.
        var contents = contents
        if was.organisation.level == .school { contents.procedure = "" }
        try changeSchool(was, at: now, by: viewer, in: tx)
        let differences = contents.differences(from: was.contents)
        guard !differences.isEmpty else { return }
        try CardStore.add(contents, of: proof.school, at: now, tx)
        try tx.leave(Trace("regions.card", about: "school:\(proof.school.number)", became: differences.joined(separator: " ")), by: viewer, at: now)
    }

    private func changeSchool(_ was: SchoolCard, at now: Moment, by viewer: Viewer, in tx: Transaction) throws {
        let organisation = was.organisation, about = "school:\(organisation.id.number)"
        let changes = [
            ("accounts.school", organisation.name, name), ("regions.kind", was.kind.rawValue, kind.rawValue),
            ("regions.zone", organisation.zone.identifier, zone.identifier),
        ].filter { $0.1 != $0.2 }
        guard !changes.isEmpty else { return }
        try tx.rows("UPDATE school SET name = \(name), kind = \(kind.rawValue), zone = \(zone.identifier) WHERE id = \(organisation.id)")
        for change in changes { try tx.leave(Trace(change.0, about: about, was: change.1, became: change.2), by: viewer, at: now) }
    }
}

/// One of the staff answers for something by the director's order (REQUIREMENTS A10, A45).
package struct Appoint: Verb {
    let person: ID<Person>
    let duty: Appointment.Duty
    let order: Appointment.Order
    package init(person: ID<Person>, duty: Appointment.Duty, order: Appointment.Order) {
        self.person = person
        self.duty = duty
        self.order = order
    }

    package func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let proof = try RegionsAccess.card(by: viewer, in: tx)
        guard try AppointmentStore.staff(of: proof.school, tx).contains(where: { $0.person == person }) else {
            throw Denial.invalid(field: "person", .choose)
        }
        let isThere = try AppointmentStore.present(in: proof.school, tx).contains { $0.person == person && $0.duty == duty }
        guard !isThere else { throw Denial.invalid(field: "person", .alreadyAppointed) }
        try AppointmentStore.add(order, duty, person, in: proof.school, by: viewer.person, at: now, tx)
    }
}

/// They no longer do.
struct EndAppointment: Verb {
    let appointment: ID<Appointment>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let proof = try RegionsAccess.card(by: viewer, in: tx)
        let ended = try tx.first(
            "UPDATE responsible_person SET ended_at = \(now) WHERE id = \(appointment) AND school_id = \(proof.school) AND ended_at IS NULL RETURNING person_id, duty"
        )
        guard let ended else { throw Denial.notFound }
        let about = "person:\(try ended.int("person_id"))/responsible:\(appointment.number)"
        try tx.leave(Trace("regions.responsible", about: about, was: try ended.text("duty")), by: viewer, at: now)
    }
}

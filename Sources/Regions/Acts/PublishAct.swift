import Accounts
import Documents
import Kernel
import Storage

/// An act is published: read by all of the school, valid until another takes its place (REQUIREMENTS I06, I07). A new version asks
/// everybody anew.
package struct PublishAct: Verb {
    let contents: LocalAct.Contents
    let scan: Scan?
    let replacing: ID<LocalAct>?
    package init(contents: LocalAct.Contents, scan: Scan?, replacing: ID<LocalAct>?) {
        self.contents = contents
        self.scan = scan
        self.replacing = replacing
    }

    package func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<LocalAct> {
        let publisher = try RegionsAccess.publisher(viewer, in: tx)
        var kept: ID<Document>?
        if let replacing {
            guard let old = try ActStore.find(replacing, seenBy: viewer, tx), old.school == publisher.school else { throw Denial.notFound }
            guard try ActStore.end(replacing, by: publisher, at: now, tx) else { throw Denial.conflict(.actEnded) }
        }
        if let scan { kept = try DocumentStore.add(scan, of: publisher.school, by: viewer.person, at: now, tx) }
        guard kept != nil || !contents.body.isEmpty else { throw Denial.invalid(field: "body", .textOrScan) }
        let id = try ActStore.add(suited(to: publisher), scan: kept, replacing: replacing, from: nil, by: publisher, at: now, tx)
        let trace = Trace("regions.act", about: "act:\(id.number)", was: replacing.map { "act:\($0.number)" }, became: "published")
        try tx.leave(trace, by: viewer, at: now)
        return id
    }

    /// A department's act is accepted by heads and asks nobody else; a school's is no template.
    private func suited(to publisher: Publisher) -> LocalAct.Contents {
        LocalAct.Contents(
            kind: contents.kind, title: contents.title, number: contents.number, day: contents.day, body: contents.body,
            asked: publisher.isDepartment ? .nobody : contents.asked, isTemplate: publisher.isDepartment && contents.isTemplate)
    }
}

/// An act is cancelled without another in its place.
struct EndAct: Verb {
    let act: ID<LocalAct>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let publisher = try RegionsAccess.publisher(viewer, in: tx)
        guard let found = try ActStore.find(act, seenBy: viewer, tx), found.school == publisher.school else { throw Denial.notFound }
        guard try ActStore.end(act, by: publisher, at: now, tx) else { throw Denial.conflict(.actEnded) }
        try tx.leave(Trace("regions.act", about: "act:\(act.number)", became: "ended"), by: viewer, at: now)
    }
}

/// A person has read an act of their school. Done again it stays as it was.
package struct Acquaint: Verb {
    let act: ID<LocalAct>
    package init(act: ID<LocalAct>) { self.act = act }

    package func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard let found = try ActStore.find(act, seenBy: viewer, tx), found.school == viewer.school else { throw Denial.notFound }
        guard found.endedAt == nil else { throw Denial.conflict(.actEnded) }
        try tx.rows(
            """
            INSERT INTO acquaintance (act_id, person_id, school_id, at) VALUES (\(act), \(viewer.person), \(viewer.school), \(now))
            ON CONFLICT (act_id, person_id) DO NOTHING
            """)
    }
}

/// A school's head accepts a department's act; a template becomes an act of the school's own, with its own number and date
/// (REQUIREMENTS A12: adoption in each school).
struct AcceptAct: Verb {
    let act: ID<LocalAct>
    let number: String
    let day: Day
    let asked: LocalAct.Asked

    /// The school's own act, where one was made.
    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<LocalAct>? {
        guard let found = try ActStore.find(act, seenBy: viewer, tx), found.school != viewer.school else { throw Denial.notFound }
        guard RegionsAccess.isHead(viewer) else { throw Denial.forbidden(.onlyHeads) }
        guard found.endedAt == nil else { throw Denial.conflict(.actEnded) }
        let accepted = try tx.rows(
            """
            INSERT INTO act_receipt (act_id, school_id, by_id, at) VALUES (\(act), \(viewer.school), \(viewer.person), \(now))
            ON CONFLICT (act_id, school_id) DO NOTHING RETURNING act_id
            """)
        // Two heads at once: the act is adopted once.
        guard !accepted.isEmpty else { return nil }
        try tx.leave(Trace("regions.act", about: "act:\(act.number)", became: "accepted"), by: viewer, at: now)
        return found.contents.isTemplate ? try adopt(found, by: viewer, at: now, in: tx) : nil
    }

    private func adopt(_ template: LocalAct, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<LocalAct> {
        guard !number.isEmpty else { throw Denial.invalid(field: "number", .required) }
        let publisher = try RegionsAccess.publisher(viewer, in: tx), c = template.contents
        let old = try ActStore.adopted(from: template, in: viewer.school, tx)
        if let old { _ = try ActStore.end(old, by: publisher, at: now, tx) }
        let own = LocalAct.Contents(kind: c.kind, title: c.title, number: number, day: day, body: c.body, asked: asked, isTemplate: false)
        // The school's act keeps a scan of its own: the department may destroy its paper, the school's stands.
        let scan = try template.scan.flatMap { try DocumentStore.scan($0, tx) }
        let document = try scan.map { try DocumentStore.add($0, of: viewer.school, by: viewer.person, at: now, tx) }
        let id = try ActStore.add(own, scan: document, replacing: old, from: template.id, by: publisher, at: now, tx)
        let trace = Trace("regions.act", about: "act:\(id.number)", was: old.map { "act:\($0.number)" }, became: "adopted act:\(template.id.number)")
        try tx.leave(trace, by: viewer, at: now)
        return id
    }
}

import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// The school's documents. Reads requests, runs verbs, shows views. Decides nothing.
struct ActRoutes: Sendable {
    let site: Site

    func add(to acts: RouterGroup<SignedIn>) {
        acts.get(use: list)
        acts.post(use: publish)
        acts.get("new", use: form)
        acts.get(":localAct", use: page)
        acts.get(":localAct/scan", use: scan)
        acts.get(":localAct/replace", use: replaceForm)
        acts.post(":localAct/replace", use: replace)
        acts.post(":localAct/read", use: acquaint)
        acts.post(":localAct/accept", use: accept)
        acts.post(":localAct/end", use: end)
        acts.get(":localAct/readers", use: readers)
    }

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, ended = request.uri.queryParameters.get("ended") == "1"
        let acts = try await site.read { tx in try ActStore.list(seenBy: viewer, ended: ended, tx) }
        return ActViews(reader: context.reader).list(acts, viewer, ended: ended)
    }

    private func find(_ context: SignedIn) async throws -> LocalAct {
        let id: ID<LocalAct> = try context.id("localAct"), viewer = context.viewer
        guard let act = try await site.read({ tx in try ActStore.find(id, seenBy: viewer, tx) }) else { throw Denial.notFound }
        return act
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let act = try await find(context), viewer = context.viewer
        let controls = try await site.read { tx in try RegionsAccess.controls(viewer, in: tx) }
        return ActViews(reader: context.reader).page(act, viewer, controls: controls)
    }

    @Sendable func scan(_ request: Request, _ context: SignedIn) async throws -> Response {
        let act = try await find(context)
        guard let document = act.scan, let scan = try await site.read({ tx in try DocumentStore.scan(document, tx) }) else { throw Denial.notFound }
        return scan.response(to: request)
    }

    // MARK: Publishing

    @Sendable func form(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        let publisher = try await site.read { tx in try RegionsAccess.publisher(viewer, in: tx) }
        let typed = ["kind": "order", "day": context.reader.today.description, "asks-staff": "1"]
        return ActViews(reader: context.reader).form(nil, isDepartment: publisher.isDepartment, typed: typed)
    }

    @Sendable func replaceForm(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let act = try await find(context), viewer = context.viewer
        let publisher = try await site.read { tx in try RegionsAccess.publisher(viewer, in: tx) }
        guard act.school == publisher.school else { throw Denial.notFound }
        return ActViews(reader: context.reader).form(act, isDepartment: publisher.isDepartment, typed: ActViews.typed(act, today: context.reader.today))
    }

    @Sendable func publish(_ request: Request, _ context: SignedIn) async throws -> Response { try await publish(request, context, replacing: nil) }

    @Sendable func replace(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await publish(request, context, replacing: try await find(context))
    }

    private func publish(_ request: Request, _ context: SignedIn, replacing old: LocalAct?) async throws -> Response {
        let viewer = context.viewer
        let publisher = try await site.read { tx in try RegionsAccess.publisher(viewer, in: tx) }
        let sent = try await request.multipart()
        var form = FormReading(sent.fields)
        let contents = LocalAct.Contents(&form, today: context.reader.today), scan = Scan(sent, "scan", noting: &form.flaws)
        do {
            try form.finish()
            let id = try await site.perform(PublishAct(contents: contents, scan: scan, replacing: old?.id), by: viewer, at: context.now)
            return .seeOther("/acts/\(id.number)")
        } catch Denial.invalid(let field, let reason) {
            form.flaws.note(field, reason)
        } catch is Flaws {}
        return ActViews(reader: context.reader).form(old, isDepartment: publisher.isDepartment, typed: sent.fields, flaws: form.flaws).response(
            to: request, status: .unprocessableContent)
    }

    @Sendable func end(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<LocalAct> = try context.id("localAct")
        try await site.perform(EndAct(act: id), by: context.viewer, at: context.now)
        return .seeOther("/acts")
    }

    // MARK: Reading and accepting

    @Sendable func acquaint(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<LocalAct> = try context.id("localAct")
        try await site.perform(Acquaint(act: id), by: context.viewer, at: context.now)
        return .seeOther("/acts/\(id.number)")
    }

    @Sendable func accept(_ request: Request, _ context: SignedIn) async throws -> Response {
        let act = try await find(context), fields = try await request.decode(as: [String: String].self, context: context)
        var form = FormReading(fields)
        let number = form.line("number", most: 60, isRequired: act.contents.isTemplate)
        let day = act.contents.isTemplate ? form.day("day", notAfter: context.reader.today) : context.reader.today
        do {
            try form.finish()
            let verb = AcceptAct(act: act.id, number: number, day: day, asked: LocalAct.Asked(fields))
            let own = try await site.perform(verb, by: context.viewer, at: context.now)
            return .seeOther("/acts/\((own ?? act.id).number)")
        } catch let flaws as Flaws {
            return ActViews(reader: context.reader).page(act, context.viewer, typed: fields, flaws: flaws).response(to: request, status: .unprocessableContent)
        }
    }

    @Sendable func readers(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let act = try await find(context), viewer = context.viewer, query = request.uri.queryParameters
        if act.isDepartments { return try await receipts(act, context) }
        let group = query.get("part").flatMap(ReadersLine.Group.init(rawValue:)), schoolClass = query.get("class").flatMap(Int64.init)
        let shown = try await site.read { tx in
            let classes = try RegionsAccess.controlled(by: viewer, in: tx)
            guard act.school == viewer.school else { throw Denial.notFound }
            let missing = try group.map { try ActStore.missing(act, $0, in: schoolClass, of: classes, tx) }
            return (try ActStore.readers(of: act, in: classes, tx), missing)
        }
        return ActViews(reader: context.reader).readers(act, shown.0, missing: shown.1)
    }

    /// The department sees schools and no people.
    private func receipts(_ act: LocalAct, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        let receipts = try await site.read { tx in
            let curated = try RegionsAccess.curated(by: viewer, in: tx)
            return try ActStore.receipts(of: act, under: curated, tx)
        }
        return ActViews(reader: context.reader).receipts(act, receipts)
    }
}

extension LocalAct.Asked {
    init(_ fields: [String: String]) {
        self.init(staff: fields["asks-staff"] == "1", family: fields["asks-family"] == "1", pupil: fields["asks-pupil"] == "1")
    }
}

extension LocalAct.Contents {
    fileprivate init(_ form: inout FormReading, today: Day) {
        self.init(
            kind: form.choice("kind") ?? .other, title: form.line("title", most: 300), number: form.line("number", most: 60),
            day: form.day("day", notAfter: today), body: form.text("body", most: 100_000, isRequired: false), asked: LocalAct.Asked(form.fields),
            isTemplate: form.fields["isTemplate"] == "1")
    }
}

import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// Refusals, paper lines, acts. Reads requests, runs verbs, shows views. Decides nothing.
struct RefusalRoutes: Sendable {
    let site: Site

    func add(to consents: RouterGroup<SignedIn>) {
        consents.get("refusals", use: all)
        consents.get("refusals/:refusal", use: one)
        consents.get("refusals/:refusal/sheet", use: sheet)
        consents.post("refusals/:refusal/accept", use: accept)
        consents.get("acts/:act", use: act)
        consents.get("lines/:pupil", use: line)
        consents.post("lines/:pupil", use: readmit)
        consents.get("lines/:pupil/sheet", use: emptySheet)
    }

    @Sendable func all(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        try ConsentsAccess.readsRefusals(viewer)
        let (refusals, lines) = try await site.read { tx in (try RefusalStore.all(of: viewer.school, tx), try RefusalStore.lines(of: viewer.school, tx)) }
        return RefusalViews(reader: context.reader, viewer: viewer).page(refusals, lines)
    }

    @Sendable func one(_ request: Request, _ context: SignedIn) async throws -> HTML { try await page(context) }

    private func page(_ context: SignedIn, refused: Denial? = nil) async throws -> HTML {
        let (refusal, subject) = try await found(context)
        return RefusalViews(reader: context.reader, viewer: context.viewer).page(refusal, subject?.kind ?? .pupil, refused: refused)
    }

    private func found(_ context: SignedIn) async throws -> (Refusal, Subject?) {
        let id: ID<Refusal> = try context.id("refusal"), viewer = context.viewer
        try ConsentsAccess.readsRefusals(viewer)
        return try await site.read { tx in
            guard let refusal = try RefusalStore.refusal(id, in: viewer.school, tx) else { throw Denial.notFound }
            return (refusal, try LedgerStore.subject(refusal.person, in: viewer.school, tx))
        }
    }

    /// Everything the features hold of the pupil, once more, for paper. Afterwards there is nothing to print.
    @Sendable func sheet(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (refusal, subject) = try await found(context)
        guard refusal.outcome == nil, let subject, subject.kind == .pupil else { throw Denial.notFound }
        let (reader, features) = (context.reader, site.features)
        let school = context.viewer.school
        let (parts, number) = try await site.read { tx in
            (try features.flatMap { try $0.onPaper(refusal.person, for: reader, in: tx) }, try RefusalStore.number(of: refusal.person, in: school, tx))
        }
        let contents = [subject.name.full, subject.className ?? "", subject.bornOn?.description ?? ""] + parts.map(\.html.text)
        let check = SheetCheck(school: school, number: number, on: reader.today, contents: contents)
        return RefusalViews(reader: reader, viewer: context.viewer).sheet(refusal, subject, parts, check)
    }

    private struct AcceptForm: Decodable { let printed: String? }

    @Sendable func accept(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Refusal> = try context.id("refusal")
        _ = try await found(context)
        let form = try await request.decode(as: AcceptForm.self, context: context)
        do {
            let act = try await site.perform(
                AcceptRefusal(id, isSheetPrinted: form.printed != nil, features: site.features), by: context.viewer, at: context.now)
            // Committed already: nobody waits for the clearing of a large database, and should its log be busy now, its own upkeep
            // empties it later.
            Task { [site] in
                _ = try? await site.database.forgetDeleted()
                _ = try? await site.tidy()
            }
            return .seeOther(.act(act))
        } catch let denial as Denial {
            guard denial.staysOnPage else { throw denial }
            return try await page(context, refused: denial).response(to: request, status: .unprocessableContent)
        }
    }

    @Sendable func act(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let id: ID<Act> = try context.id("act"), viewer = context.viewer
        try ConsentsAccess.readsRefusals(viewer)
        guard let act = try await site.read({ tx in try ActStore.act(id, in: viewer.school, tx) }) else { throw Denial.notFound }
        return ActViews(reader: context.reader, viewer: viewer).page(act)
    }

    // MARK: A family that comes back

    @Sendable func line(_ request: Request, _ context: SignedIn) async throws -> HTML { try await linePage(context) }

    private func linePage(_ context: SignedIn, typed: [String: String] = [:], refused: Denial? = nil) async throws -> HTML {
        let person: ID<Person> = try context.id("pupil"), viewer = context.viewer
        try ConsentsAccess.readsRefusals(viewer)
        guard let line = try await site.read({ tx in try RefusalStore.line(person, in: viewer.school, tx) }) else { throw Denial.notFound }
        return RefusalViews(reader: context.reader, viewer: viewer).line(line, PaperFields(reader: context.reader, typed: typed, refused: refused))
    }

    @Sendable func emptySheet(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let person: ID<Person> = try context.id("pupil"), viewer = context.viewer
        try ConsentsAccess.readsRefusals(viewer)
        let (line, courses) = try await site.read { tx in
            guard let line = try RefusalStore.line(person, in: viewer.school, tx) else { throw Denial.notFound }
            return (line, try line.schoolClass.map { try SchoolStore.courses(where: "k.class_id = \($0)", tx) } ?? [])
        }
        return RefusalViews(reader: context.reader, viewer: viewer).emptySheet(line, courses)
    }

    @Sendable func readmit(_ request: Request, _ context: SignedIn) async throws -> Response {
        let person: ID<Person> = try context.id("pupil")
        _ = try await linePage(context)
        let form = try await request.multipart()
        do {
            let name = PersonName(family: form.word("family"), given: form.word("given"), patronymic: form.word("patronymic"))
            let readmit = Readmit(
                person, name: name, sex: form.fields["sex"].flatMap { Sex(rawValue: $0) }, bornOn: form.fields["bornOn"].flatMap { Day($0) },
                signerName: form.word("signerName"), signedOn: try form.day("signedOn"), scan: try form.scan("scan"))
            try await site.perform(readmit, by: context.viewer, at: context.now)
        } catch let denial as Denial {
            guard denial.staysOnPage else { throw denial }
            return try await linePage(context, typed: form.fields, refused: denial).response(to: request, status: .unprocessableContent)
        }
        return .seeOther(.papers(of: person))
    }
}

extension MultipartForm {
    /// A name as it was typed, with single spaces.
    func word(_ field: String) -> String { (fields[field] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

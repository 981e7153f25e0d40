import Documents
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import School
import WebCore

/// The school's register: classes, papers, blank forms, notes for teachers. Reads requests, runs verbs, shows views. Decides nothing.
struct RegisterRoutes: Sendable {
    let site: Site

    func add(to consents: RouterGroup<SignedIn>) {
        consents.get("classes", use: classes)
        consents.get("classes/:class", use: ofClass)
        consents.get("classes/:class/blanks", use: blanks)
        consents.get("staff", use: staff)
        consents.get("pupils/:pupil", use: papers)
        consents.post("pupils/:pupil", use: enter)
        consents.get("entries/:entry/scan", use: scan)
        consents.get("notes", use: notes)
    }

    @Sendable func classes(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (viewer, today) = (context.viewer, context.reader.today)
        guard viewer.side == .staff, ConsentsAccess.keepsAll(viewer) || viewer.has(.classTeacher) else { throw Denial.notFound }
        let rows = try await site.read { tx in try RegisterStore.classes(for: viewer, on: today, tx) }
        return RegisterViews(reader: context.reader, viewer: viewer).page(rows)
    }

    @Sendable func ofClass(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let id: ID<SchoolClass> = try context.id("class"), (viewer, today) = (context.viewer, context.reader.today)
        let register = try await site.read { tx in
            let schoolClass = try ConsentsAccess.kept(id, by: viewer, in: tx)
            return ClassRegister(
                schoolClass: schoolClass, cards: try LedgerStore.cards(of: LedgerStore.pupils(of: id, in: viewer.school, tx), in: viewer.school, on: today, tx),
                lines: try RefusalStore.lines(in: id, of: viewer.school, tx))
        }
        return RegisterViews(reader: context.reader, viewer: viewer).page(register)
    }

    @Sendable func blanks(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let id: ID<SchoolClass> = try context.id("class"), viewer = context.viewer, purpose = try request.purpose
        let (schoolClass, people, wording) = try await site.read { tx in
            let schoolClass = try ConsentsAccess.kept(id, by: viewer, in: tx), pupils = try LedgerStore.pupils(of: id, in: viewer.school, tx)
            // Guardians are asked about their own data, and about nothing else of their own.
            let guardians = purpose == .processing ? try LedgerStore.guardians(ofClass: id, in: viewer.school, tx) : []
            return (schoolClass, pupils + guardians, try TextStore.current(purpose, in: viewer.school, tx))
        }
        return BlankViews(reader: context.reader, viewer: viewer).page(schoolClass, people, wording)
    }

    @Sendable func staff(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (viewer, today) = (context.viewer, context.reader.today)
        guard viewer.side == .staff, ConsentsAccess.keepsAll(viewer) else { throw Denial.notFound }
        let cards = try await site.read { tx in try LedgerStore.cards(of: LedgerStore.staff(of: viewer.school, tx), in: viewer.school, on: today, tx) }
        return RegisterViews(reader: context.reader, viewer: viewer).staff(cards)
    }

    // MARK: One person's papers

    @Sendable func papers(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let views = PaperViews(reader: context.reader, viewer: context.viewer)
        return views.page(try await folder(context), isSaved: request.uri.queryParameters.get("saved") == "1")
    }

    private func folder(_ context: SignedIn) async throws -> PaperFolder {
        let id: ID<Person> = try context.id("pupil"), (viewer, today) = (context.viewer, context.reader.today)
        return try await site.read { tx in
            let kept = try ConsentsAccess.entered(for: id, by: viewer, in: tx)
            return PaperFolder(
                card: try LedgerStore.card(of: kept.subject, in: kept.school, on: today, tx), guardians: try LedgerStore.guardians(of: id, in: kept.school, tx),
                history: try LedgerStore.history(of: id, in: kept.school, tx))
        }
    }

    @Sendable func enter(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Person> = try context.id("pupil")
        // Who may not see the person learns nothing by what is wrong with the form.
        _ = try await folder(context)
        let form = try await request.multipart()
        do {
            try await site.perform(try PaperForm(form).paper(for: id), by: context.viewer, at: context.now)
        } catch let denial as Denial {
            guard denial.staysOnPage else { throw denial }
            let views = PaperViews(reader: context.reader, viewer: context.viewer)
            return views.page(try await folder(context), typed: form.fields, refused: denial).response(to: request, status: .unprocessableContent)
        }
        return Response(status: .seeOther, headers: [.location: "/consents/pupils/\(id.number)?saved=1"])
    }

    @Sendable func scan(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<ConsentEntry> = try context.id("entry"), viewer = context.viewer
        let scan = try await site.read { tx -> Scan? in
            guard let entry = try LedgerStore.entry(id, in: viewer.school, tx), let document = entry.document else { return nil }
            _ = try ConsentsAccess.entered(for: entry.person, by: viewer, in: tx)
            return try DocumentStore.scan(document, tx)
        }
        guard let scan else { throw Denial.notFound }
        return scan.response(to: request)
    }

    @Sendable func notes(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (viewer, today) = (context.viewer, context.reader.today)
        guard viewer.side == .staff else { throw Denial.notFound }
        let notes = try await site.read { tx in try LessonNotes.all(for: viewer, on: today, tx) }
        return RegisterViews(reader: context.reader, viewer: viewer).notes(notes)
    }
}

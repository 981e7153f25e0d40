import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Timetable
import School
import WebCore
import Wire

/// A lesson's page. Reads requests, runs verbs, shows views. Decides nothing.
struct LessonRoutes: Sendable {
    let site: Site

    func add(to lessons: RouterGroup<SignedIn>) {
        lessons.get(":lesson", use: page)
        lessons.post(":lesson", use: save)
        lessons.post(":lesson/pupils/:pupil/mark", use: putMark)
        lessons.post(":lesson/pupils/:pupil/attendance", use: noteAttendance)
        lessons.post(":lesson/topic", use: writeTopic)
        lessons.post(":lesson/homework", use: giveHomework)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        views(context).page(try await sheet(context), isSaved: request.uri.queryParameters.get("saved") == "1")
    }

    private func views(_ context: SignedIn) -> LessonViews {
        LessonViews(reader: context.reader, isProved: StepUp.isFresh(context.visit, at: context.now))
    }

    private func sheet(_ context: SignedIn) async throws -> LessonSheet {
        let id: ID<Lesson> = try context.id("lesson"), viewer = context.viewer
        let (reader, features) = (context.reader, site.features)
        let sheet = try await site.read { tx -> LessonSheet? in
            guard var sheet = try LessonStore.sheet(of: id, seenBy: viewer, tx) else { return nil }
            let pupils = sheet.roster.map(\.pupil.id)
            sheet.notes = try features.flatMap { try $0.notes(on: pupils, for: reader, viewer, in: tx) }
            return sheet
        }
        guard let sheet else { throw Denial.notFound }
        return sheet
    }

    /// The whole form of a page without script. What was not accepted comes back as it was typed.
    @Sendable func save(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Lesson> = try context.id("lesson")
        let fields = try await request.decode(as: [String: String].self, context: context)
        do {
            try await site.perform(try SaveLesson(id, fields, StepUp.proof(of: context.visit, at: context.now)), by: context.viewer, at: context.now)
        } catch Denial.invalid(let field, let reason) {
            let typed = LessonViews.Typed(fields: fields, field: field, reason: reason)
            return views(context).page(try await sheet(context), typed: typed).response(to: request, status: .unprocessableContent)
        }
        return .seeOther("/journal/lessons/\(id.number)?saved=1")
    }

    // MARK: One change, as the page's script sends it

    @Sendable func putMark(_ request: Request, _ context: SignedIn) async throws -> Response {
        let body = try await request.decode(as: MarkBody.self, context: context)
        return try await answer(try body.perform(at: try context.id("lesson"), for: try context.id("pupil"), site, context), request)
    }

    @Sendable func noteAttendance(_ request: Request, _ context: SignedIn) async throws -> Response {
        let body = try await request.decode(as: AttendanceBody.self, context: context)
        return try await answer(try body.perform(at: try context.id("lesson"), of: try context.id("pupil"), site, context), request)
    }

    @Sendable func writeTopic(_ request: Request, _ context: SignedIn) async throws -> Response {
        let body = try await request.decode(as: TopicBody.self, context: context)
        return try await answer(try body.perform(at: try context.id("lesson"), site, context), request)
    }

    @Sendable func giveHomework(_ request: Request, _ context: SignedIn) async throws -> Response {
        let body = try await request.decode(as: HomeworkBody.self, context: context)
        return try await answer(try body.perform(at: try context.id("lesson"), site, context), request)
    }

    private func answer(_ value: some Encodable, _ request: Request) throws -> Response { try Answer(json: value).response(to: request) }
}

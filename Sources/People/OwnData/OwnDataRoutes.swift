import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore

/// Own data, and requests to correct them. Reads requests, runs verbs, shows views. Decides nothing.
struct OwnDataRoutes: Sendable {
    let site: Site

    func add(to signedIn: RouterGroup<SignedIn>) {
        signedIn.get("more/data", use: page)
        signedIn.get("more/data/page", use: asPage)
        signedIn.get("more/data/json", use: asJSON)
        signedIn.post("more/corrections", use: ask)
        let corrections = signedIn.group("people/corrections")
        corrections.get(use: queue)
        corrections.post(":correction/make", use: make)
        corrections.post(":correction/vouch", use: vouch)
        corrections.post(":correction/refuse", use: refuse)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML { try await page(context, .init()) }

    private func page(_ context: SignedIn, _ draft: OwnDataViews.Draft) async throws -> HTML {
        let people = try await data(context), (school, viewer) = (context.viewer.school, context.viewer.person)
        let asked = try await site.read { tx in try CorrectionStore.asked(about: people.map(\.person), in: school, by: viewer, tx) }
        return OwnDataViews(reader: context.reader).page(people, asked, Attempt(), draft)
    }

    func data(_ context: SignedIn) async throws -> [OwnDataOf] {
        let (viewer, reader, features) = (context.viewer, context.reader, site.features)
        return try await site.read { tx in
            try PeopleAccess.owned(by: viewer, in: tx).map { person in
                OwnDataOf(person: person, sections: try features.flatMap { try $0.ownData(of: person.id, for: reader, in: tx) })
            }
        }
    }

    @Sendable func asPage(_ request: Request, _ context: SignedIn) async throws -> Response {
        let people = try await data(context)
        var response = OwnDataViews(reader: context.reader).file(people).response(to: request)
        response.headers[.contentDisposition] = "attachment; filename=\"zvonok-\(context.reader.today).html\""
        return response
    }

    @Sendable func asJSON(_ request: Request, _ context: SignedIn) async throws -> Response {
        let people = try await data(context)
        var response = try Answer(json: OwnDataExport(reader: context.reader, people: people).file).response(to: request)
        response.headers[.contentDisposition] = "attachment; filename=\"zvonok-\(context.reader.today).json\""
        return response
    }

    private struct AskForm: Decodable {
        let person: Int64
        let field: String
        let value: String?
        let note: String?
        let attempt: String?
    }

    @Sendable func ask(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: AskForm.self, context: context)
        guard let field = Correction.Field(rawValue: form.field) else { throw Denial.invalid(field: "field", .unreadable) }
        do {
            try await site.perform(
                AskCorrection(
                    person: ID(form.person), field: field, value: form.value ?? "", note: form.note ?? "", attempt: try Attempt(sent: form.attempt)),
                by: context.viewer)
            return .seeOther(.ownData)
        } catch let denial as Denial {
            if denial == .notFound { throw denial }
            let draft = OwnDataViews.Draft(person: form.person, field: form.field, value: form.value ?? "", note: form.note ?? "", denial: denial)
            return try await page(context, draft).response(to: request, status: .unprocessableContent)
        }
    }

    // MARK: Those who answer

    @Sendable func queue(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let seen = try PeopleAccess.corrections(for: context.viewer)
        let waiting = try await site.read { tx in try CorrectionStore.waiting(seen, tx) }
        return CorrectionViews(reader: context.reader).queue(waiting, context.viewer)
    }

    @Sendable func make(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(MakeCorrection(correction: try context.id("correction")), by: context.viewer)
        return .seeOther(.corrections)
    }

    @Sendable func vouch(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(VouchCorrection(correction: try context.id("correction")), by: context.viewer)
        return .seeOther(.corrections)
    }

    private struct ReasonForm: Decodable { let reason: String? }

    @Sendable func refuse(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: ReasonForm.self, context: context)
        try await site.perform(RefuseCorrection(correction: try context.id("correction"), reason: form.reason ?? ""), by: context.viewer)
        return .seeOther(.corrections)
    }
}

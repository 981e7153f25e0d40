import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// The application form and the applicant's own page. Open to strangers.
struct ApplyRoutes: Sendable {
    let site: Site

    func add(to apply: RouterGroup<AppContext>) {
        apply.get(use: form)
        apply.post(use: submit)
        apply.get("find") { request, context in ApplyViews(reader: context.reader).find().response(to: request) }
        apply.post("find", use: find)
        apply.get(":number/:word", use: state)
        apply.post(":number/:word/answer", use: answer)
    }

    /// The region is chosen first: its order of things differs (REQUIREMENTS A36).
    @Sendable func form(_ request: Request, _ context: AppContext) async throws -> HTML {
        let chosen = request.uri.queryParameters.get("region").flatMap(Int64.init)
        return ApplyViews(reader: context.reader).page(try await places(chosen), visit: ApplicantVisit())
    }

    private func places(_ chosen: Int64?) async throws -> ApplyViews.Places {
        try await site.read { tx in
            let regions = try OrganisationStore.regions(tx)
            guard let region = regions.first(where: { $0.id.number == chosen }) ?? (regions.count == 1 ? regions.first : nil) else {
                return ApplyViews.Places(regions: regions)
            }
            let procedure = try CardStore.card(of: region.id, tx)?.contents.procedure ?? ""
            return ApplyViews.Places(
                regions: regions, region: region, municipalities: try OrganisationStore.municipalities(of: region.id, tx), procedure: procedure)
        }
    }

    @Sendable func submit(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.multipart(), now = context.reader.now
        guard let visit = ApplicantVisit(sent: form.fields["visit"] ?? "") else { throw Denial.invalid(field: "", .unreadable) }
        let verb = SubmitApplication(visit: visit, form: form, address: context.peer)
        let places = try await places(form.fields["region"].flatMap(Int64.init)), views = ApplyViews(reader: context.reader)
        do {
            switch try await site.database.write({ tx in try verb.run(at: now, in: tx) }) {
            case .submitted(let id, let word): return .seeOther("/apply/\(id.number)/\(word.text)")
            case .flawed(let flaws, let kept):
                let page = views.page(places, visit: visit, typed: form.fields, flaws: flaws, keptScan: kept)
                return page.response(to: request, status: .unprocessableContent)
            }
        } catch let denial as Denial where denial.isWait {
            return views.page(places, visit: visit, typed: form.fields, refused: denial).response(to: request, status: .tooManyRequests)
        }
    }

    private struct FindForm: Decodable { let number: String, word: String }

    @Sendable func find(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.decode(as: FindForm.self, context: context)
        do {
            let found = try await open(form.number, form.word, context)
            return .seeOther("/apply/\(found.application.id.number)/\(found.word.text)")
        } catch let denial as Denial {
            let typed = ["number": form.number, "word": form.word]
            return ApplyViews(reader: context.reader).find(typed: typed, refused: denial).response(
                to: request, status: denial.isWait ? .tooManyRequests : .unprocessableContent)
        }
    }

    private struct Opened: Sendable { let application: SchoolApplication, word: Secret }

    /// The application that number and word open together. Which of them is wrong is not told, and guessing is slowed down.
    private func open(_ number: String, _ word: String, _ context: AppContext) async throws -> Opened {
        let now = context.reader.now, keys = ["address:" + context.peer.prefix(100)]
        let id = Int64(number.filter(\.isNumber)).map { ID<SchoolApplication>($0) }, secret = Secret(typed: word)
        let found = try await site.read { tx in
            try AttemptLimit.check(keys, at: now, tx)
            guard let id, let secret else { return nil as SchoolApplication? }
            return try ApplicationStore.find(id, word: secret, tx)
        }
        guard let found, let secret else {
            try await site.database.write { tx in try AttemptLimit.fail(keys, at: now, tx) }
            throw Denial.notFound
        }
        return Opened(application: found, word: secret)
    }

    @Sendable func state(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(request, context).response(to: request)
    }

    private func page(_ request: Request, _ context: AppContext, typed: String = "", refused: Denial? = nil) async throws -> HTML {
        let opened = try await open(context.parameters.get("number") ?? "", context.parameters.get("word") ?? "", context)
        let steps = try await site.read { tx in
            (try ApplicationStore.steps(of: opened.application.id, tx), try CardStore.card(of: opened.application.municipality.id, tx))
        }
        return ApplyViews(reader: context.reader).state(opened.application, opened.word, steps.0, curator: steps.1, typed: typed, refused: refused)
    }

    private struct AnswerForm: Decodable { let answer: String }

    @Sendable func answer(_ request: Request, _ context: AppContext) async throws -> Response {
        let opened = try await open(context.parameters.get("number") ?? "", context.parameters.get("word") ?? "", context)
        let form = try await request.decode(as: AnswerForm.self, context: context)
        let verb = AnswerQuestion(application: opened.application.id, word: opened.word, answer: form.answer), now = context.reader.now
        do {
            try await site.database.write { tx in try verb.run(at: now, in: tx) }
        } catch let denial as Denial {
            return try await page(request, context, typed: form.answer, refused: denial).response(to: request, status: .unprocessableContent)
        }
        return .seeOther("/apply/\(opened.application.id.number)/\(opened.word.text)")
    }
}

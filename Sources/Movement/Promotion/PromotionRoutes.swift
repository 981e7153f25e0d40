import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// The yearly promotion: what it would do, its doing and undoing. Reads requests, runs verbs, shows views. Decides nothing.
struct PromotionRoutes: Sendable {
    let site: Site

    func add(to movement: RouterGroup<SignedIn>) {
        movement.get("promotion") { request, context in try await page(.nothing, try Self.year(request), context) }
        movement.post("promotion", use: promote)
        movement.post("promotion/year", use: openYear)
        movement.post("promotion/:promotion/undo", use: undo)
    }

    private static func year(_ request: Request) throws -> ID<AcademicYear>? {
        try request.uri.queryParameters.get("from").map { asked in
            guard let number = Int64(asked) else { throw Denial.notFound }
            return ID(number)
        }
    }

    private func sheet(_ from: ID<AcademicYear>?, _ context: SignedIn) async throws -> PromotionSheet? {
        let school = try MovementAccess.seen(by: context.viewer), today = context.reader.today
        let sheet = try await site.read { tx in try PromotionStore.sheet(from: from, today: today, in: school, tx) }
        guard sheet != nil || from == nil else { throw Denial.notFound }
        return sheet
    }

    private func page(_ filled: Filled, _ from: ID<AcademicYear>?, _ context: SignedIn) async throws -> HTML {
        let sheet = try await sheet(from, context)
        _ = try MovementAccess.moved(by: context.viewer)
        return PromotionViews(reader: context.reader).page(sheet, filled)
    }

    /// A first sending shows what would be done, a second does it.
    @Sendable func promote(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try MovementAccess.moved(by: context.viewer)
        let sent = try await request.form(), from: ID<AcademicYear>? = try sent.optionalID("from")
        guard let sheet = try await sheet(from, context), let to = sheet.to else { throw Denial.notFound }
        guard sent.text("step") != "back" else {
            return PromotionViews(reader: context.reader).page(sheet, Filled(form: "promotion", typed: sent.typed, denial: nil)).response(to: request)
        }
        do {
            let wanted = try PromotionRequest(sent, sheet)
            guard sent.text("step") == "do" else {
                return PromotionViews(reader: context.reader).preview(sheet, to, wanted, sent).response(to: request)
            }
            try await site.perform(
                PromoteSchool(from: sheet.from.id, to: to.id, wanted.choices, first: wanted.first, order: wanted.order), by: context.viewer, at: context.now)
            return .seeOther(.promotion)
        } catch let denial as Denial {
            let filled = Filled(form: "promotion", typed: sent.typed, denial: denial)
            switch denial {
            case .invalid: return PromotionViews(reader: context.reader).page(sheet, filled).response(to: request, status: .unprocessableContent)
            case .conflict: return PromotionViews(reader: context.reader).page(sheet, filled).response(to: request, status: .conflict)
            default: throw denial
            }
        }
    }

    /// The next year with this year's terms a year later: dates are put right on its own page.
    @Sendable func openYear(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try MovementAccess.moved(by: context.viewer)
        let school = try MovementAccess.seen(by: context.viewer)
        guard let sheet = try await sheet(nil, context) else { throw Denial.notFound }
        let terms = try await site.read { tx in try PromotionStore.terms(of: sheet.from.id, in: school, tx) }
        return try await request.answer("year", page: { PromotionViews(reader: context.reader).page(sheet, $0) }) { form in
            let verb = OpenYear(try form.name("name"), try form.days("starts", "ends"), parts: terms.compactMap(\.nextYear))
            try await site.perform(verb, by: context.viewer, at: context.now)
            return .promotion
        }
    }

    @Sendable func undo(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Promotion> = try context.id("promotion")
        return try await request.answer("undo-\(id.number)", page: { try await page($0, nil, context) }) { _ in
            try await site.perform(UndoPromotion(id), by: context.viewer, at: context.now)
            return .promotion
        }
    }
}

extension Term {
    fileprivate var nextYear: OpenYear.Part? {
        guard let starts = starts.nextYear, let ends = ends.nextYear, starts <= ends else { return nil }
        return OpenYear.Part(kind, number, name, starts...ends)
    }
}

/// What the promotion's form asks for.
struct PromotionRequest: Sendable {
    let choices: [PromotionChoice]
    let first: [String]
    let order: OrderDraft

    init(choices: [PromotionChoice], first: [String], order: OrderDraft) throws {
        guard first.count <= 30 else { throw Denial.invalid(field: "first", .tooManyClasses) }
        self.choices = choices
        self.first = first
        self.order = order
    }

    /// Only classes and pupils that the page has shown are asked for.
    init(_ form: SentForm, _ sheet: PromotionSheet) throws {
        let choices = try sheet.lines.map { line in
            let key = "\(line.schoolClass.id.number)"
            guard let act = PromotionChoice.Act(rawValue: form.text("act-" + key)) else { throw Denial.invalid(field: "act-" + key, .notChosen) }
            let exceptions = line.pupils.reduce(into: [ID<Person>: PromotionChoice.Exception]()) {
                $0[$1.id] = PromotionChoice.Exception(rawValue: form.text("pupil-\($1.id.number)"))
            }
            let name = form.text("name-" + key), goesOn = act == .carry || exceptions.values.contains(.carry)
            guard !goesOn || (1...100).contains(name.count) else { throw Denial.invalid(field: "name-" + key, .emptyName) }
            return PromotionChoice(
                line.schoolClass.id, act, name: name, keepsLeader: form.isChecked("leader-" + key), copiesGroups: form.isChecked("groups-" + key),
                copiesCourses: form.isChecked("courses-" + key), exceptions: exceptions)
        }
        let first = form.text("first").split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
        try self.init(choices: choices, first: first, order: form.order())
    }
}

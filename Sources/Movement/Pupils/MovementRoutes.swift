import Accounts
import Documents
import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// The movement book, the moving of pupils and the orders. Reads requests, runs verbs, shows views. Decides nothing.
struct MovementRoutes: Sendable {
    let site: Site

    func add(to movement: RouterGroup<SignedIn>) {
        movement.get(use: book)
        movement.get("classes/:class") { request, context in try await choosing(try context.id("class"), .nothing, nil, context) }
        movement.post("classes/:class", use: move)
        movement.get("unplaced", use: unplaced)
        movement.post("unplaced", use: place)
        movement.get("new") { _, context in try await newPupil(.nothing, context) }
        movement.post("new", use: enter)
        movement.get("lines/:movement") { _, context in try await line(.nothing, context) }
        movement.post("lines/:movement", use: correct)
        movement.post("lines/:movement/undo", use: undo)
        movement.post("planned/:plan/revoke", use: revoke)
        movement.get("orders/:order") { _, context in try await order(nil, context) }
        movement.get("orders/:order/scan", use: scan)
        movement.post("orders/:order/scan", use: attach)
    }

    // MARK: The book

    @Sendable func book(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let school = try MovementAccess.seen(by: context.viewer), today = context.reader.today, query = request.uri.queryParameters
        let asked = BookQuery(
            from: query.get("from").flatMap { Day(String($0)) }, to: query.get("to").flatMap { Day(String($0)) },
            schoolClass: query.get("class").flatMap { Int64($0) }.map { ID($0) }, kind: query.get("kind").flatMap { PupilMovement.Kind(rawValue: String($0)) })
        let sheet = try await site.read { tx in
            let filter = asked.filter(in: try SchoolStore.year(of: school.id, on: today, tx), today: today)
            return BookSheet(
                filter: filter, lines: try MovementStore.book(filter, in: school, tx), counts: try MovementStore.counts(filter.days, in: school, tx),
                plans: try PlanStore.open(in: school, tx))
        }
        return BookViews(reader: context.reader, moves: MovementAccess.moves(context.viewer)).page(sheet)
    }

    // MARK: Moving the pupils of a class

    private func choosing(_ id: ID<SchoolClass>, _ filled: Filled, _ plan: MovePlan?, _ context: SignedIn) async throws -> HTML {
        let school = try MovementAccess.seen(by: context.viewer), today = context.reader.today
        _ = try MovementAccess.moved(by: context.viewer)
        let found = try await site.read { tx in
            try MovementStore.schoolClass(id, in: school, tx).map {
                MoveSheet(origin: $0, pupils: try MovementStore.pupils(in: id, tx), classes: try MovementStore.classes(openOn: today, in: school, tx))
            }
        }
        guard let sheet = found else { throw Denial.notFound }
        return MoveViews(reader: context.reader).page(sheet, filled, plan)
    }

    @Sendable func move(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try MovementAccess.moved(by: context.viewer)
        let id: ID<SchoolClass> = try context.id("class"), school = try MovementAccess.seen(by: context.viewer)
        guard try await site.read({ tx in try MovementStore.schoolClass(id, in: school, tx) }) != nil else { throw Denial.notFound }
        return try await perform(request, context, thenTo: .moving(id)) { try await choosing(id, $0, $1, context) }
    }

    // MARK: Pupils without a class

    @Sendable func unplaced(_ request: Request, _ context: SignedIn) async throws -> HTML {
        try await placing(String(request.uri.queryParameters.get("name") ?? ""), .nothing, nil, context)
    }

    private func placing(_ name: String, _ filled: Filled, _ plan: MovePlan?, _ context: SignedIn) async throws -> HTML {
        let school = try MovementAccess.seen(by: context.viewer), today = context.reader.today
        _ = try MovementAccess.moved(by: context.viewer)
        let sheet = try await site.read { tx in
            PlaceSheet(
                name: name, waiting: try MovementStore.unplaced(named: name, isGone: false, in: school, tx),
                gone: try MovementStore.unplaced(named: name, isGone: true, in: school, tx), classes: try MovementStore.classes(openOn: today, in: school, tx))
        }
        return MoveViews(reader: context.reader).unplaced(sheet, filled, plan)
    }

    @Sendable func place(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try MovementAccess.moved(by: context.viewer)
        return try await perform(request, context, thenTo: .unplaced) { try await placing("", $0, $1, context) }
    }

    /// A first sending shows what would be done; a second, from that page, does it.
    private func perform(
        _ request: Request, _ context: SignedIn, thenTo done: Link, page: (Filled, MovePlan?) async throws -> HTML
    ) async throws -> Response {
        let form = try await request.form(), viewer = context.viewer, today = context.reader.today
        func refused(_ denial: Denial) -> Filled { Filled(form: "move", typed: form.typed, denial: denial) }
        var plan: MovePlan?
        do {
            let wanted = try MoveRequest(form)
            if form.text("step") == "do" {
                try await site.perform(wanted.verb, by: viewer, at: context.now)
                return .seeOther(wanted.day > today ? .book : done)
            }
            try wanted.verb.check(today: today)
            let school = try MovementAccess.seen(by: viewer)
            let lines = try await site.read { tx in
                try PreviewMovement.lines(wanted.pupils, wanted.act, on: wanted.day, by: viewer, today: today, in: school, tx)
            }
            plan = MovePlan(request: wanted, lines: lines)
            return try await page(Filled(form: "move", typed: form.typed, denial: nil), plan).response(to: request)
        } catch let denial as Denial {
            switch denial {
            case .invalid: return try await page(refused(denial), nil).response(to: request, status: .unprocessableContent)
            case .conflict: return try await page(refused(denial), nil).response(to: request, status: .conflict)
            default: throw denial
            }
        }
    }

    // MARK: A new pupil

    private func newPupil(_ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let school = try MovementAccess.seen(by: context.viewer), today = context.reader.today
        _ = try MovementAccess.moved(by: context.viewer)
        let classes = try await site.read { tx in try MovementStore.classes(openOn: today, in: school, tx) }
        return MoveViews(reader: context.reader).newPupil(classes, filled)
    }

    @Sendable func enter(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try MovementAccess.moved(by: context.viewer)
        return try await request.answer("new", page: { try await newPupil($0, context) }) { form in
            let name = PersonName(family: form.text("family"), given: form.text("given"), patronymic: form.text("patronymic"))
            let target: ID<SchoolClass> = try form.id("class")
            let verb = EnterPupil(
                name, bornOn: try form.day("bornOn"), sex: Sex(rawValue: form.text("sex")), into: target, on: try form.day("day"), order: try form.order(),
                place: form.text("place"))
            try await site.perform(verb, by: context.viewer, at: context.now)
            return .classCard(target)
        }
    }

    // MARK: A line of the book

    private func line(_ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let school = try MovementAccess.seen(by: context.viewer), id: ID<PupilMovement> = try context.id("movement")
        guard let line = try await site.read({ tx in try MovementStore.line(id, in: school, tx) }) else { throw Denial.notFound }
        return BookViews(reader: context.reader, moves: MovementAccess.moves(context.viewer)).line(line, filled)
    }

    @Sendable func correct(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try MovementAccess.moved(by: context.viewer)
        let id: ID<PupilMovement> = try context.id("movement")
        return try await request.answer("order", page: { try await line($0, context) }) { form in
            try await site.perform(CorrectMovement(id, order: try form.order(), place: form.text("place")), by: context.viewer, at: context.now)
            return .line(id)
        }
    }

    @Sendable func undo(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<PupilMovement> = try context.id("movement")
        return try await request.answer("undo", page: { try await line($0, context) }) { _ in
            try await site.perform(UndoMovement(id), by: context.viewer, at: context.now)
            return .line(id)
        }
    }

    @Sendable func revoke(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(RevokePlan(try context.id("plan")), by: context.viewer, at: context.now)
        return .seeOther(.book)
    }

    // MARK: Orders

    private func order(_ refused: Denial?, _ context: SignedIn) async throws -> HTML {
        let school = try MovementAccess.seen(by: context.viewer), id: ID<SchoolOrder> = try context.id("order")
        let found = try await site.read { tx in
            try OrderStore.order(id, in: school, tx).map {
                OrderSheet(
                    order: $0, lines: try MovementStore.lines(by: id, in: school, tx), plans: try PlanStore.plans(by: id, in: school, tx),
                    staffPlans: try StaffPlanStore.plans(by: id, in: school, tx),
                    appointments: try AppointmentStore.appointments(by: id, in: school, tx))
            }
        }
        guard let sheet = found else { throw Denial.notFound }
        return OrderViews(reader: context.reader, viewer: context.viewer).page(sheet, refused)
    }

    @Sendable func scan(_ request: Request, _ context: SignedIn) async throws -> Response {
        let school = try MovementAccess.seen(by: context.viewer), id: ID<SchoolOrder> = try context.id("order")
        let scan = try await site.read { tx in try OrderStore.order(id, in: school, tx)?.scan.flatMap { try DocumentStore.scan($0, tx) } }
        guard let scan else { throw Denial.notFound }
        return scan.response(to: request)
    }

    @Sendable func attach(_ request: Request, _ context: SignedIn) async throws -> Response {
        _ = try MovementAccess.moved(by: context.viewer)
        let id: ID<SchoolOrder> = try context.id("order")
        do {
            guard let file = try await request.multipart().file("scan") else { throw Denial.invalid(field: "scan", .notChosen) }
            try await site.perform(AttachScan(try Scan(file, field: "scan"), to: id), by: context.viewer, at: context.now)
            return .seeOther(.order(id))
        } catch let denial as Denial {
            guard case .invalid = denial else { throw denial }
            return try await order(denial, context).response(to: request, status: .unprocessableContent)
        }
    }
}

extension SentForm {
    /// The order's number and date, as every form of the book asks for them.
    func order() throws -> OrderDraft { try OrderDraft(number: text("order"), date: day("orderDate")) }
}

/// What a form about moving pupils asks for.
struct MoveRequest: Sendable {
    let pupils: [ID<Person>]
    let act: MovementAct
    let day: Day
    let order: OrderDraft
    let place: String

    init(_ form: SentForm) throws {
        pupils = form.numbers("pupil[]").map { ID($0) }
        guard !pupils.isEmpty else { throw Denial.invalid(field: "pupil", .nobodyChosen) }
        let word = form.text("act")
        guard let act = MovementAct(word: word, target: word == "expel" ? nil : try form.id("class")) else { throw Denial.invalid(field: "act", .notChosen) }
        self.act = act
        day = try form.day("day")
        order = try form.order()
        place = form.text("place")
    }
    var verb: MovePupils { MovePupils(pupils, act, on: day, order: order, place: place) }
}

import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// The school's card. Reads requests, runs verbs, shows views. Decides nothing.
struct CardRoutes: Sendable {
    let site: Site

    func add(to school: RouterGroup<SignedIn>) {
        school.get("card", use: page)
        school.get("card/edit", use: form)
        school.post("card", use: change)
        school.post("card/responsible", use: appoint)
        school.post("card/responsible/:responsible/end", use: endAppointment)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML { try await card(context) }

    private func card(_ context: SignedIn, typed: [String: String] = [:], flaws: Flaws = Flaws()) async throws -> HTML {
        let viewer = context.viewer, mayChange = RegionsAccess.mayChangeCard(viewer)
        let shown = try await site.read { tx in
            let cards = try CardStore.cards(upwardsFrom: viewer.school, tx)
            let staff = mayChange ? try AppointmentStore.staff(of: viewer.school, tx) : []
            return CardViews.Shown(
                cards: cards, appointments: try AppointmentStore.present(in: viewer.school, tx), staff: staff, mayChange: mayChange)
        }
        return CardViews(reader: context.reader).page(shown, typed: typed, flaws: flaws)
    }

    @Sendable func form(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        let card = try await site.read { tx in try CardStore.card(of: RegionsAccess.card(by: viewer, in: tx).school, tx) }
        guard let card else { throw Denial.notFound }
        return CardViews(reader: context.reader).form(card.organisation, typed: CardViews.typed(card))
    }

    @Sendable func change(_ request: Request, _ context: SignedIn) async throws -> Response {
        let fields = try await request.decode(as: [String: String].self, context: context), viewer = context.viewer, now = context.now
        let card = try await site.read { tx in try CardStore.card(of: RegionsAccess.card(by: viewer, in: tx).school, tx) }
        guard let card else { throw Denial.notFound }
        var form = FormReading(fields)
        let verb = ChangeCard(&form)
        do {
            try form.finish()
            try await site.perform(verb, by: viewer, at: now)
        } catch let flaws as Flaws {
            return CardViews(reader: context.reader).form(card.organisation, typed: fields, flaws: flaws).response(to: request, status: .unprocessableContent)
        }
        return .seeOther("/school/card")
    }

    @Sendable func appoint(_ request: Request, _ context: SignedIn) async throws -> Response {
        let fields = try await request.decode(as: [String: String].self, context: context), viewer = context.viewer
        _ = try await site.read { tx in try RegionsAccess.card(by: viewer, in: tx).school }
        var form = FormReading(fields)
        let order = Appointment.Order(form.line("orderNumber", most: 60), form.day("orderDay", notAfter: context.reader.today))
        let duty: Appointment.Duty? = form.choice("duty"), person = Int64(fields["person"] ?? "").map { ID<Person>($0) }
        if person == nil { form.flaws.note("person", .choose) }
        do {
            try form.finish()
            guard let duty, let person else { throw form.flaws }
            try await site.perform(Appoint(person: person, duty: duty, order: order), by: viewer, at: context.now)
        } catch Denial.invalid(let field, let reason) {
            form.flaws.note(field, reason)
            return try await card(context, typed: fields, flaws: form.flaws).response(to: request, status: .unprocessableContent)
        } catch let flaws as Flaws {
            return try await card(context, typed: fields, flaws: flaws).response(to: request, status: .unprocessableContent)
        }
        return .seeOther("/school/card")
    }

    @Sendable func endAppointment(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(EndAppointment(appointment: try context.id("responsible")), by: context.viewer, at: context.now)
        return .seeOther("/school/card")
    }
}

extension ChangeCard {
    fileprivate init(_ form: inout FormReading) {
        let contents = SchoolCard.Contents(
            fullName: form.line("fullName", most: 500, isRequired: false), address: form.line("address", most: 300, isRequired: false), site: form.site("site"),
            phone: form.phone("phone"), email: form.email("email"), director: form.line("director", isRequired: false),
            help: form.line("help", most: 300, isRequired: false),
            programmes: Programme.allCases.filter { form.fields["programmes-" + $0.rawValue] == "1" },
            pupils: form.fields["pupils", default: ""].isEmpty ? nil : form.number("pupils", 0...50_000),
            staff: form.fields["staff", default: ""].isEmpty ? nil : form.number("staff", 0...5_000),
            procedure: form.text("procedure", most: 3_000, isRequired: false))
        self.init(name: form.line("name", most: 120), kind: form.choice("kind") ?? .general, zone: form.zone("zone"), contents: contents)
    }
}

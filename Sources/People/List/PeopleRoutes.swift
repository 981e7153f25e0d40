import Accounts
import Hummingbird
import Kernel
import Markup
import School
import WebCore

/// Lists and cards. Reads requests, runs verbs, shows views. Decides nothing.
struct PeopleRoutes: Sendable {
    let site: Site

    func add(to people: RouterGroup<SignedIn>) {
        people.get(use: list)
        people.get(":person", use: card)
        people.post(":person/badge", use: confirm)
        people.post(":person/badge/withdraw", use: withdraw)
        people.post(":person/end-sign-ins", use: endSignIns)
    }

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let seen = try PeopleAccess.seen(by: context.viewer), query = try request.peopleQuery(role: "role"), now = context.now
        let (page, classes) = try await site.read { tx in
            (try PeopleStore.page(query, seen: seen, at: now, tx), try PeopleStore.classes(seen, tx))
        }
        return PeopleViews(reader: context.reader, viewer: context.viewer).page(page, query, classes: classes)
    }

    @Sendable func card(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let card = try await site.perform(ReadCard(person: try context.id("person")), by: context.viewer)
        return CardViews(reader: context.reader, viewer: context.viewer).page(card)
    }

    private struct OrderForm: Decodable { let order: String? }

    @Sendable func confirm(_ request: Request, _ context: SignedIn) async throws -> Response {
        let person: ID<Person> = try context.id("person"), form = try await request.decode(as: OrderForm.self, context: context)
        _ = try AccountsAccess.confirming(by: context.viewer)
        try StepUp.require(context)
        let order = form.order?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
        try await site.perform(ConfirmTeacher(person, order: order.isEmpty ? nil : order), by: context.viewer)
        return .seeOther(.person(person))
    }

    @Sendable func withdraw(_ request: Request, _ context: SignedIn) async throws -> Response {
        let person: ID<Person> = try context.id("person")
        _ = try AccountsAccess.confirming(by: context.viewer)
        try StepUp.require(context)
        try await site.perform(WithdrawBadge(from: person), by: context.viewer)
        return .seeOther(.person(person))
    }

    @Sendable func endSignIns(_ request: Request, _ context: SignedIn) async throws -> Response {
        let person: ID<Person> = try context.id("person")
        try await site.perform(EndSignIns(of: person), by: context.viewer)
        return .seeOther(.person(person))
    }
}

extension Request {
    /// What a list is asked for. A filter that names nothing is a filter for nothing: nobody is found by it.
    func peopleQuery(role name: Substring) throws -> PeopleQuery {
        let asked = uri.queryParameters
        func value(_ name: Substring) -> String? { asked.get(String(name)).flatMap { $0.isEmpty ? nil : $0 } }
        func known<T>(_ name: Substring, _ read: (String) -> T?) throws -> T? {
            try value(name).map { text in
                guard let value = read(text) else { throw Denial.notFound }
                return value
            }
        }
        var query = PeopleQuery()
        query.text = String((value("q") ?? "").prefix(200))
        query.role = try known(name, Role.init)
        query.schoolClass = try known("class") { Int64($0).map { ID($0) } }
        query.state = try known("state", PeopleQuery.State.init)
        query.after = try known("after") { Int64($0) }.map { .init(key: value("key") ?? "", person: ID($0)) }
        return query
    }
}

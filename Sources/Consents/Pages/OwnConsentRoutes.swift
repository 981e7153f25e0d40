import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore

/// A person's own consents and the children's. Reads requests, runs verbs, shows views. Decides nothing.
struct OwnConsentRoutes: Sendable {
    let site: Site

    func add(to consents: RouterGroup<SignedIn>) {
        consents.get(use: all)
        consents.get("of/:child", use: one)
        consents.post("of/:child", use: answer)
    }

    @Sendable func all(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (viewer, today) = (context.viewer, context.reader.today)
        let cards = try await site.read { tx in try LedgerStore.cards(of: ConsentsAccess.own(viewer, in: tx), in: viewer.school, on: today, tx) }
        return OwnConsentViews(reader: context.reader, viewer: viewer).page(cards, isSaved: request.uri.queryParameters.get("saved") == "1")
    }

    @Sendable func one(_ request: Request, _ context: SignedIn) async throws -> HTML {
        OwnConsentViews(reader: context.reader, viewer: context.viewer).page(try await sheet(try request.purpose, context))
    }

    private func sheet(_ purpose: Purpose, _ context: SignedIn) async throws -> OwnConsent {
        let child: ID<Person> = try context.id("child"), (viewer, today) = (context.viewer, context.reader.today)
        return try await site.read { tx in
            guard let subject = try ConsentsAccess.own(viewer, in: tx).first(where: { $0.id == child }),
                let line = try LedgerStore.card(of: subject, in: viewer.school, on: today, tx)[purpose]
            else { throw Denial.notFound }
            return OwnConsent(
                subject: subject, line: line, wording: try TextStore.current(purpose, in: viewer.school, tx),
                history: try LedgerStore.history(of: child, in: viewer.school, tx).filter { $0.purpose == purpose })
        }
    }

    private struct Form: Decodable { let purpose: String, answer: String, version: Int?, sure: String? }

    @Sendable func answer(_ request: Request, _ context: SignedIn) async throws -> Response {
        let child: ID<Person> = try context.id("child"), form = try await request.decode(as: Form.self, context: context)
        guard let purpose = Purpose(rawValue: form.purpose), ["yes", "no"].contains(form.answer) else { throw Denial.notFound }
        do {
            let sheet = try await sheet(purpose, context)
            guard form.answer == "yes" || form.sure != nil || !sheet.needsCare else { throw Denial.invalid(field: "sure", .notSure) }
            try await site.perform(
                SignConsent(for: child, purpose, agrees: form.answer == "yes", version: form.version ?? 0), by: context.viewer, at: context.now)
        } catch let denial as Denial {
            guard denial.staysOnPage else { throw denial }
            return OwnConsentViews(reader: context.reader, viewer: context.viewer).page(try await sheet(purpose, context), refused: denial).response(
                to: request, status: .unprocessableContent)
        }
        return Response(status: .seeOther, headers: [.location: "/consents?saved=1"])
    }
}

extension Request {
    /// The purpose asked for after `?`; what is none names nothing.
    var purpose: Purpose {
        get throws {
            guard let purpose = uri.queryParameters.get("purpose").flatMap({ Purpose(rawValue: String($0)) }) else { throw Denial.notFound }
            return purpose
        }
    }
}

extension Denial {
    /// Said beside the field, with what was typed; anything else is a page of its own.
    var staysOnPage: Bool {
        switch self {
        case .invalid(_, let reason): reason != .unreadable
        case .conflict: true
        default: false
        }
    }
}

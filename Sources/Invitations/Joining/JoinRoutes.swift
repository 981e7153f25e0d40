import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import School
import Storage
import WebCore

/// Coming in by a code: typed, or from a link or QR. Open to strangers. Reads requests, runs verbs, shows views. Decides nothing.
struct JoinRoutes: Sendable {
    let site: Site
    let works: PasswordWorks
    let session: any Session
    let threshold: any Threshold

    func add(to router: Router<AppContext>) {
        router.get("join") { request, context in JoinViews(reader: context.reader).typing().response(to: request) }
        router.post("join", use: typed)
        router.get("join/:code", use: page)
        router.post("join/:code", use: use)
    }

    private struct TypedForm: Decodable { let code: String? }

    @Sendable func typed(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.decode(as: TypedForm.self, context: context), typed = String((form.code ?? "").prefix(100))
        do {
            let (code, _) = try await standing(typed, context)
            return .seeOther("/join/\(code.grouped)")
        } catch let denial as Denial {
            return JoinViews(reader: context.reader).typing(typed, refused: denial).answer(denial, to: request)
        }
    }

    @Sendable func page(_ request: Request, _ context: AppContext) async throws -> Response {
        let typed = context.parameters.get("code") ?? ""
        do {
            let (code, standing) = try await standing(typed, context)
            return try await page(standing, code, JoinForm(), nil, context).response(to: request).unkept
        } catch let denial as Denial {
            return JoinViews(reader: context.reader).typing(typed, refused: denial).answer(denial, to: request)
        }
    }

    @Sendable func use(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.decode(as: JoinForm.self, context: context), typed = context.parameters.get("code") ?? ""
        let found: (code: Code, standing: Standing)
        do { found = try await standing(typed, context) } catch let denial as Denial {
            return JoinViews(reader: context.reader).typing(typed, refused: denial).answer(denial, to: request)
        }
        do {
            if form.account == "own", let viewer = context.visit?.viewer {
                try await site.perform(UseCodeWithAccount(code: found.code, consents: Set(form.consent ?? [])), by: viewer)
                return .seeOther("/welcome")
            }
            return try await come(form, found.code, found.standing, request, context)
        } catch let denial as Denial {
            return try await page(found.standing, found.code, form.shownAgain, denial, context).answer(denial, to: request)
        } catch let wanted as ConsentsWanted {
            let denial: Denial? = wanted.hasChanged ? .conflict(.consentChanged) : form.texts == nil ? nil : .conflict(.consentNeeded)
            let page = try await page(found.standing, found.code, form.shownAgain, denial, wanted: wanted.texts, context)
            return denial.map { page.answer($0, to: request) } ?? page.response(to: request).unkept
        }
    }

    // MARK: Parts

    /// The code and what became of it. One that was never given out counts as a failure of the address.
    private func standing(_ typed: String, _ context: AppContext) async throws -> (code: Code, standing: Standing) {
        let key = "code:" + context.peer, now = context.reader.now
        guard let code = Code(typed: typed) else { throw Denial.invalid(field: "code", .codeForm) }
        let (wait, found) = try await site.read { tx in (try AttemptStore.wait([key], at: now, tx), try Standing.of(code, at: now, in: tx)) }
        guard wait == 0 else { throw Denial.wait(seconds: wait) }
        guard let found else {
            try await site.database.write { tx in try AttemptStore.fail(key, at: now, tx) }
            throw Denial.invalid(field: "code", .codeUnknown)
        }
        return (code, found)
    }

    private func page(_ standing: Standing, _ code: Code, _ form: JoinForm, _ refused: Denial?, wanted: [ConsentStep.Text]? = nil, _ context: AppContext)
        async throws -> HTML
    {
        let views = JoinViews(reader: context.reader), now = context.reader.now
        guard case .open(let invitation) = standing else { return views.over(standing) }
        let isOwn = form.account == "own"
        let offer = try await site.read { tx -> JoinOffer in
            let asked = try invitation.person.map { try ConsentStep.offer(to: $0, as: invitation.role, in: invitation.school.id, at: now, tx) }
            return JoinOffer(
                invitation: invitation, code: code,
                login: try invitation.person.flatMap { try AccountsStore.login(of: $0, tx) }
                    ?? invitation.name.map { try AccountsStore.freeLogin(for: $0, tx).text },
                consents: isOwn ? asked ?? .init() : wanted.map { ConsentStep.Offer(texts: $0) } ?? asked ?? .init(),
                ownConsents: isOwn ? wanted ?? [] : [], isAskedFor: wanted != nil)
        }
        return views.joining(offer, form, refused: refused)
    }

    private func come(_ form: JoinForm, _ code: Code, _ standing: Standing, _ request: Request, _ context: AppContext) async throws -> Response {
        let (place, now, visit) = ((context.peer, request.headers[.userAgent]), context.reader.now, context.visit)
        if case .used(let person?) = standing, let again = try await again(person, form, request, context) { return again }
        let invitation = try standing.invitation()
        let name = invitation.name == nil && invitation.person == nil ? try form.name() : nil
        let login = invitation.purpose == .again ? nil : try form.chosenLogin(), password = try form.chosenPassword(for: invitation)
        let use = UseCode(
            code: code, name: name, login: login, hash: try await works.hash(password), consents: Set(form.consent ?? []), address: place.0, device: place.1)
        let site = site
        do {
            let outcome = try await site.database.write { tx in
                let outcome = try use.run(at: now, in: tx)
                if let visit, visit.isByCookie { try ComeIn.replace(visit.session, of: visit.viewer.person, in: tx) }
                try Site.settle(site.features, by: outcome.person, at: now, in: tx)
                return outcome
            }
            if let token = outcome.token { return entered(token) }
            return try await arrive(outcome.person, request, context)
        } catch Denial.conflict(.codeUsed) {
            // The button was pressed twice: the first press has made the account, the second finds it.
            let standing = try await site.read { tx in try Standing.of(code, at: now, in: tx) }
            if case .used(let person?) = standing, let again = try await again(person, form, request, context) { return again }
            throw Denial.conflict(.codeUsed)
        }
    }

    /// Whoever has used the code is let in again by the password they have just set, as on the sign-in page and under its limits.
    private func again(_ person: ID<Person>, _ form: JoinForm, _ request: Request, _ context: AppContext) async throws -> Response? {
        guard let password = form.typedPassword, let login = try await site.read({ tx in try AccountsStore.login(of: person, tx) }) else { return nil }
        let proof = PasswordProof(login: login, password: password, address: context.peer)
        guard (try? await proof.person(in: site.database, works, at: context.reader.now)) == person else { return nil }
        return try await arrive(person, request, context)
    }

    /// Signs in whose password is proven, past whatever else is asked of them.
    private func arrive(_ person: ID<Person>, _ request: Request, _ context: AppContext) async throws -> Response {
        let browser = KnownBrowser(request, session), (site, threshold, now) = (site, threshold, context.reader.now)
        let arrival = Arrival(person, by: .password, from: browser.place(request, context))
        let arrived = try await site.database.write { tx in try arrival.enter(by: threshold, of: site.features, at: now, in: tx) }
        return try arrived.response(session, browser, next: "/welcome")
    }

    private func entered(_ token: String) -> Response {
        var response = Response.seeOther("/welcome")
        response.headers[.setCookie] = session.cookie(token)
        return response
    }
}

extension Response {
    /// Holds a code or a pass: no copy of it stays in the browser.
    var unkept: Response {
        var response = self
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension HTML {
    /// A page with a refusal in it.
    func answer(_ denial: Denial, to request: Request) -> Response {
        switch denial {
        case .wait(let seconds):
            var response = response(to: request, status: .tooManyRequests).unkept
            response.headers[.retryAfter] = String(seconds)
            return response
        case .notFound: return response(to: request, status: .notFound).unkept
        case .conflict: return response(to: request, status: .conflict).unkept
        default: return response(to: request, status: .unprocessableContent).unkept
        }
    }
}

import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup
import Storage

extension Request {
    /// A program, or a page's script that says so, reads problem details; a person reads a page.
    fileprivate var wantsProblem: Bool { uri.path.hasPrefix("/api/") || headers[.accept] == "application/json" }
}

extension Denial {
    var status: HTTPResponse.Status {
        switch self {
        case .signInFirst: .unauthorized
        case .proveAgain: .forbidden
        case .notFound: .notFound
        case .forbidden: .forbidden
        case .invalid: .unprocessableContent
        case .conflict: .conflict
        case .wait: .tooManyRequests
        }
    }

    /// The one place where a refusal becomes an HTTP answer: a page in plain words, or problem details for a program.
    func answer(to request: Request, _ reader: Reader) -> Response {
        if request.wantsProblem { return problem(reader.language).response(to: request) }
        if self == .signInFirst { return Response(status: .seeOther, headers: [.location: Self.signIn(thenTo: request)]) }
        if self == .proveAgain { return StepUp.sending(request) }
        var response = TroubleViews(reader: reader).denied(self).response(to: request, status: status)
        if case .wait(let seconds) = self { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    /// A place that was asked for by POST is not a place to come back to.
    private static func signIn(thenTo request: Request) -> String {
        request.method == .get && request.uri.path != "/" ? "/sign-in?next=" + ("/\(request.uri.path)" as Link).text.dropFirst() : "/sign-in"
    }

    private func problem(_ language: Language) -> Problem {
        let code = status.code
        return switch self {
        case .signInFirst: Problem(type: "web.sign-in-first", title: language.web.signInFirst, status: code)
        case .proveAgain: Problem(type: "web.prove-again", title: language.web.proveAgain, status: code)
        case .notFound: Problem(type: "web.not-found", title: language.web.notFound, status: code)
        case .forbidden(let reason), .conflict(let reason): Problem(type: reason.code, title: reason.words(language), status: code)
        case .invalid(let field, let reason): Problem(type: reason.code, title: reason.words(language), status: code, field: field)
        case .wait(let seconds): Problem(type: "web.wait", title: language.web.wait(seconds), status: code, seconds: seconds)
        }
    }
}

/// What else may go wrong with a request, in words, with the number under which the log has it.
enum Troubles {
    static func answer(_ error: any HTTPResponseError, to request: Request, _ context: AppContext) throws -> Response {
        let reader = context.reader
        if error.status == .notFound { return Denial.notFound.answer(to: request, reader) }
        if request.wantsProblem {
            return Problem(type: "web.http", title: error.status.reasonPhrase, status: error.status.code).response(to: request)
        }
        if error.status.code < 500 { return Denial.invalid(field: "", .unreadable).answer(to: request, reader) }
        return answer(unexpected: error, to: request, context)
    }

    static func answer(unexpected error: any Error, to request: Request, _ context: AppContext) -> Response {
        let reader = context.reader
        let isBusy = error is TooBusy
        // The words of an inner error may hold what its reader must not see: they go to the log alone.
        context.logger.error("request failed", metadata: ["error": "\(error)", "path": "\(request.uri.path)"])
        let status: HTTPResponse.Status = isBusy ? .serviceUnavailable : .internalServerError
        let words = isBusy ? reader.language.web.busy : reader.language.web.failed
        if request.wantsProblem {
            return Problem(type: isBusy ? "web.busy" : "web.failed", title: words, status: status.code, request: context.id).response(to: request)
        }
        return TroubleViews(reader: reader).failed(words, request: context.id).response(to: request, status: status)
    }
}

struct TroubleViews {
    let reader: Reader
    private var text: any WebText { reader.language.web }

    func denied(_ denial: Denial) -> HTML {
        switch denial {
        case .signInFirst: page(text.signInFirst, nil)
        case .proveAgain: page(text.proveAgain, nil)
        case .notFound: page(text.notFound, "<p>\(text.notFoundHint)</p>\(hasOtherHats ? "<p>\(text.otherHatHint)</p>" as HTML : nil)")
        case .forbidden(let reason), .conflict(let reason):
            page(text.forbidden, #"<p data-reason="\#(reason.code)">\#(reason.words(reader.language))</p>"#)
        case .invalid(let field, let reason):
            page(text.invalid, #"<p data-field="\#(field)" data-reason="\#(reason.code)">\#(reason.words(reader.language))</p>"#)
        case .wait(let seconds): page(text.waitTitle, "<p>\(text.wait(seconds))</p>")
        }
    }

    private var hasOtherHats: Bool { reader.viewer.map { !$0.otherHats.isEmpty } ?? false }

    func failed(_ words: String, request: String) -> HTML {
        page(text.failedTitle, "<p>\(words)</p><p class=\"quiet small\">\(text.requestNumber(request))</p>")
    }

    private func page(_ title: String, _ body: HTML?) -> HTML {
        shell(
            title, reader, kind: reader.viewer == nil ? .gate : .ordinary,
            """
            <div class="narrow flow"><header class="head"><div><h1>\(title)</h1></div></header>\(body)<div class="acts"><a class="button chief" href="/">\(text.toToday)</a></div></div>
            """)
    }
}

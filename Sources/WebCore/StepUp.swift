import HTTPTypes
import Hummingbird
import Kernel
import Markup

/// A fresh proof before what does the most harm in wrong hands: rights, marks of a closed term, ways of signing in.
public enum StepUp {
    /// For so many seconds a proof is fresh.
    public static let freshFor = 600
    /// Where a person proves who they are once more.
    public static let place: Link = "/more/prove"

    /// Throws `Denial.proveAgain` unless the person has proved who they are within the last ten minutes: a page sends them to do it
    /// and back, a program reads the problem `web.prove-again`. Call it where the form is shown, so that nothing typed is lost, and
    /// again where it is received.
    public static func require(_ context: SignedIn) throws {
        guard isFresh(context.visit, at: context.now) else { throw Denial.proveAgain }
    }

    public static func isFresh(_ visit: Visit, at now: Moment) -> Bool { visit.provedAt + freshFor > now }

    /// The place of proof, with the way back: where the person was, if that was a page of ours.
    static func place(thenTo request: Request) -> String {
        let asked = request.method == .get ? request.uri.path : referer(of: request)
        guard let asked, let back = Link(returning: asked) else { return place.text }
        return place.text + "?next=" + ("/\(back.text)" as Link).text.dropFirst()
    }

    private static func referer(of request: Request) -> String? {
        guard let referer = request.headers[.referer], let authority = request.head.authority else { return nil }
        let ours = ["https://" + authority, "http://" + authority].first { referer.hasPrefix($0 + "/") }
        return ours.map { String(referer.dropFirst($0.count).prefix { $0 != "?" && $0 != "#" }) }
    }
}

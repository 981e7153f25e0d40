import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// What every request carries. `visit` is filled by the session middleware.
public struct AppContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    public var visit: Visit?
    public var reader: Reader
    /// The address of who asks: the other end of the connection or, behind a proxy of ours, whom the proxy names.
    public internal(set) var peer: String

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "local"
        reader = Reader(language: .ru, viewer: nil, formToken: "", path: "/", assets: "", now: .now)
    }
    public var requestDecoder: FormDecoder { FormDecoder() }
}

/// The context of every page but the few in `PublicRoutes`: a handler that takes it cannot be reached by a stranger.
public struct SignedIn: ChildRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let viewer: Viewer
    public let visit: Visit
    public let reader: Reader

    public init(context: AppContext) throws {
        guard let visit = context.visit else { throw Denial.signInFirst }
        coreContext = context.coreContext
        viewer = visit.viewer
        self.visit = visit
        reader = context.reader
    }
    public var requestDecoder: FormDecoder { FormDecoder() }
    public var language: Language { reader.language }
    public var now: Moment { reader.now }

    /// The number in the path, as the kind of thing it names. What is no number names nothing.
    public func id<T>(_ name: String) throws -> ID<T> {
        guard let text = parameters.get(name), let number = Int64(text) else { throw Denial.notFound }
        return ID(number)
    }
    /// The date in the path; what is no date names nothing.
    public func day(_ name: String) throws -> Day {
        guard let text = parameters.get(name), let day = Day(text) else { throw Denial.notFound }
        return day
    }
}

/// One recognised request: who, by which session, and the word its forms must carry.
public struct Visit: Sendable {
    public let viewer: Viewer
    public let session: Int64
    public let formToken: String
    /// Cookies come from any page that a browser has open; a bearer token only from a program that was given it.
    public let isByCookie: Bool
    /// A fresh cookie to hand out with the answer, when the old one has aged.
    public let renewedCookie: String?
    /// When the person last proved who they are, by a password or a second factor.
    public let provedAt: Moment

    public init(viewer: Viewer, session: Int64, formToken: String, isByCookie: Bool, renewedCookie: String? = nil, provedAt: Moment = .now) {
        self.viewer = viewer
        self.session = session
        self.formToken = formToken
        self.isByCookie = isByCookie
        self.renewedCookie = renewedCookie
        self.provedAt = provedAt
    }
}

/// Everything a view may know of the one who reads it.
public struct Reader: Sendable {
    public let language: Language
    public let viewer: Viewer?
    public let formToken: String
    public let path: String
    /// The folder of all scripts and styles of this release: `/assets/3f9a…`.
    public let assets: String
    public let now: Moment

    public init(language: Language, viewer: Viewer?, formToken: String, path: String, assets: String, now: Moment) {
        self.language = language
        self.viewer = viewer
        self.formToken = formToken
        self.path = path
        self.assets = assets
        self.now = now
    }

    public var zone: Zone { viewer?.zone ?? .moscow }
    public var today: Day { zone.day(of: now) }
}

/// Forms come as forms; islands and programs may send JSON. Nothing else is read.
public struct FormDecoder: RequestDecoder {
    public func decode<T: Decodable>(_ type: T.Type, from request: Request, context: some RequestContext) async throws -> T {
        do {
            return request.headers[.contentType]?.hasPrefix("application/json") == true
                ? try await JSONDecoder().decode(type, from: request, context: context)
                : try await URLEncodedFormDecoder().decode(type, from: request, context: context)
        } catch let error as DecodingError {
            throw Denial.invalid(field: error.field, .unreadable)
        }
    }

    /// The same of a form's text that is read already.
    static func decode<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
        do { return try URLEncodedFormDecoder().decode(type, from: text) } catch let error as DecodingError {
            throw Denial.invalid(field: error.field, .unreadable)
        }
    }
}

extension DecodingError {
    /// The field the sender got wrong, as they named it.
    fileprivate var field: String {
        switch self {
        case .keyNotFound(let key, _): key.stringValue
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context.codingPath.last?.stringValue ?? ""
        @unknown default: ""
        }
    }
}

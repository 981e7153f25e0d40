import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore

/// What makes the site an app on a device: its description, its worker, and the page for what is not kept there. Asked for by browsers,
/// so strangers reach them; they say nothing of anybody.
struct InstalledRoutes: Sendable {
    let assets: SiteAssets
    let hasWorker: Bool

    func add(to router: Router<AppContext>) {
        router.get("sw.js", use: worker)
        router.get("manifest.webmanifest", use: manifest)
        router.get("offline") { _, context in OfflineViews(reader: context.reader.stranger).page() }
    }

    /// The worker stands at the root, for all pages are its own. A release's worker differs from the last one's by the folder of its
    /// assets, so browsers notice. Where it is switched off, browsers get one that takes itself away.
    @Sendable func worker(_ request: Request, _ context: AppContext) throws -> Response {
        guard let script = assets.bytes(of: hasWorker ? "web/worker.js" : "web/no-worker.js") else { throw Denial.notFound }
        let folder = Array("const ASSETS = \"\(assets.folder)\";\n".utf8)
        return Answer(folder + script, type: "text/javascript; charset=utf-8").response(to: request)
    }

    @Sendable func manifest(_ request: Request, _ context: AppContext) throws -> Response {
        let text = context.reader.language.web, icon = assets.folder + "/web/icon"
        let icons: [WebManifest.Icon] = [
            .init(src: icon + ".svg", sizes: "any", type: "image/svg+xml", purpose: "any"),
            .init(src: icon + "-192.png", sizes: "192x192", type: "image/png", purpose: "any"),
            .init(src: icon + "-512.png", sizes: "512x512", type: "image/png", purpose: "any maskable"),
        ]
        let manifest = WebManifest(
            id: "/", name: text.product, short_name: text.product, start_url: "/", scope: "/", display: "standalone",
            lang: context.reader.language.rawValue, background_color: "#ffffff", theme_color: "#1f4e8c", icons: icons)
        let coder = JSONEncoder()
        coder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var response = Answer(Array(try coder.encode(manifest)), type: "application/manifest+json; charset=utf-8").response(to: request)
        response.headers[.cacheControl] = "private, max-age=86400"
        return response
    }
}

/// The members of a web app manifest (W3C Web Application Manifest), as far as they are used.
struct WebManifest: Encodable, Sendable {
    struct Icon: Encodable, Sendable { let src, sizes, type, purpose: String }
    let id, name, short_name, start_url, scope, display, lang, background_color, theme_color: String
    let icons: [Icon]
}

struct OfflineViews {
    let reader: Reader

    func page() -> HTML {
        let text = reader.language.web
        return shell(
            text.notKept, reader, kind: .gate,
            """
            <div class="flow"><h1>\(text.notKept)</h1><p>\(text.notKeptHint)</p>
            <div class="acts"><a class="button chief" href="/">\(text.today)</a><a class="button" href="/chats">\(text.chats)</a></div></div>
            """)
    }
}

extension Reader {
    /// The page is kept on the device for whoever comes: it knows nobody.
    fileprivate var stranger: Reader { Reader(language: language, viewer: nil, formToken: "", path: path, assets: assets, now: now) }
}

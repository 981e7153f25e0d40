import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import WebCore

/// Scripts and styles of the shell and of each feature, read, joined and packed once at start. They live in a folder named
/// after their content, `/assets/3f9a…/journal/lesson.js`: what a browser has fetched it never asks for again, and a new
/// release has a new folder. Scripts import each other by relative paths, so they stay in it.
public struct SiteAssets: Sendable {
    private struct Asset {
        let type: String
        let plain: ByteBuffer
        let packed: [Packing: ByteBuffer]
    }
    private let assets: [String: Asset]
    /// `/assets/3f9a…`
    public let folder: String
    private static let types = ["js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "svg": "image/svg+xml", "png": "image/png"]
    /// The order of the styles: names of colours first, then what all pages share, then the features'.
    private static let firstStyles = ["web/colors.css", "web/base.css"]

    /// Draws formulas (Debian's libjs-katex). Without it they are read as they were typed.
    private static let katex = URL(filePath: "/usr/share/javascript/katex/katex.js")
    /// Bytes of the largest file that is packed as small as can be: a larger one would keep the start waiting.
    private static let smallEnough = 100 << 10

    public init() {
        var files: [String: Data] = [:]
        for (owner, bundle) in [("web", Bundle.module)] + Features.all.compactMap({ feature in feature.bundle.map { (feature.name, $0) } }) {
            let place = bundle.bundleURL.appending(path: "Assets")
            for file in (try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)) ?? [] {
                guard Self.types[file.pathExtension] != nil, let data = try? Data(contentsOf: file) else { continue }
                files["\(owner)/\(file.lastPathComponent)"] = data
            }
        }
        files["katex/katex.js"] = try? Data(contentsOf: Self.katex)
        let styles = files.keys.filter { $0.hasSuffix(".css") }.sorted { Self.rank($0) < Self.rank($1) }
        files["site.css"] = styles.reduce(into: Data()) { sheet, name in sheet += (files[name] ?? Data()) + Data("\n".utf8) }
        for name in styles { files[name] = nil }
        let content = files.sorted { $0.key < $1.key }.reduce(into: SHA256()) { hash, file in hash.update(data: Data(file.key.utf8) + file.value) }
        folder = "/assets/" + content.finalize().prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        assets = files.reduce(into: [:]) { assets, file in assets[file.key] = Self.asset(file.key, Array(file.value)) }
    }

    private static func rank(_ style: String) -> String { (firstStyles.firstIndex(of: style).map { "\($0)" } ?? "9") + style }

    private static func asset(_ name: String, _ bytes: [UInt8]) -> Asset {
        let type = types[String(name.split(separator: ".").last ?? "")] ?? "application/octet-stream"
        let packings: [Packing] = [.brotli, .gzip]
        let packed = packings.compactMap { packing in packing.pack(bytes, isOnce: bytes.count <= smallEnough).map { (packing, ByteBuffer(bytes: $0)) } }
        return Asset(type: type, plain: ByteBuffer(bytes: bytes), packed: Dictionary(uniqueKeysWithValues: packed))
    }

    /// The bytes of one asset, for what has an address of its own beside the folder.
    func bytes(of name: String) -> [UInt8]? { assets[name].map { Array(buffer: $0.plain) } }

    /// Names of all that is served, below the folder.
    public var names: [String] { assets.keys.sorted() }

    func serve(_ name: String, _ request: Request, _ context: AppContext) throws -> Response {
        guard try context.parameters.require("folder") == folder.split(separator: "/").last.map(String.init), let asset = assets[name] else {
            return Response(status: .notFound)
        }
        var headers: HTTPFields = [
            .contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable", .xContentTypeOptions: "nosniff", .vary: "Accept-Encoding",
        ]
        guard let packing = Packing.best(for: request.headers[.acceptEncoding]), let packed = asset.packed[packing] else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: asset.plain))
        }
        headers[.contentEncoding] = packing.rawValue
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: packed))
    }
}

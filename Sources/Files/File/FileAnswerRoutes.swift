import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import WebCore

/// A kept file on its way to somebody who may have it: whoever makes one has judged that. Nothing is loaded whole, parts may be asked
/// for, and what a browser would run is offered for saving only.
public struct FileAnswer: Sendable {
    let file: StoredFile
    let part: StoredFile.Part
    let works: FileWorks

    /// Throws `Denial.notFound` for a file that is not ready, or has no such part.
    public init(_ file: StoredFile, _ part: StoredFile.Part = .whole, from works: FileWorks?) throws {
        guard let works, file.state == .ready, file.digest(of: part) != nil else { throw Denial.notFound }
        self.file = file
        self.part = part
        self.works = works
    }

    /// `isForSaving` offers it for saving whatever it is.
    public func response(to request: Request, _ context: some RequestContext, isForSaving: Bool = false) async throws -> Response {
        guard let digest = file.digest(of: part), let place = works.store.place(of: digest) else { throw Denial.notFound }
        let size = try place.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0, tag = "\"\(digest.text)\""
        var headers = self.headers(tag: tag, isForSaving: isForSaving)
        if Self.names(tag, request.headers[.ifNoneMatch]) { return Response(status: .notModified, headers: headers) }
        let mayPart = request.headers[.ifRange].map { $0 == tag } ?? true
        switch ByteRange(mayPart ? request.headers[.range] : nil, of: size) {
        case .whole: return try await answer(.ok, headers, place, size > 0 ? 0...(size - 1) : nil, request, context)
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound)/\(size)"
            return try await answer(.partialContent, headers, place, range, request, context)
        case .unsatisfiable:
            return Response(status: .rangeNotSatisfiable, headers: [.contentRange: "bytes */\(size)", .acceptRanges: "bytes", .xContentTypeOptions: "nosniff"])
        }
    }

    private func answer(
        _ status: HTTPResponse.Status, _ headers: HTTPFields, _ place: URL, _ range: ClosedRange<Int>?, _ request: Request, _ context: some RequestContext
    ) async throws -> Response {
        guard let range else { return Response(status: status, headers: headers) }
        guard request.method != .head else {
            var headers = headers
            headers[.contentLength] = String(range.count)
            return Response(status: status, headers: headers)
        }
        let body = try await FileIO().loadFile(path: place.path(percentEncoded: false), range: range, context: context)
        return Response(status: status, headers: headers, body: body)
    }

    private func headers(tag: String, isForSaving: Bool) -> HTTPFields {
        let type = part == .whole ? file.mediaType ?? "application/octet-stream" : "image/webp"
        let isShown = !isForSaving && (part != .whole || Self.shown.contains(type))
        var headers: HTTPFields = [
            .contentType: Self.isText(type) ? "text/plain; charset=utf-8" : type, .eTag: tag, .acceptRanges: "bytes", .vary: "Cookie",
            .cacheControl: "private, no-cache", .xContentTypeOptions: "nosniff", .contentSecurityPolicy: "default-src 'none'; sandbox",
            .contentDisposition: "\(isShown ? "inline" : "attachment"); filename*=UTF-8''\(file.name.percentEncoded)",
        ]
        headers[HTTPField.Name("Cross-Origin-Resource-Policy") ?? .vary] = "same-origin"
        headers[HTTPField.Name("Referrer-Policy") ?? .referer] = "same-origin"
        return headers
    }

    /// Text of whatever kind: a drawing, a page, a program's. Nobody's browser takes it for more than text, even where it is saved and opened.
    private static func isText(_ type: String) -> Bool {
        type.hasPrefix("text/") || type.hasSuffix("+xml") || ["application/xml", "application/javascript"].contains(type)
    }

    /// What a browser shows without running anything of it in the site's name.
    static let shown: Set<String> = [
        "image/jpeg", "image/png", "image/webp", "video/mp4", "audio/mp4", "audio/mpeg", "application/pdf", "text/plain",
    ]

    private static func names(_ tag: String, _ header: String?) -> Bool {
        guard let header else { return false }
        let named = header.split(separator: ",").map { String($0).trimmingCharacters(in: .whitespaces) }
        return named.contains("*") || named.contains(tag) || named.contains("W/" + tag)
    }
}

extension String {
    fileprivate var percentEncoded: String { addingPercentEncoding(withAllowedCharacters: .plain) ?? "file" }
}

extension CharacterSet {
    fileprivate static let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_~")
}

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// The line to a provider: short patience, short answers, no redirects, and TLS everywhere but on this machine.
struct ProviderLine: Sendable {
    private static let patience = TimeAmount.seconds(10)
    private static let longestAnswer = 256 * 1024

    /// Whether an address may be asked: an address made up by an answer must not lead into our own network in the clear.
    static func isSafe(_ address: String) -> Bool {
        guard let parts = URLComponents(string: address), let host = parts.host, !host.isEmpty, parts.user == nil else { return false }
        return parts.scheme == "https" || (parts.scheme == "http" && ["127.0.0.1", "localhost", "[::1]"].contains(host))
    }

    func get(_ address: String, bearer: String? = nil) async throws -> Data {
        var request = HTTPClientRequest(url: address)
        if let bearer { request.headers.add(name: "Authorization", value: "Bearer " + bearer) }
        return try await answer(request)
    }

    func post(_ address: String, _ form: [(String, String)], basic: String? = nil) async throws -> Data {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        if let basic { request.headers.add(name: "Authorization", value: "Basic " + basic) }
        request.body = .bytes(ByteBuffer(string: Self.query(form)))
        return try await answer(request)
    }

    private func answer(_ request: HTTPClientRequest) async throws -> Data {
        guard Self.isSafe(request.url) else { throw OutsideTrouble.unbelievable }
        var request = request
        request.headers.add(name: "Accept", value: "application/json")
        let response: HTTPClientResponse, bytes: ByteBuffer
        do {
            response = try await Self.client.execute(request, timeout: Self.patience)
            bytes = try await response.body.collect(upTo: Self.longestAnswer)
        } catch { throw OutsideTrouble.unreachable }
        let data = Data(bytes.readableBytesView)
        if response.status == .ok { return data }
        if response.status.code >= 500 { throw OutsideTrouble.unreachable }
        let refusal = try? JSONDecoder().decode(Refusal.self, from: data)
        throw OutsideTrouble(error: refusal?.error ?? "", description: refusal?.error_description ?? "")
    }

    private struct Refusal: Decodable { let error: String?, error_description: String? }

    /// Never follows a redirect: a code or a secret must not travel on.
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5), read: .seconds(10))))

    /// `a=b&c=d`, everything but letters, digits and `-._~` encoded.
    static func query(_ pairs: [(String, String)]) -> String {
        pairs.map { encoded($0.0) + "=" + encoded($0.1) }.joined(separator: "&")
    }
    static func encoded(_ text: String) -> String {
        var plain = CharacterSet(charactersIn: "-._~")
        plain.insert(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}

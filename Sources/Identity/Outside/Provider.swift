import Foundation
import Kernel

/// Somebody outside who vouches for people: ЕСИА («Госуслуги»), or any provider of OpenID Connect. Named in the providers' file.
public struct Provider: Sendable {
    public enum Kind: Sendable {
        case openID(OpenIDSettings)
        case esia(EsiaSettings)
    }
    /// Its name in addresses and in the database: `esia`. Never changed once people have signed in by it.
    public let key: String
    /// Its name on the button.
    public let name: String
    public let kind: Kind
    /// What must be equal to the school's data (REQUIREMENTS B06).
    let match: Set<MatchedField>
    /// Whether it can be made to ask the person anew, and says when it did. ЕСИА has no word for that.
    var canProveAgain: Bool { if case .openID = kind { true } else { false } }
}

/// What a provider and a school both know of a person.
enum MatchedField: String, Sendable, CaseIterable, Codable { case snils, email }

public struct OpenIDSettings: Sendable {
    let issuer: String
    let client: String
    let secret: String?
    let scope: String
    let snilsClaim: String
    let emailClaim: String
}

public struct EsiaSettings: Sendable {
    public enum Version: String, Sendable { case v1, v2 }
    let version: Version
    /// `https://esia.gosuslugi.ru`
    let base: String
    let issuer: String
    let client: String
    let scope: String
    /// Of the certificate ЕСИА knows us by; its form v2 wants it.
    let certificateHash: String?
    let signer: any EsiaSigner
    /// The RSA key ЕСИА signs its tokens with. Without one the token is believed for the TLS line it came by (OpenID Connect Core §3.1.3.7, 6).
    let publicKeyPEM: String?
}

extension Provider {
    /// The providers' file: a JSON list. Throws `ProviderFileError` with words for whoever runs the server.
    ///
    ///     [{"key": "esia", "kind": "esia-v2", "name": "Госуслуги", "client": "775607_DP", "certificate-hash": "…", "signer": ["/usr/local/bin/sign-esia"]},
    ///      {"key": "city", "kind": "openid", "name": "Вход города", "issuer": "https://id.city.example", "client": "zvonok", "secret-file": "/etc/zvonok/city"}]
    public static func read(file path: String) throws -> [Provider] {
        do {
            let entries = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: URL(filePath: path)))
            let keys = entries.map(\.key)
            guard Set(keys).count == keys.count else { throw ProviderFileError(description: "two providers have one key") }
            return try entries.map { try $0.provider }
        } catch let error as ProviderFileError {
            throw ProviderFileError(description: "The providers’ file \(path): \(error.description)")
        } catch {
            throw ProviderFileError(description: "The providers’ file \(path) cannot be read: \(error)")
        }
    }

    private struct Entry: Decodable {
        let key: String, kind: String, name: String, client: String
        let issuer: String?, secretFile: String?, scope: String?, snilsClaim: String?, emailClaim: String?, match: [MatchedField]?
        let base: String?, certificateHash: String?, signer: [String]?, publicKeyFile: String?

        enum CodingKeys: String, CodingKey {
            case key, kind, name, client, issuer, scope, match, base, signer
            case secretFile = "secret-file"
            case snilsClaim = "snils-claim"
            case emailClaim = "email-claim"
            case certificateHash = "certificate-hash"
            case publicKeyFile = "public-key-file"
        }

        var provider: Provider {
            get throws {
                guard (1...40).contains(key.utf8.count), key.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }) else {
                    throw ProviderFileError(description: "a key is small Latin letters, digits and hyphens, not “\(key)”")
                }
                let match = Set(match ?? MatchedField.allCases)
                guard !match.isEmpty else { throw ProviderFileError(description: "“match” of \(key) is empty: anybody could be anyone") }
                switch kind {
                case "openid": return Provider(key: key, name: name, kind: .openID(try openID), match: match)
                case "esia-v1": return Provider(key: key, name: name, kind: .esia(try esia(.v1)), match: match)
                case "esia-v2": return Provider(key: key, name: name, kind: .esia(try esia(.v2)), match: match)
                default: throw ProviderFileError(description: "the kind of \(key) is openid, esia-v1 or esia-v2, not “\(kind)”")
                }
            }
        }

        private var openID: OpenIDSettings {
            get throws {
                guard let issuer, ProviderLine.isSafe(issuer) else { throw ProviderFileError(description: "\(key) wants an “issuer” with https://") }
                let secret = try secretFile.map { try String(contentsOfFile: $0, encoding: .utf8).trimmed }
                return OpenIDSettings(
                    issuer: issuer, client: client, secret: secret, scope: scope ?? "openid email", snilsClaim: snilsClaim ?? "snils",
                    emailClaim: emailClaim ?? "email")
            }
        }

        private func esia(_ version: EsiaSettings.Version) throws -> EsiaSettings {
            let base = base ?? "https://esia.gosuslugi.ru"
            guard ProviderLine.isSafe(base) else { throw ProviderFileError(description: "“base” of \(key) must begin with https://") }
            guard let signer, !signer.isEmpty else {
                throw ProviderFileError(description: "\(key) wants a “signer”: the command that signs, as a list of words")
            }
            guard version == .v1 || certificateHash != nil else { throw ProviderFileError(description: "\(key) wants a “certificate-hash”") }
            return EsiaSettings(
                version: version, base: base, issuer: issuer ?? "http://esia.gosuslugi.ru/", client: client, scope: scope ?? "openid fullname snils email",
                certificateHash: certificateHash, signer: CommandSigner(command: signer),
                publicKeyPEM: try publicKeyFile.map { try String(contentsOfFile: $0, encoding: .utf8) })
        }
    }
}

/// The providers' file is wrong; the words are for the person at the command line.
public struct ProviderFileError: Error, CustomStringConvertible { public let description: String }

/// Whom a provider says a person is.
struct OutsidePerson: Equatable, Sendable {
    /// The provider's own number of the person: the same every time.
    let subject: String
    let snils: Snils?
    let email: EmailAddress?
}

/// Why a provider's word was not had or not believed. Each has words of its own for the person; the log has the details.
enum OutsideTrouble: String, Error, Equatable, CaseIterable {
    /// The person said no at the provider.
    case refused
    /// The way was begun too long ago, in another browser, or was gone already.
    case stale
    /// The provider says that our clock is wrong (ESIA-007015).
    case wrongTime
    /// The provider does not know us or our rights (ESIA-007019, 007053, invalid_client).
    case notAdmitted
    /// The person's account there is not confirmed (ESIA-007055).
    case unconfirmed
    /// No answer.
    case unreachable
    /// An answer that cannot be believed.
    case unbelievable
    /// Our side could not sign the request.
    case signing

    /// What the provider says in `error` and `error_description` of the way back, or in a refusal.
    init(error: String, description: String) {
        let codes: [(String, OutsideTrouble)] = [
            ("ESIA-007004", .refused), ("ESIA-007014", .notAdmitted), ("ESIA-007015", .wrongTime), ("ESIA-007019", .notAdmitted),
            ("ESIA-007053", .notAdmitted), ("ESIA-007055", .unconfirmed), ("access_denied", .refused), ("invalid_client", .notAdmitted),
            ("unauthorized_client", .notAdmitted), ("temporarily_unavailable", .unreachable), ("server_error", .unreachable),
        ]
        self = codes.first { description.contains($0.0) || error == $0.0 }?.1 ?? .unbelievable
    }
}

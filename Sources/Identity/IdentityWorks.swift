import Accounts
import Kernel
import Storage
import WebCore

/// What the site needs to know people by more than a password: its key, the outside providers, its own address.
public struct IdentityWorks: Threshold {
    let keys: IdentityKeys
    let providers: [Provider]
    private let publicAddress: String?
    private let onlyByProvider: Set<Role>
    private let memories: [String: OpenIDMemory]
    /// Draws an address for a phone's camera; without it the address is a link and its secret is typed.
    let picture: AddressPicture?

    /// `onlyByProvider` are roles that sign in by a provider alone (REQUIREMENTS B05); one who has another role too keeps the password.
    public init(
        keys: IdentityKeys = IdentityKeys(), providers: [Provider] = [], publicAddress: String? = nil, onlyByProvider: Set<Role> = [],
        picture: AddressPicture? = nil
    ) {
        self.keys = keys
        self.providers = providers
        self.publicAddress = publicAddress
        self.onlyByProvider = onlyByProvider
        self.picture = picture
        memories = providers.reduce(into: [:]) { memories, provider in
            if case .openID(let settings) = provider.kind { memories[provider.key] = OpenIDMemory(issuer: settings.issuer) }
        }
    }

    public func ways(_ language: Language) -> [Door] { IdentityLinks.ways(language.identity, providers) }

    public func passage(of arrival: Arrival, at now: Moment, in tx: Transaction) throws -> Passage {
        if let denial = try StolenStore.refusal(of: arrival, tx) { return .refused(denial) }
        if arrival.proof == .password, !providers.isEmpty, !onlyByProvider.isEmpty,
            try onlyByProvider.isSuperset(of: IdentityAccess.roles(of: arrival.person, in: tx))
        {
            return .refused(.forbidden(.onlyByProvider))
        }
        guard try !FactorStore.factors(of: arrival.person, tx).isEmpty else { return .open }
        guard arrival.isProgram else { return .confirm(cookie: HalfSignIn.cookie, word: try HalfSignIn.begin(arrival, at: now, tx)) }
        guard let code = arrival.code else { return .refused(.forbidden(.confirmFirst)) }
        return try SecondProof.code(code).refusal(of: arrival.person, at: now, keys, in: tx).map { .refused($0) } ?? .open
    }

    func provider(_ key: String?) throws -> Provider {
        guard let provider = providers.first(where: { $0.key == key }) else { throw Denial.notFound }
        return provider
    }

    /// The address people type. Without a setting only a browser on this very machine is believed.
    func origin(authority: String?) -> String? {
        if let publicAddress { return publicAddress.hasSuffix("/") ? String(publicAddress.dropLast()) : publicAddress }
        guard let authority, ["localhost", "127.0.0.1"].contains(authority.prefix { $0 != ":" }),
            authority.dropFirst(authority.prefix { $0 != ":" }.count).dropFirst().allSatisfy(\.isNumber)
        else { return nil }
        return "http://" + authority
    }

    func address(_ way: OutsideWay, to provider: Provider, back: String, at now: Moment) async throws -> String {
        switch provider.kind {
        case .openID(let settings): try await OpenIDProvider(settings, memory(of: provider, settings)).address(for: way, back: back, at: now)
        case .esia(let settings): try await EsiaProvider(settings).address(for: way, back: back, at: now)
        }
    }

    func person(code: String, _ way: OutsideWay, of provider: Provider, back: String, at now: Moment) async throws -> OutsidePerson {
        switch provider.kind {
        case .openID(let settings): try await OpenIDProvider(settings, memory(of: provider, settings)).person(code: code, way, back: back, at: now)
        case .esia(let settings): try await EsiaProvider(settings).person(code: code, back: back, at: now)
        }
    }

    private func memory(of provider: Provider, _ settings: OpenIDSettings) -> OpenIDMemory { memories[provider.key] ?? OpenIDMemory(issuer: settings.issuer) }
}

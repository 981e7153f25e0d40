import Kernel

/// What the page's script sends of a passkey's answer.
struct PasskeyForm: Decodable, Sendable {
    let ticket: String
    let credential: String
    let client: String
    let authenticator: String
    let signature: String?
    let name: String?
    let next: String?
    let to: String?
    let kept: String?

    /// The proof, for one person; `nil` for what is no answer to a question of ours.
    func proof(for person: ID<Person>, _ purpose: String, of site: PasskeySite, at now: Moment, _ keys: IdentityKeys) -> SecondProof? {
        guard let challenge = PasskeyChallenge(ticket, for: person, purpose, of: site, at: now, keys), let credential = [UInt8](base64URL: credential),
            let client = [UInt8](base64URL: client), let authenticator = [UInt8](base64URL: authenticator),
            let signature = [UInt8](base64URL: signature ?? "")
        else { return nil }
        return .passkey(
            PasskeyAssertion(credentialID: credential, clientData: client, authenticatorData: authenticator, signature: signature), challenge)
    }
}

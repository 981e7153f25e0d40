/// What people type to come here, for what is printed and for QR codes.
struct PublicAddress: Sendable {
    /// `https://school58.example`
    let text: String

    /// The setting, or, without one, the name under which the request came.
    init(set: String?, host: String?) {
        let address = set ?? "http://" + (host ?? "localhost")
        text = address.hasSuffix("/") ? String(address.dropLast()) : address
    }

    func join(_ code: Code) -> String { text + "/join/" + code.grouped }
    func entrance(_ word: String) -> String { text + "/join/school/" + word }
    func device(_ key: String) -> String { text + "/device/" + key }
    /// For people: without the scheme.
    var shown: String { text.split(separator: "/").dropFirst().joined(separator: "/") }
}

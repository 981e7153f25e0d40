import WebCore

/// A page's own name for what it will send by its plain form.
struct Attempt: Sendable {
    let text: String
    init() { text = String(UInt64.random(in: 0...(.max)), radix: 36) + String(UInt64.random(in: 0...(.max)), radix: 36) }
    init(sent text: String) { self.text = text }

    /// The same text sent again from the same page is the same message; another text, after going back to the page, is another.
    func clientID(of body: Message.Body) throws -> Message.ClientID { try clientID(of: body.text) }
    func clientID(of words: String) throws -> Message.ClientID { try Message.ClientID("\(text.prefix(36))-\(Fingerprint.of(words.utf8))") }
}

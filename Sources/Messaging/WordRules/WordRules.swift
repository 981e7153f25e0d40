import Foundation
import Stems

/// What is looked for in a message. A warning, never a verdict: whoever writes may send it all the same, and a human being decides.
struct WordRules: Sendable {
    /// Stems of the school's own list.
    var listed: Set<String> = []
    /// Hosts the school trusts besides those that everyone may: `example.ru` is all under it as well.
    var hosts: Set<String> = []

    /// All there is to say, each thing once, in the order it stands in the text.
    func concerns(in text: String) -> [Concern] {
        var concerns: [Concern] = []
        for word in SpeltWord.words(of: text) where !word.isTitle {
            if word.readings.contains(where: RudeWords.holds) {
                concerns.append(.rude(word: word.text))
            } else if !listed.isEmpty, word.readings.contains(where: { !listed.isDisjoint(with: Stems.of($0)) }) {
                concerns.append(.listed(word: word.text))
            }
        }
        concerns += PersonalPatterns.found(in: text).map(Concern.personal)
        if FraudPatterns.holds(Stems.words(of: text).map(\.stem)) { concerns.append(.fraud) }
        if let host = strangeHost(in: text) { concerns.append(.strangeLink(host: host)) }
        var known: Set<Concern> = []
        return concerns.filter { known.insert($0).inserted }
    }

    /// The first address that leads elsewhere than its list allows.
    private func strangeHost(in text: String) -> String? {
        BodyViews.pieces(of: text).lazy.compactMap { piece in piece.link == nil ? nil : Self.host(of: String(piece.text)) }.first { !trusts($0) }
    }

    private func trusts(_ host: String) -> Bool {
        Self.known.union(hosts).contains { host == $0 || host.hasSuffix("." + $0) }
    }

    /// The host an address really leads to: what stands before `@` is no host.
    static func host(of address: String) -> String? {
        guard let rest = address.range(of: "://").map({ address[$0.upperBound...] }) else { return nil }
        let place = rest.prefix { !"/?#\\".contains($0) }, host = place.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let name = host.prefix { $0 != ":" }.lowercased()
        return name.isEmpty ? nil : String(name.hasSuffix(".") ? name.dropLast() : name[...])
    }

    /// Addresses of the state and of education, which every school links to.
    static let known: Set<String> = [
        "gov.ru", "gosuslugi.ru", "edu.ru", "edu.gov.ru", "resh.edu.ru", "fipi.ru", "obrnadzor.gov.ru", "kremlin.ru", "culture.ru", "mos.ru", "edsoo.ru",
        "sochisirius.ru", "prlib.ru", "rusneb.ru", "xn--80aalcbc2bocdadlpp9nfk.xn--d1acj3b.xn--p1ai",
    ]
}

import Kernel

/// What a message gives cause to say (REQUIREMENTS C25, C26).
enum Concern: Hashable, Sendable {
    /// Looks like obscene language or an insult; `word` is as it was written.
    case rude(word: String)
    /// A word of the school's own list.
    case listed(word: String)
    /// Data by which somebody can be found or cheated.
    case personal(PersonalData)
    /// Asks for a code from a message, for money to a “safe account”: what swindlers write.
    case fraud
    /// Leads to an address outside the list of those the school trusts.
    case strangeLink(host: String)

    enum PersonalData: String, Hashable, Sendable, CaseIterable { case phone, snils, passport, card }

    /// What its writer is told before it is sent. The rest is told to whoever reads it.
    var concernsWriter: Bool {
        switch self {
        case .rude, .listed, .personal: true
        case .fraud, .strangeLink: false
        }
    }
    /// What a pupil does not send without a moderator's look.
    var goesToModerator: Bool {
        switch self {
        case .rude, .listed: true
        case .personal, .fraud, .strangeLink: false
        }
    }

    /// What the writer is asked.
    var question: Denial.Reason {
        switch self {
        case .rude, .fraud, .strangeLink: .looksRude
        case .listed: .isListed
        case .personal: .holdsPersonal
        }
    }
}

extension Message.Caution {
    /// What of the concerns is told to whoever reads; that of swindlers before the other.
    init?(_ concerns: [Concern]) {
        if concerns.contains(.fraud) { self = .fraud } else if concerns.contains(where: \.isStrangeLink) { self = .link } else { return nil }
    }
}

extension Concern {
    fileprivate var isStrangeLink: Bool { if case .strangeLink = self { true } else { false } }
}

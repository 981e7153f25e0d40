import Kernel
import Markup
import WebCore

/// One message as markup, the same for all its readers: no word of any language, nothing of who reads. It is the only
/// markup of a message: the page's first view holds it, and the live line carries it. What differs from reader to reader is two
/// classes and one word: `mine`, which the page finds by `data-author`, `next`, and the role's word, found by `data-role`.
struct MessageViews {
    let kind: Chat.Kind
    let zone: Zone

    /// `words` says the role's word in the reader's language; `isNext` overrides where a page begins with the message.
    func line(_ message: Message, isMine: Bool = false, isNext: Bool? = nil, words: ((Role) -> String)? = nil) -> HTML {
        let author = message.author, isNext = isNext ?? message.continuesPrevious(in: zone)
        let classes: HTML = "msg\(isMine ? " mine" as HTML : nil)\(isNext ? " next" as HTML : nil)"
        return """
            <li class="\(classes)" data-seq="\(message.seq)" data-author="\(author.id.number)" data-client="\(message.clientID.text)">\
            <h3>\(author.words)\(author.isVerified ? Self.badge : nil)\(showsRole(of: author) ? role(author.role, words) : nil)</h3>\
            <p dir="auto">\(BodyViews.text(message.body))</p><footer>\(time(message.postedAt))</footer></li>
            """
    }

    /// Pupils among pupils and parents among parents need no word; the teachers among them do.
    private func showsRole(of author: Message.Author) -> Bool {
        switch kind {
        case .class: author.role.side != .pupil
        case .family: author.role.side != .family
        case .staff, .group: true
        }
    }

    private func role(_ role: Role, _ words: ((Role) -> String)?) -> HTML {
        #" <small class="quiet" data-role="\#(role.rawValue)">\#(words?(role) ?? "")</small>"#
    }

    private func time(_ moment: Moment) -> HTML {
        let clock = Language.ru.web.time(zone.minute(of: moment))
        return #"<time datetime="\#(zone.day(of: moment).description)T\#(clock)">\#(clock)</time>"#
    }

    /// A verified teacher's badge; drawing and word stand once on the page, so that the message is the same in every language.
    private static let badge: HTML = """
         <svg class="icon badge" role="img" aria-labelledby="verified-word"><use href="#i-verified"/></svg>
        """
    static func symbols(_ word: String) -> HTML {
        """
        <svg class="sprite" aria-hidden="true"><symbol id="i-verified" viewBox="0 0 24 24">\(Icon.seal)</symbol></svg><span id="verified-word" hidden>\(word)</span>
        """
    }
}

import Kernel
import Markup
import WebCore

/// One message as markup, the same for all its readers: no word of any language, nothing of who reads. It is the only
/// markup of a message: the page's first view holds it, and the live line carries it. What differs from reader to reader is a few
/// classes and words: `mine`, which the page finds by `data-author`, `next`, own signs by `data-by`, and words by `data-role`
/// and `data-word`.
struct MessageViews {
    let kind: Chat.Kind
    let zone: Zone

    /// What only one reader's page has: who reads, and in which language.
    struct Own {
        let person: ID<Person>
        let language: Language
        /// What messages ask of the reader, by their numbers.
        var parts: [Int64: HTML] = [:]
    }

    /// `isNext` overrides where a page begins with the message.
    func line(_ message: Message, isNext: Bool? = nil, for own: Own? = nil) -> HTML {
        let author = message.author
        return """
            <li class="\(classes(message, isNext, own))" id="m\(message.seq)" data-seq="\(message.seq)" data-author="\(author.id.number)" \
            data-client="\(message.clientID.text)"\(message.change > 0 ? #" data-change="\#(message.change)""# as HTML : nil)>\
            <h3>\(author.words)\(author.isVerified ? Self.badge : nil)\(showsRole(of: author) ? role(author.role, own) : nil)</h3>\
            \(message.removal.map { gone($0, own) } ?? said(message, own))\
            <footer>\(message.isPinned ? Self.pin : nil)\(message.editedAt == nil || message.removal != nil ? nil : word(.edited, own))\(time(message.postedAt))\
            \(message.removal == nil ? more(message) : nil)</footer></li>
            """
    }

    private func classes(_ message: Message, _ isNext: Bool?, _ own: Own?) -> HTML {
        let isNext = isNext ?? message.continuesPrevious(in: zone), names: Set<ID<Person>> = Set(message.mentions.map(\.person))
        return """
            msg\(own?.person == message.author.id ? " mine" as HTML : nil)\(isNext ? " next" as HTML : nil)\(message.removal == nil ? nil : " gone" as HTML)\
            \(own.map { names.contains($0.person) } == true ? " named" as HTML : nil)
            """
    }

    private func said(_ message: Message, _ own: Own?) -> HTML {
        """
        \(message.wordsOf.map { #"<p class="from">\#(word(.passedOn, own)) \#($0)</p>"# as HTML })\(message.reply.map { quote($0, message.chat, own) })\
        \(AttachedViews(place: AttachedPlace(of: message.seq, in: message.chat), language: own?.language).list(message.files))\
        \(BodyViews.blocks(message.body, naming: message.mentions))\(message.caution.map { caution($0, own) })\(message.part == nil ? nil : part(of: message, own))\(message.signs.isEmpty ? nil : signs(message, own))
        """
    }

    /// It differs from reader to reader: where it is empty the page asks for its own.
    private func part(of message: Message, _ own: Own?) -> HTML {
        #"<div class="part" data-part="\#(Link.part(of: message.seq, in: message.chat))">\#(own?.parts[message.seq])</div>"#
    }

    private func caution(_ caution: Message.Caution, _ own: Own?) -> HTML {
        #"<p class="caution">\#(word(caution == .fraud ? .fraudCaution : .linkCaution, own))</p>"#
    }

    private func gone(_ removal: Message.Removal, _ own: Own?) -> HTML {
        #"<p>\#(word(removal == .byAuthor ? .takenBack : removal == .byManager ? .takenAway : .expired, own))</p>"#
    }

    private func quote(_ quote: Message.Quote, _ chat: ID<Chat>, _ own: Own?) -> HTML {
        """
        <a class="quote" href="\(Link.chat(chat, at: quote.seq))" data-to="\(quote.seq)"><b>\(quote.author)</b> \
        <span>\(quote.beginning.isEmpty ? word(.takenBack, own) : "\(quote.beginning)")</span></a>
        """
    }

    /// Each sign leads to the message's own page, where it can be put and taken without a script.
    private func signs(_ message: Message, _ own: Own?) -> HTML {
        let link = Link.message(message.seq, in: message.chat)
        return """
            <ul class="signs">\(each: message.signs, { marked in
                let isMine = own.map { marked.people.contains($0.person) } ?? false
                return """
                    <li><a href="\(link)" data-sign="\(marked.sign.rawValue)" data-by="\(marked.people.map { String($0.number) }.joined(separator: " "))"\
                    \(isMine ? #" class="mine""# as HTML : nil)>\(marked.sign.rawValue) \(marked.people.count)</a></li>
                    """
            })</ul>
            """
    }

    private func more(_ message: Message) -> HTML {
        #"<a class="more" href="\#(Link.message(message.seq, in: message.chat))" aria-labelledby="more-word" data-more></a>"#
    }

    /// Pupils among pupils and parents among parents need no word; the teachers among them do.
    private func showsRole(of author: Message.Author) -> Bool {
        switch kind {
        case .class, .course: author.role.side != .pupil
        case .family: author.role.side != .family
        case .direct: false
        case .staff, .school, .group, .network: true
        }
    }

    private func role(_ role: Role, _ own: Own?) -> HTML {
        #" <small class="quiet" data-role="\#(role.rawValue)">\#(own?.language.web.role(role) ?? "")</small>"#
    }

    /// A word that the page says in its reader's language.
    enum Word: String, CaseIterable {
        case edited, takenBack, takenAway, passedOn, fraudCaution, linkCaution, expired, fileChecking, fileRefused, fileGone
        func said(in language: Language) -> String {
            let text = language.messaging
            return switch self {
            case .edited: text.edited
            case .takenBack: text.takenBack
            case .takenAway: text.takenAway
            case .passedOn: text.passedOn
            case .fraudCaution: text.fraudCaution
            case .linkCaution: text.linkCaution
            case .expired: text.expired
            case .fileChecking: language.attached.fileChecking
            case .fileRefused: language.attached.fileRefused
            case .fileGone: language.attached.fileGone
            }
        }
    }
    private func word(_ word: Word, _ own: Own?) -> HTML {
        #"<i data-word="\#(word.rawValue)">\#(own.map { word.said(in: $0.language) } ?? "")</i>"#
    }

    private func time(_ moment: Moment) -> HTML {
        let clock = Language.ru.web.time(zone.minute(of: moment))
        return #"<time datetime="\#(zone.day(of: moment).description)T\#(clock)">\#(clock)</time>"#
    }

    /// Drawings and their words stand once on the page, so that the message is the same in every language.
    private static let badge: HTML = ##" <svg class="icon badge" role="img" aria-labelledby="verified-word"><use href="#i-verified"/></svg>"##
    private static let pin: HTML = ##"<svg class="icon s" role="img" aria-labelledby="pinned-word"><use href="#i-pin"/></svg>"##
    static func symbols(_ reader: Reader) -> HTML {
        let text = reader.language.messaging
        return """
            <svg class="sprite" aria-hidden="true"><symbol id="i-verified" viewBox="0 0 24 24">\(Icon.seal)</symbol>\
            <symbol id="i-pin" viewBox="0 0 24 24"><path d="M9 3h6l-1 7 4 4H6l4-4zM12 14v7"/></symbol></svg>\
            <span id="verified-word" hidden>\(reader.language.web.verifiedTeacher)</span><span id="pinned-word" hidden>\(text.pinned)</span>\
            <span id="more-word" hidden>\(text.whatToDo)</span>
            """
    }
}

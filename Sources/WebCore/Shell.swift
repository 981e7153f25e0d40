import Kernel
import Markup

/// The four places at hand, on every page of one who is signed in.
public enum Place: Sendable, CaseIterable {
    case today, chats, journal, diary, more

    var link: Link {
        switch self {
        case .today: "/"
        case .chats: "/chats"
        case .journal: "/journal"
        case .diary: "/diary"
        case .more: "/more"
        }
    }
    func word(_ text: any WebText) -> String {
        switch self {
        case .today: text.today
        case .chats: text.chats
        case .journal: text.journal
        case .diary: text.diary
        case .more: text.more
        }
    }
    var icon: HTML {
        switch self {
        case .today: Icon.today
        case .chats: Icon.chats
        case .journal: Icon.journal
        case .diary: Icon.diary
        case .more: Icon.more
        }
    }

    /// Staff keep the journal, families read the diary: one data, two views. Above schools there is neither, and nobody to write to.
    static func at(handOf viewer: Viewer) -> [Place] {
        viewer.isAboveSchools ? [.today, .more] : [.today, .chats, viewer.side == .staff ? .journal : .diary, .more]
    }
}

/// What kind of page the frame is around.
public enum PageKind: Sendable {
    case ordinary
    /// A page one goes into (a lesson, a class journal): on a phone it has the whole height, with its own way back.
    case deep
    /// A chat's thread: deep, and only its log scrolls.
    case thread
    /// Before sign-in: no places at hand.
    case gate

    var attribute: HTML? {
        switch self {
        case .ordinary: nil
        case .deep: #" class="deep""#
        case .thread: #" class="deep thread""#
        case .gate: #" class="gate""#
        }
    }
}

/// The frame of every whole page. A fragment goes without it, so first view and live update are one view.
/// `islands` names the scripts the page will wake, so that the browser fetches them at once.
public func shell(_ title: String, _ reader: Reader, place: Place? = nil, kind: PageKind = .ordinary, islands: [StaticString] = [], _ main: HTML) -> HTML {
    let text = reader.language.web
    return """
        <!doctype html>
        <html lang="\(reader.language.rawValue)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
        <title>\(title) · \(text.product)</title><meta name="color-scheme" content="light dark"><link rel="icon" href="\(reader.asset("web/icon.svg"))"><link rel="manifest" href="/manifest.webmanifest"><link rel="apple-touch-icon" href="\(reader.asset("web/icon-192.png"))"><link rel="stylesheet" href="\(reader.asset("site.css"))">
        \(reader.viewer == nil && islands.isEmpty ? nil : scripts(reader, islands))</head>
        <body\(kind.attribute) data-form-token="\(reader.formToken)"><a class="skip" href="#main">\(text.skipToMain)</a>
        \(reader.viewer.map { head(reader, $0, place) })<main id="main" tabindex="-1">\(main)</main></body></html>

        """
}

private func scripts(_ reader: Reader, _ islands: [StaticString]) -> HTML {
    """
    <script type="module" src="\(reader.asset("web/islands.js"))"></script><link rel="modulepreload" href="\(reader.asset("web/live.js"))">\
    \(each: islands, { #"<link rel="modulepreload" href="\#(reader.script($0))">"# })
    """
}

private func head(_ reader: Reader, _ viewer: Viewer, _ place: Place?) -> HTML {
    let text = reader.language.web
    return """
        <header class="top">\(hats(reader, viewer))</header><p class="status" role="status" hidden data-offline data-words="\(text.shownAt)">\(text.offline)</p>
        <nav class="places" aria-label="\(text.places)">\(each: Place.at(handOf: viewer), { link(to: $0, isHere: $0 == place, viewer, text) })</nav>
        """
}

/// From which side the person looks; and, if there are others, the way to them.
private func hats(_ reader: Reader, _ viewer: Viewer) -> HTML {
    let text = reader.language.web
    let words: HTML = #"<b>\#(viewer.hat.school.name)</b><span class="quiet small">\#(text.side(viewer.side)) · \#(viewer.name.short)</span>"#
    guard !viewer.otherHats.isEmpty else { return #"<p class="hat one">\#(words)</p>"# }
    return """
        <details class="hat"><summary>\(words)</summary><form method="post" action="/more/hat">\(reader.formField)<ul>\(each: [viewer.hat] + viewer.otherHats, { hat($0, isWorn: $0 == viewer.hat, text) })</ul></form></details>
        """
}

private func hat(_ hat: Hat, isWorn: Bool, _ text: any WebText) -> HTML {
    """
    <li><button name="hat" value="\(hat.key)"\(isWorn ? #" aria-current="true""# as HTML : nil)>\(hat.roles.map { text.role($0) }.sorted().joined(separator: ", "))<small>\(hat.school.name)</small></button></li>
    """
}

private func link(to place: Place, isHere: Bool, _ viewer: Viewer, _ text: any WebText) -> HTML {
    #"<a href="\#(place.link)"\#(isHere ? #" aria-current="page""# as HTML : nil)>\#(place.icon)<span>\#(place.word(text))</span>\#(place == .chats ? unread(viewer) : nil)</a>"#
}

/// How many messages wait. Asked for by a script once the page is there, so that no page waits for it.
private func unread(_ viewer: Viewer) -> HTML {
    #"<span class="count" data-unread data-island="messaging/unread" data-path="/chats/unread" data-me="\#(viewer.person.number)" hidden></span>"#
}

extension Reader {
    public func asset(_ file: StaticString) -> Link { .asset(of: assets, file) }
    /// An island's script: `journal/lesson` is `…/journal/lesson.js`.
    func script(_ island: StaticString) -> Link { .script(of: assets, island) }
    /// The hidden field without which no form of ours is accepted.
    public var formField: HTML { #"<input type="hidden" name="formToken" value="\#(formToken)">"# }
}

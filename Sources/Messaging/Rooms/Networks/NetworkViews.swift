import Kernel
import Markup
import WebCore

/// Chats of several schools, for those who agree on them. Values to markup, nothing else.
struct NetworkViews {
    let reader: Reader
    private var text: any RoomsText { reader.language.rooms }

    func page(_ networks: [Network], own school: String, refused: Denial? = nil, typed: (title: String, about: String, school: String) = ("", "", "")) -> HTML {
        shell(
            text.networks, reader, place: .chats,
            """
            <header class="head"><a class="tool" href="\(Link.newChat)" aria-label="\(text.newChat)">\(Icon.back)</a><div><h1>\(text.networks)</h1></div></header>
            <div class="narrow flow"><p class="quiet">\(text.networksHint)</p>\
            \(networks.isEmpty ? #"<div class="empty"><b>\#(text.noNetworks)</b></div>"# as HTML : #"<ul class="lines">\#(each: networks, { line($0, school) })</ul>"#)
            \(propose(refused, typed))</div>
            """)
    }

    private func line(_ network: Network, _ own: String) -> HTML {
        let words = [
            network.proposer == own ? nil : text.proposedBy(network.proposer),
            network.agreed.isEmpty ? nil : text.agreedWith(network.agreed.joined(separator: ", ")),
            network.asked.isEmpty ? nil : text.waitingFor(network.asked.joined(separator: ", ")),
        ]
        return """
            <li><span class="line"><span class="grow"><b>\(network.title)</b>\(network.about.isEmpty ? nil : "<span>\(network.about)</span>" as HTML)\
            <small>\(words.compactMap { $0 }.joined(separator: " · "))</small></span></span>\(acts(network))</li>
            """
    }

    private func acts(_ network: Network) -> HTML {
        let answers: HTML =
            network.state == .proposed
            ? #"<button class="chief" name="on" value="1">\#(text.agree)</button><button name="on" value="0">\#(text.decline)</button>"#
            : #"<button class="danger" name="on" value="0">\#(text.endNetwork)</button>"#
        return """
            <form method="post" action="\(Link.answering(network.chat))" class="acts">\(reader.formField)\
            \(network.state == .agreed ? #"<a class="button" href="\#(Link.members(of: network.chat))">\#(text.open)</a>"# as HTML : nil)\(answers)</form>
            """
    }

    private func propose(_ refused: Denial?, _ typed: (title: String, about: String, school: String)) -> HTML {
        var why: HTML?
        if case .invalid(_, let reason)? = refused { why = #"<p class="why" role="alert">\#(reason.words(reader.language))</p>"# }
        return """
            <section class="block flow"><h2>\(text.propose)</h2>\(why)<form method="post" action="\(Link.networks)" class="flow">\(reader.formField)\
            <div><label for="title">\(text.title)</label><input id="title" name="title" value="\(typed.title)" maxlength="\(ChatDraft.longestTitle)" required></div>\
            <div><label for="about">\(text.about)</label><textarea id="about" name="about" rows="2" maxlength="\(ChatDraft.longestAbout)">\(typed.about)</textarea></div>\
            <div><label for="school">\(text.otherSchool)</label><input id="school" name="school" value="\(typed.school)" maxlength="200" required></div>\
            <div class="acts"><button class="chief">\(text.propose)</button></div></form></section>
            """
    }
}

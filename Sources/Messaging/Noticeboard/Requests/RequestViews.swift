import Kernel
import Markup
import WebCore

/// Requests to publish. Values to markup, nothing else.
struct RequestViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any RequestText { reader.language.requests }

    func page(_ chat: Chat, _ requests: [PublishRequest], mayPropose: Bool) -> HTML {
        shell(
            text.requests, reader, place: .chats, kind: .deep,
            """
            <header class="head"><a class="tool" href="\(Link.chat(chat.id))" aria-label="\(text.back)">\(Icon.back)</a>\
            <div><h1>\(text.requests)</h1><p>\(chat.title(reader.language.messaging))</p></div></header>
            <div class="narrow flow">\(mayPropose ? form(chat) : nil)\
            \(requests.isEmpty ? #"<div class="empty"><b>\#(text.none)</b></div>"# as HTML : list(requests, in: chat))</div>
            """)
    }

    private func form(_ chat: Chat) -> HTML {
        """
        <form method="post" enctype="multipart/form-data" action="\(Link.requests(in: chat.id))">\(reader.formField)\
        <label for="body">\(text.words)</label><textarea id="body" name="body" rows="6" maxlength="\(Message.Body.longest)" required></textarea>\
        \(AttachedViews.picker(reader))<p class="hint">\(text.proposeHint)</p><button class="chief">\(text.send)</button></form>
        """
    }

    private func list(_ requests: [PublishRequest], in chat: Chat) -> HTML {
        """
        <ul class="lines">\(each: requests, { request in
            """
            <li class="pair"><p><b>\(request.author.words)</b> <small>\(text.state(request.state)), \
            \(AnnouncementViews(reader: reader, viewer: viewer).when(request.askedAt))</small></p><p dir="auto">\(request.body)</p>\(files(request))\
            \(request.reason.isEmpty ? nil : #"<p class="notice">\#(request.reason)</p>"# as HTML)\(acts(request, in: chat))</li>
            """
        })</ul>
        """
    }

    private func files(_ request: PublishRequest) -> HTML? {
        guard !request.files.isEmpty else { return nil }
        return """
            \(AttachedViews(place: AttachedPlace(ofProposed: request.id, in: request.chat), language: reader.language).list(request.files))\
            \(request.files.allSatisfy(\.isTakenAlong) ? nil : #"<p class="why">\#(text.badFile)</p>"# as HTML)
            """
    }

    private func acts(_ request: PublishRequest, in chat: Chat) -> HTML? {
        guard request.state == .waiting else { return nil }
        guard chat.manages else { return request.author.id == viewer.person ? act("withdraw", on: request, text.withdraw) : nil }
        return """
            <details class="fold"><summary>\(text.publish)</summary><form method="post" action="\(Link.act("publish", on: request))">\(reader.formField)\
            <label>\(text.words)<textarea name="body" rows="6" maxlength="\(Message.Body.longest)" required>\(request.body)</textarea></label>\
            <button class="chief">\(text.publish)</button></form></details>\
            <details class="fold"><summary>\(text.giveBack)</summary><form method="post" action="\(Link.act("return", on: request))">\(reader.formField)\
            <label>\(text.reason)<textarea name="reason" rows="2" maxlength="500" required></textarea></label><button>\(text.giveBack)</button></form></details>
            """
    }

    private func act(_ act: String, on request: PublishRequest, _ word: String) -> HTML {
        #"<form method="post" action="\#(Link.act(act, on: request))">\#(reader.formField)<button>\#(word)</button></form>"#
    }

    /// Under a channel's thread, in place of the composer's way.
    func way(_ chat: Chat) -> HTML { #" <a href="\#(Link.requests(in: chat.id))">\#(text.propose)</a>"# }

    /// On «Сегодня» of who decides.
    func waiting(_ requests: [PublishRequest]) -> HTML {
        """
        <section class="block" aria-labelledby="h-requests"><h2 id="h-requests">\(text.waiting) <small>\(requests.count)</small></h2>\
        <ul class="lines">\(each: requests, { request in
            """
            <li><a href="\(Link.requests(in: request.chat))"><span class="grow"><b>\(Message.beginning(of: request.body, 80))</b>\
            <small>\(request.author.words)</small></span></a></li>
            """
        })</ul></section>
        """
    }
}

import Files
import Kernel
import Markup
import WebCore

/// Posts for a later hour. Values to markup, nothing else.
struct PreparedViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any PreparedText { reader.language.prepared }

    func page(_ chat: Chat, _ posts: [PreparedPost], mayAnnounce: Bool) -> HTML {
        shell(
            text.later, reader, place: .chats, kind: .deep,
            """
            <header class="head"><a class="tool" href="\(Link.more(in: chat.id))" aria-label="\(text.back)">\(Icon.back)</a>\
            <div><h1>\(text.later)</h1><p>\(chat.title(reader.language.messaging))</p></div></header>
            <div class="narrow flow"><form method="post" enctype="multipart/form-data" action="\(Link.later(in: chat.id))">\(reader.formField)\(fields(nil))\
            \(mayAnnounce ? #"<label class="check"><input type="checkbox" name="announcement" value="1">\#(text.isAnnouncement)</label>"# as HTML : nil)\
            <button class="chief">\(text.prepare)</button></form>
            <section class="block"><h2>\(text.waiting)</h2>\(posts.isEmpty ? #"<p class="quiet">\#(text.noneWait)</p>"# as HTML : list(posts))</section></div>
            """)
    }

    private func fields(_ post: PreparedPost?) -> HTML {
        """
        <label>\(text.words)<textarea name="body" rows="5" maxlength="\(Message.Body.longest)" required>\(post?.body ?? "")</textarea></label>\
        <label>\(text.due)<input type="datetime-local" name="due" required value="\(post.map { local($0.dueAt) } ?? "")"></label>\
        \(post.map(kept))\(AttachedViews.picker(reader, id: "files\(post.map { "-\($0.id.number)" } ?? "")"))
        """
    }

    /// Its files, each to be taken off.
    private func kept(_ post: PreparedPost) -> HTML {
        let attached = reader.language.attached, isAllWell = post.files.allSatisfy(\.isTakenAlong)
        let files: HTML = """
            <fieldset><legend>\(attached.chosen)</legend>\(each: post.files, { file in
                """
                <label class="check"><input type="checkbox" name="keep[]" value="\(file.file.id.number)" checked>\
                \(file.file.name.isEmpty ? attached.fileGone : file.file.name)</label>
                """
            })\(isAllWell ? nil : #"<p class="why">\#(text.badFile)</p>"# as HTML)</fieldset>
            """
        return #"<input type="hidden" name="shown" value="1">\#(post.files.isEmpty ? nil : files)"#
    }
    private func local(_ moment: Moment) -> String { "\(reader.zone.day(of: moment))T\(reader.language.web.time(reader.zone.minute(of: moment)))" }

    private func list(_ posts: [PreparedPost]) -> HTML {
        """
        <ul class="lines">\(each: posts, { post in
            """
            <li><details class="fold"><summary><b>\(AnnouncementViews(reader: reader, viewer: viewer).when(post.dueAt))</b> \(Message.beginning(of: post.body, 80))\
            \(post.hasFailed ? #" <span class="why">\#(text.failed)</span>"# as HTML : nil)</summary>\
            \(AttachedViews(place: AttachedPlace(ofPrepared: post.id, in: post.chat), language: reader.language).list(post.files))\
            <form method="post" enctype="multipart/form-data" action="\(Link.prepared(post.id, in: post.chat))">\(reader.formField)\(fields(post))<button>\(text.save)</button></form>\
            <form method="post" action="\(Link.cancel(post.id, in: post.chat))">\(reader.formField)<button class="danger">\(text.cancel)</button></form></details></li>
            """
        })</ul>
        """
    }

    /// On «Сегодня»: what could not be said at its hour.
    func failed(_ posts: [PreparedPost]) -> HTML {
        """
        <section class="block" aria-labelledby="h-failed"><h2 id="h-failed">\(text.failedTitle)</h2><ul class="lines">\(each: posts, { post in
            """
            <li><a href="\(Link.later(in: post.chat))"><span class="grow"><b>\(Message.beginning(of: post.body, 80))</b><small>\(text.failed)</small></span></a></li>
            """
        })</ul></section>
        """
    }
}

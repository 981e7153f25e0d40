import Kernel
import Markup
import WebCore

/// The stock of ready posts. Values to markup, nothing else.
struct StockViews {
    let reader: Reader
    private var text: any StockText { reader.language.stock }
    private var web: any WebText { reader.language.web }

    private func page(_ hint: String, _ inside: HTML) -> HTML {
        shell(
            text.stock, reader, place: .more, kind: .deep,
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(text.stock)</h1><p>\(hint)</p></div></header>
            <div class="narrow flow">\(inside)</div>
            """)
    }

    // MARK: Of the keeper

    func kept(_ posts: [StockPost]) -> HTML {
        page(
            text.keeperHint,
            """
            <details class="fold"><summary>\(text.add)</summary><form method="post" action="\(Link.stock)">\(reader.formField)\
            <label>\(text.title)<input name="title" maxlength="\(StockPost.longestTitle)" required></label>\
            <label>\(text.words)<textarea name="body" rows="8" maxlength="\(Message.Body.longest)" required></textarea></label>\
            <label>\(text.from)<input type="date" name="from" value="\(reader.today.description)" required></label>\
            <label>\(text.until)<input type="date" name="until" value="\((reader.today + 30).description)" required></label>\
            <label>\(text.audience)<select name="audience">\(each: StockPost.Audience.allCases.reversed(), { one in
                #"<option value="\#(one.rawValue)">\#(text.audience(one))</option>"#
            })</select></label><button class="chief">\(text.add)</button></form></details>
            \(posts.isEmpty ? empty : #"<ul class="lines">\#(each: posts, kept)</ul>"#)
            """)
    }

    private func kept(_ post: StockPost) -> HTML {
        """
        <li class="pair"><b>\(post.title)</b> <small>\(text.audience(post.audience)), \(text.validUntil(web.date(post.validUntil)))</small>\
        <p>\(text.used(post.schools, post.chats))</p>\(post.validUntil < reader.today ? nil : end(post))</li>
        """
    }
    private func end(_ post: StockPost) -> HTML {
        #"<form method="post" action="\#(Link.end(post.id))">\#(reader.formField)<button class="link small">\#(text.end)</button></form>"#
    }
    private var empty: HTML { #"<div class="empty"><b>\#(text.none)</b></div>"# }

    // MARK: Of a class teacher

    func offered(_ posts: [StockPost], _ chats: [Chat]) -> HTML {
        page(text.hint, posts.isEmpty ? empty : #"<ul class="lines">\#(each: posts, { offered($0, chats) })</ul>"#)
    }

    private func offered(_ post: StockPost, _ chats: [Chat]) -> HTML {
        let targets = chats.filter { post.audience.kinds.contains($0.kind) }
        return """
            <li><details class="fold"><summary><b>\(post.title)</b> <small>\(text.validUntil(web.date(post.validUntil)))</small></summary>\
            <form method="post" enctype="multipart/form-data" action="\(Link.send(post.id))">\(reader.formField)<input type="hidden" name="attempt" value="\(Attempt().text)">\
            <label>\(text.words)<textarea name="body" rows="8" maxlength="\(Message.Body.longest)" required>\(post.body)</textarea></label>\(AttachedViews.picker(reader, id: "files-\(post.id.number)"))\
            <label>\(text.sendTo)<select name="chat">\(each: targets, { chat in
                #"<option value="\#(chat.id.number)">\#(chat.title(reader.language.messaging))</option>"#
            })</select></label><button class="chief">\(text.send)</button></form></details></li>
            """
    }

    /// On «Сегодня» of a class teacher who has not posted this week.
    var weekly: HTML {
        """
        <section class="block" aria-labelledby="h-weekly"><h2 id="h-weekly">\(text.weekly)</h2><ul class="lines">\
        <li><a class="go" href="\(Link.stock)"><span class="grow">\(text.stock)<small>\(text.weeklyHint)</small></span></a></li></ul></section>
        """
    }
}

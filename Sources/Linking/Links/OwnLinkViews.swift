import Kernel
import Markup
import WebCore

/// «Связанные дневники»: values to markup, nothing else.
struct OwnLinkViews {
    let reader: Reader
    private var text: any LinkingText { reader.language.linking }
    private var web: any WebText { reader.language.web }

    static let fields = ["system", "code", "login"]

    func page(_ links: [OwnLink], _ systems: [OutsideSystem], done: ClaimAccount.Outcome?, _ refused: RefusedForm) -> HTML {
        LinkingFrame(reader: reader).page(
            text.linked, text.linkedHint, backTo: "/more",
            """
            \(done.map { #"<div class="notice good" role="status">\#(text.done($0))</div>"# as HTML })\(FieldViews(reader: reader, refused: refused).whole(besides: Self.fields))
            \(links.isEmpty ? nil : #"<ul class="lines">\#(each: links, line)</ul>"# as HTML)
            \(systems.isEmpty && links.isEmpty ? #"<div class="empty"><b>\#(text.noSystems)</b>\#(text.noSystemsHint)</div>"# as HTML : nil)
            \(form(systems, refused))
            """)
    }

    private func line(_ link: OwnLink) -> HTML {
        let (words, button): (String, String) =
            switch link.state {
            case .linked(let since, let isGone): (isGone ? text.goneThere : text.linkedSince(day(since)), text.unlink)
            case .asked(let at): (text.askedOn(day(at)), text.takeBack)
            }
        return """
            <li><span class="line"><span class="grow"><b>\(link.system)</b><small>\(link.school) · \(words)</small></span>
            <form method="post" action="\(Link.endOwn(link.account))">\(reader.formField)<button>\(button)</button></form></span></li>
            """
    }

    private func day(_ moment: Moment) -> String { web.day(reader.zone.day(of: moment), today: reader.today) }

    private func form(_ systems: [OutsideSystem], _ refused: RefusedForm) -> HTML {
        let fields = FieldViews(reader: reader, refused: refused)
        let wait: HTML? = if case .wait(let seconds) = refused.denial { #"<p class="why" role="alert">\#(web.wait(seconds))</p>"# } else { nil }
        let own: HTML? =
            systems.isEmpty
            ? nil
            : fields.select(
                "system", text.system, systems.map { (value: "\($0.id.number)", words: $0.name) } + [(value: "", words: text.otherSchool)],
                chosen: systems.first.map { "\($0.id.number)" } ?? "")
        return """
            <section class="block flow"><h2>\(text.link)</h2><form method="post" action="/linking" class="flow">\(reader.formField)\(own)
            \(fields.input("login", text.login, hint: text.loginHint))\(wait)
            \(fields.input("code", text.code, most: 40, isRequired: false, hint: text.codeHint))
            <div class="acts"><button class="chief">\(text.link)</button></div></form></section>
            """
    }
}

/// The frame around each of the linking's pages.
struct LinkingFrame {
    let reader: Reader

    func page(_ title: String, _ under: String? = nil, backTo back: Link, _ content: HTML) -> HTML {
        shell(
            title, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(reader.language.linking.back)">\(Icon.back)</a><div><h1>\(title)</h1>\(under.map { "<p>\($0)</p>" as HTML })</div></header>
            <div class="narrow flow">\(content)</div>
            """)
    }
}

import Kernel
import Markup
import WebCore

/// People who may have been entered twice. Values to markup, nothing else.
struct DuplicateViews {
    let reader: Reader
    private var text: any DuplicateText { reader.language.duplicates }
    private var web: any WebText { reader.language.web }

    func list(_ pairs: [Duplicate]) -> HTML {
        frame(
            text.title, back: .people, reader.language.people.people,
            pairs.isEmpty
                ? #"<div class="empty"><b>\#(text.none)</b>\#(text.noneHint)</div>"#
                : #"<p>\#(text.hint)</p><ul class="lines">\#(each: pairs, pair)</ul>"#)
    }

    private func pair(_ pair: Duplicate) -> HTML {
        """
        <li><div class="flow pair"><p><b>\(pair.one.name.full)</b> <small>\(about(pair.one))</small><br><b>\(pair.other.name.full)</b> <small>\(about(pair.other))</small></p>
        <p class="quiet small">\(pair.reasons.map { text.reason($0) }.joined(separator: ", "))</p>
        <form method="post" action="/people/duplicates/apart" class="acts">\(reader.formField)<input type="hidden" name="one" value="\(pair.one.id.number)">\
        <input type="hidden" name="other" value="\(pair.other.id.number)"><a class="button" href="\(Link.merge(pair.other.id, into: pair.one.id))">\(text.compare)</a>\
        <button>\(text.keepApart)</button></form></div></li>

        """
    }

    private func about(_ known: Known) -> String {
        let roles = Role.allCases.filter(known.roles.contains).map { web.role($0) }
        let born = known.bornOn.map { text.born("\(web.date($0)) \($0.year)") }
        return (roles + known.classes.sorted() + (born.map { [$0] } ?? [])).joined(separator: ", ")
    }

    func merge(_ preview: MergePreview) -> HTML {
        frame(
            text.mergeTitle, back: .duplicates, text.title,
            """
            \(side(text.stays, preview.into, preview.logins.into))\(side(text.goes, preview.from, preview.logins.from))
            <p><a href="\(Link.merge(preview.into.id, into: preview.from.id))">\(text.swap)</a></p>
            \(preview.refusal.map(refused) ?? form(preview))
            """)
    }

    private func side(_ heading: String, _ known: Known, _ login: String?) -> HTML {
        """
        <section class="block"><h2>\(heading)</h2><ul class="lines"><li><a href="\(Link.person(known.id))"><span class="grow"><b>\(known.name.full)</b>\
        <small>\(about(known)) · \(login ?? text.noLogin)</small></span><span class="go"></span></a></li></ul></section>
        """
    }

    private func refused(_ denial: Denial) -> HTML {
        let words: String =
            switch denial {
            case .forbidden(let reason), .conflict(let reason), .invalid(_, let reason): reason.words(reader.language)
            default: web.notFound
            }
        return #"<div class="notice warn"><b>\#(text.cannot)</b><p>\#(words)</p></div>"#
    }

    private func form(_ preview: MergePreview) -> HTML {
        let hasBoth = preview.logins.from != nil && preview.logins.into != nil
        let choice: HTML? =
            hasBoth
            ? """
            <fieldset><legend>\(text.whichLogin)</legend><label class="check"><input type="radio" name="login" value="ofInto" checked>\(preview.logins.into ?? "")</label>
            <label class="check"><input type="radio" name="login" value="ofFrom">\(preview.logins.from ?? "")</label></fieldset>
            """ : nil
        return """
            <form method="post" action="/people/merge" class="flow">\(reader.formField)<input type="hidden" name="from" value="\(preview.from.id.number)">\
            <input type="hidden" name="into" value="\(preview.into.id.number)">\(choice)<p class="notice warn">\(text.effect)</p>
            <div class="acts"><button class="danger">\(text.merge)</button></div></form>
            """
    }

    private func frame(_ title: String, back: Link, _ name: String, _ body: HTML) -> HTML {
        shell(
            title, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(name)">\(Icon.back)</a><div><h1>\(title)</h1></div></header>
            <div class="narrow flow">\(body)</div>
            """)
    }
}

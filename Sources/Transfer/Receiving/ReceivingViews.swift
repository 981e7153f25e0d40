import Kernel
import Markup
import School
import WebCore

/// What the office sees of receiving: values to markup, nothing else.
struct ReceivingViews {
    let reader: Reader
    private var text: any TransferText { reader.language.transfer }

    static let fields = ["person", "class", "since", "checked"]

    /// Everything that came, before anything is accepted.
    func preview(_ incoming: Incoming, _ classes: [SchoolClass], _ refused: RefusedForm) -> HTML {
        let record = incoming.record
        return TransferFrame(reader: reader).page(
            text.preview, "\(record.pupil.name.full) · \(record.from.school)", backTo: "/transfer",
            """
            \(FieldViews(reader: reader, refused: refused).whole(besides: Self.fields))\(trust(incoming))
            \(RecordViews(reader.language).body(record))
            \(classes.isEmpty ? #"<div class="empty"><b>\#(text.noClasses)</b></div>"# as HTML : form(incoming, classes, refused))
            <form method="post" action="\(Link.dismiss(incoming.id))" class="acts">\(reader.formField)<button>\(text.dismiss)</button></form>
            """)
    }

    private func trust(_ incoming: Incoming) -> HTML {
        let key = incoming.package.key.fingerprint, school = incoming.record.from.school
        return switch incoming.trust {
        case .own: #"<p class="notice good">\#(text.signedHere)</p>"#
        case .known(let since): #"<p class="notice good">\#(text.signedByKnown(school, text.date(since), key))</p>"#
        case .new: #"<p class="notice warn">\#(text.signedByNew(school, key))</p>"#
        case .changed(let was): #"<p class="notice warn">\#(text.signedByOther(school, key, was))</p>"#
        }
    }

    private func form(_ incoming: Incoming, _ classes: [SchoolClass], _ refused: RefusedForm) -> HTML {
        let fields = FieldViews(reader: reader, refused: refused), left = incoming.record.left
        let earliest = left.until + 1, since = max(earliest, reader.today)
        let alike = [(value: "", words: text.newPerson)] + incoming.alike.map { (value: "\($0.id.number)", words: text.knownPerson($0.name.full, $0.bornOn)) }
        // The class of the same year stands first in the choice.
        let chosen = classes.first { $0.year == left.year }.map { "\($0.id.number)" } ?? ""
        return """
            <section class="block"><h2>\(text.acceptance)</h2></section>
            <form method="post" action="\(Link.accept(incoming.id))" class="flow">\(reader.formField)
            \(incoming.alike.isEmpty ? nil : fields.select("person", text.person, alike, chosen: alike[1].value, hint: text.personHint))
            \(fields.select("class", text.schoolClass, classes.map { (value: "\($0.id.number)", words: $0.name) }, chosen: chosen))
            \(fields.input("since", text.since, .date, value: since.description, hint: text.sinceHint(text.date(earliest))))
            \(incoming.trust.needsCheck ? #"<div>\#(fields.check("checked", text.fingerprintChecked, value: "yes"))</div>"# as HTML : nil)
            <p class="hint">\(text.acceptHint)</p><div class="acts"><button class="chief">\(text.accept)</button></div></form>
            """
    }
}

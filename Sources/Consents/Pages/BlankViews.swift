import Kernel
import Markup
import School
import WebCore

/// Blank forms of one class, one page for each pupil, filled with names: for A4.
struct BlankViews {
    let reader: Reader
    let viewer: Viewer
    /// A paper is in Russian: it is a Russian school's document.
    private var text: any ConsentsText { Language.ru.consents }

    func page(_ schoolClass: SchoolClass, _ pupils: [Subject], _ wording: ConsentWording) -> HTML {
        let own = reader.language.consents
        return shell(
            own.blanks, reader, place: .more,
            """
            <header class="head"><a class="tool" href="\(Link.consents(ofClass: schoolClass.id.number))" aria-label="\(own.register)">\(Icon.back)</a>\
            <div><h1>\(own.blanks), \(schoolClass.name)</h1><p>\(own.title(wording.purpose))</p></div></header>
            <div class="paper forms">\(each: pupils, { blank($0, schoolClass, wording) })</div>
            """)
    }

    private func blank(_ pupil: Subject, _ schoolClass: SchoolClass, _ wording: ConsentWording) -> HTML {
        let signers = pupil.signers(for: wording.purpose, on: reader.today)
        return """
            <section lang="ru"><p>\(text.toSchool(viewer.hat.school.name))</p><h2>\(text.word(.agree)): \(text.title(wording.purpose).lowercased())</h2>
            \(signers.contains(.guardian) ? #"<p>\#(text.iAm)</p><p class="line"></p><p>\#(text.forChild)</p>"# as HTML : "<p>\(text.iAm)</p>")
            <p><b>\(pupil.name.full)</b>\(pupil.kind == .pupil ? ", " + schoolClass.name : "")</p>\(OwnConsentViews(reader: reader, viewer: viewer).wording(wording))
            <p>☐ \(text.agreeBox) &nbsp; ☐ \(text.disagreeBox)</p>
            <div class="sign">\(each: signers, { #"<span class="line">\#(text.signature) (\#(text.signedAs($0))):</span><span class="line">\#(text.date):</span>"# })</div>
            <p class="small">\(text.version(wording.version))</p></section>

            """
    }
}

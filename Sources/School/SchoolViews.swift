import Kernel
import Markup
import WebCore

struct SchoolViews {
    let reader: Reader
    private var text: any SchoolText { reader.language.school }

    func figures(_ figures: SchoolFigures) -> HTML {
        """
        <section class="block"><h2>\(text.school)</h2><ul class="lines">\(each: [text.classes(figures.classes), text.pupils(figures.pupils), text.staff(figures.staff)], line)
        \(figures.withoutLogin == 0 ? nil : line(text.withoutLogin(figures.withoutLogin)))</ul></section>
        """
    }

    private func line(_ words: String) -> HTML { #"<li><span class="line"><span class="grow">\#(words)</span></span></li>"# }
}

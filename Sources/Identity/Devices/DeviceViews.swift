import Accounts
import Kernel
import Markup
import WebCore

/// What is told of devices and stolen accounts.
struct DeviceViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any IdentityText { reader.language.identity }

    func notices(_ notices: [DeviceNotice]) -> HTML? {
        guard !notices.isEmpty else { return nil }
        return
            #"<section class="block flow" aria-labelledby="h-devices"><h2 id="h-devices">\#(text.newDevice)</h2>\#(each: notices, notice)</section>"#
    }

    private func notice(_ notice: DeviceNotice) -> HTML {
        let isOwn = notice.person == viewer.person
        let words = text.newDeviceOf(isOwn ? nil : notice.name.list, reader.language.device(notice.device), notice.address, reader.said(notice.at))
        return """
            <div class="notice warn flow"><p>\(words)</p><form method="post" action="\("/more/devices/\(notice.id.number)/known" as Link)" class="acts">\(reader.formField)
            <button>\(text.itWasMe(isOwn))</button><a class="button danger" href="/more/stolen">\(text.notMe)</a></form></div>
            """
    }

    func desk(_ stolen: [StolenAccount.Waiting], different: Int64) -> HTML? {
        guard !stolen.isEmpty || different > 0 else { return nil }
        return """
            <section class="block" aria-labelledby="h-entrance"><h2 id="h-entrance">\(text.desk)</h2><ul class="lines">
            \(stolen.isEmpty ? nil : line(text.stolenToday(stolen.count)))\(different == 0 ? nil : line(text.mismatchesToday(Int(different))))</ul></section>
            """
    }

    private func line(_ words: String) -> HTML { #"<li><a href="/more/entrance"><span class="grow"><b>\#(words)</b></span><span class="go"></span></a></li>"# }

    func stolen(_ children: [(ID<Person>, PersonName)]) -> HTML {
        shell(
            text.stolen, reader, place: .more,
            """
            \(reader.head(text.stolen))<div class="narrow flow"><p>\(text.stolenIntro)</p><ul class="lines">\(each: text.stolenEffects, { #"<li><span class="line">\#($0)</span></li>"# })</ul>
            \(form(viewer.person, text.stolenButton))
            \(children.isEmpty ? nil : #"<section class="block"><h2>\#(text.stolenChildren)</h2></section>\#(each: children, { form($0.0, text.stolenChild($0.1.list)) })"# as HTML)</div>
            """)
    }

    private func form(_ person: ID<Person>, _ words: String) -> HTML {
        """
        <form method="post" action="/more/stolen" class="acts">\(reader.formField)<input type="hidden" name="person" value="\(person.number)"><button class="danger">\(words)</button></form>
        """
    }

    func phrases(_ phrases: [CallPhrase]) -> HTML {
        let isFamily = viewer.side == .family
        return shell(
            text.callPhrases, reader, place: .more,
            """
            \(reader.head(text.callPhrases))<div class="narrow flow"><p>\(isFamily ? text.callPhrasesFamily : text.callPhrasesTeacher)</p>
            <ul class="lines">\(each: phrases, { phrase($0, isFamily) })</ul></div>
            """)
    }

    private func phrase(_ phrase: CallPhrase, _ isFamily: Bool) -> HTML {
        """
        <li><span class="line"><span class="grow"><b>\(phrase.name.list)</b><span>\(phrase.words ?? text.noPhrase)</span></span>
        \(isFamily ? #"<form method="post" action="\#("/more/call-phrases/\(phrase.pupil.number)" as Link)">\#(reader.formField)<button>\#(phrase.words == nil ? text.choosePhrase : text.changePhrase)</button></form>"# as HTML : nil)</span></li>
        """
    }
}

import Accounts
import Kernel
import Markup
import WebCore

/// What «Уведомления» shows.
struct NoticesPage {
    let choice: Choice
    let school: QuietHours
    let levels: [(kind: NoticeKind, level: NoticeLevel)]
    let devices: [PushDevice]
    let session: Int64
    let mail: MailAddress?
    let hasMail: Bool
    /// What a browser subscribes with.
    let key: String
}

struct NoticesViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any NoticesText { reader.language.notices }

    func page(_ page: NoticesPage, done: String?) -> HTML {
        shell(
            text.notices, reader, place: .more, islands: ["notices/device"],
            """
            \(reader.head(text.notices))<div class="narrow flow">\(said(done))
            \(devices(page))\(choice(page))\(page.hasMail || page.mail != nil ? mail(page.mail) : nil)</div>
            """)
    }

    private func said(_ done: String?) -> HTML? {
        let words: String? =
            switch done {
            case "saved": text.saved
            case "tried": text.tried
            case "asked": text.asked
            default: nil
            }
        return words.map { #"<div class="notice good" role="status">\#($0)</div>"# }
    }

    private func devices(_ page: NoticesPage) -> HTML {
        let canTry = !page.devices.isEmpty || page.mail?.confirmedAt != nil
        return """
            <section class="block flow" aria-labelledby="h-devices"><h2 id="h-devices">\(text.onDevices)</h2><p class="hint">\(text.devicesHint)</p>
            \(page.devices.isEmpty ? nil : #"<ul class="lines">\#(each: page.devices, { line($0, isThis: $0.session == page.session) })</ul>"# as HTML)
            <div data-island="notices/device" data-key="\(page.key)" data-path="/more/notices/devices"><div class="acts">
            <button type="button" class="chief" data-on hidden>\(text.turnOn)</button></div>
            <p class="hint" data-blocked hidden>\(text.blocked)</p><p class="hint" data-missing hidden>\(text.missing)</p>
            <p class="why" role="alert" data-failed hidden>\(text.notTurnedOn)</p><noscript><p class="hint">\(text.missing)</p></noscript></div>
            \(canTry ? tryForm : nil)</section>
            """
    }

    private var tryForm: HTML {
        #"<form method="post" action="/more/notices/trial" class="acts">\#(reader.formField)<button>\#(text.trySending)</button></form>"#
    }

    private func line(_ device: PushDevice, isThis: Bool) -> HTML {
        """
        <li\(isThis ? " data-this" as HTML : nil)><span class="line"><span class="grow"><b>\(reader.language.device(device.name))\(isThis ? " · \(text.thisDevice)" : nil)</b>\
        <small>\(text.addedOn(reader.language.web.day(reader.zone.day(of: device.addedAt), today: reader.today)))</small></span>
        <form method="post" action="\(Link.removeDevice(device.id))">\(reader.formField)<button aria-label="\(text.turnOff): \(reader.language.device(device.name))">\(text.turnOff)</button></form></span></li>
        """
    }

    private func choice(_ page: NoticesPage) -> HTML {
        """
        <form method="post" action="/more/notices" class="flow">\(reader.formField)
        <section class="block flow" aria-labelledby="h-hours"><h2 id="h-hours">\(text.whenNot)</h2>
        <p>\(text.schoolIsQuiet(clock(page.school.from), clock(page.school.until), sunday: page.school.isSundayQuiet))</p>
        <fieldset><legend>\(text.ownHours)</legend><div class="tools">\(HourFields(reader: reader).pair(page.choice.own))</div><p class="hint">\(text.ownHoursHint)</p></fieldset>
        \(viewer.side == .staff ? late(page.choice.worksLate) : nil)</section>
        <section class="block flow" aria-labelledby="h-pace"><h2 id="h-pace">\(text.howOften)</h2>\(paces(page.choice.pace))</section>
        <section class="block flow" aria-labelledby="h-levels"><h2 id="h-levels">\(text.aboutWhat)</h2>\(each: page.levels, level)
        <p class="hint">\(text.securityHint)</p></section>
        <div class="acts"><button class="chief">\(text.save)</button></div></form>
        """
    }

    private func clock(_ minute: Int) -> String { reader.language.web.time(minute) }

    private func late(_ isOn: Bool) -> HTML {
        #"<div><label class="check"><input type="checkbox" name="late" value="yes"\#(isOn ? " checked" as HTML : nil)>\#(text.worksLate)</label></div>"#
    }

    private func paces(_ chosen: NoticePace) -> HTML {
        let offered = NoticePace.allCases.filter { $0 != .weekly || viewer.side != .staff }
        return """
            <fieldset><legend class="away">\(text.howOften)</legend>\(each: offered, { pace in
                #"<label class="check"><input type="radio" name="pace" value="\#(pace.rawValue)"\#(pace == chosen ? " checked" as HTML : nil)>\#(text.pace(pace))</label>"#
            })</fieldset>
            """
    }

    private func level(_ kind: NoticeKind, _ chosen: NoticeLevel) -> HTML {
        """
        <div><label for="level-\(kind.rawValue)">\(text.kind(kind))</label><select id="level-\(kind.rawValue)" name="\(kind.rawValue)">\(each: kind.levels, { level in
            #"<option value="\#(level.rawValue)"\#(level == chosen ? " selected" as HTML : nil)>\#(text.level(level))</option>"#
        })</select></div>
        """
    }

    private func mail(_ mail: MailAddress?) -> HTML {
        """
        <section class="block flow" aria-labelledby="h-mail"><h2 id="h-mail">\(text.byMail)</h2><p class="hint">\(text.mailHint)</p>
        \(mail.map(known))\(mail?.confirmedAt == nil ? addressForm : nil)</section>
        """
    }

    private func known(_ mail: MailAddress) -> HTML {
        """
        <ul class="lines"><li><span class="line"><span class="grow"><b>\(mail.text)</b><small>\(mail.confirmedAt == nil ? text.unconfirmed : text.confirmed)</small></span>
        <form method="post" action="/more/notices/mail/remove">\(reader.formField)<button>\(text.remove)</button></form></span></li></ul>
        """
    }

    private var addressForm: HTML {
        """
        <form method="post" action="/more/notices/mail" class="flow">\(reader.formField)<div><label for="address">\(text.address)</label>\
        <input id="address" name="address" type="email" autocomplete="email" maxlength="254" required></div>
        <div class="acts"><button>\(text.confirmAddress)</button></div></form>
        """
    }
}

/// Two times that make a part of the day.
struct HourFields {
    let reader: Reader

    func pair(_ hours: QuietHours?) -> HTML {
        "\(field("from", reader.language.notices.from, hours?.from))\(field("until", reader.language.notices.until, hours?.until))"
    }

    private func field(_ name: StaticString, _ label: String, _ minute: Int?) -> HTML {
        let name = name.description
        return
            #"<div><label for="\#(name)">\#(label)</label><input id="\#(name)" name="\#(name)" type="time" value="\#(minute.map { reader.language.web.time($0) } ?? "")"></div>"#
    }
}

/// The school's quiet hours, for its heads.
struct SchoolHoursViews {
    let reader: Reader
    private var text: any NoticesText { reader.language.notices }

    func page(_ hours: QuietHours, isSaved: Bool) -> HTML {
        shell(
            text.schoolHours, reader, place: .more,
            """
            \(reader.head(text.schoolHours))<div class="narrow flow">\(isSaved ? #"<div class="notice good" role="status">\#(text.saved)</div>"# as HTML : nil)
            <p>\(text.schoolHoursWords)</p><form method="post" action="/more/notices/school" class="flow">\(reader.formField)
            <div class="tools">\(HourFields(reader: reader).pair(hours))</div>
            <div><label class="check"><input type="checkbox" name="sunday" value="yes"\(hours.isSundayQuiet ? " checked" as HTML : nil)>\(text.sundayToo)</label></div>
            <div class="acts"><button class="chief">\(text.save)</button></div></form></div>
            """)
    }
}

/// What a letter's link shows to whoever has the letter.
struct LetterViews {
    let reader: Reader
    private var text: any NoticesText { reader.language.notices }

    func page(_ mail: MailAddress) -> HTML {
        let isNew = mail.confirmedAt == nil
        return gate(
            isNew ? text.confirmSubject : text.letters,
            """
            <p>\(mail.text)</p><form method="post" action="\(Link.mail(mail.word))" class="flow">\(reader.formField)
            \(isNew ? #"<button class="chief" name="act" value="confirm">\#(text.confirmAddress)</button>"# as HTML : nil)
            <button name="act" value="end">\(text.endLetters)</button></form>
            """)
    }

    func answered(_ answer: AnswerLetter.Answer) -> HTML {
        gate(text.letters, #"<p role="status">\#(answer == .confirm ? text.addressConfirmed : text.lettersEnded)</p>"#)
    }

    private func gate(_ title: String, _ main: HTML) -> HTML {
        let stranger = Reader(language: reader.language, viewer: nil, formToken: reader.formToken, path: reader.path, assets: reader.assets, now: reader.now)
        return shell(title, stranger, kind: .gate, #"<div class="flow"><h1>\#(title)</h1>\#(main)</div>"#)
    }
}

extension Reader {
    /// The head of a page one goes into from «Ещё».
    func head(_ title: String, back: Link = "/more") -> HTML {
        #"<header class="head"><a class="tool" href="\#(back)" aria-label="\#(language.web.more)">\#(Icon.back)</a><div><h1>\#(title)</h1></div></header>"#
    }
}

import Kernel
import Markup
import QR
import School
import WebCore

/// Requests to be let in: the asker's page, the administrator's queue, the school's address. Values to markup, nothing else.
struct RequestViews {
    let reader: Reader
    private var text: any InvitationsText { reader.language.invitations }
    private var web: any WebText { reader.language.web }

    // MARK: Whoever asks

    func asking(_ school: School, _ word: String, _ form: AskRoutes.Form, refused: Denial? = nil) -> HTML {
        let fields = PlaceFields(reader: reader, refused: refused)
        let gate = Reader(language: reader.language, viewer: nil, formToken: reader.formToken, path: reader.path, assets: reader.assets, now: reader.now)
        return shell(
            text.askToJoin, gate, kind: .gate,
            """
            <h1>\(text.askToJoin)</h1><div class="notice"><b>\(school.name)</b></div><p>\(text.askWords)</p>\(fields.summary)
            <form class="flow" method="post" action="\("/join/school/\(word)" as Link)">\(reader.formField)\(NameFields(reader: reader, refused: refused).required(form.name))
            \(fields.select("role", text.whoAreYou, options: JoinRequest.roles.map { ($0.rawValue, text.asker($0)) }, chosen: form.role))
            <div><label for="classWords">\(text.classOrChild)</label><input id="classWords" name="classWords" value="\(form.classWords ?? "")" maxlength="40"><p class="hint">\(text.classOrChildHint)</p></div>
            <div><label for="message">\(text.message)</label><textarea id="message" name="message" rows="3" maxlength="\(JoinRequest.longestMessage)"\(fields.wrong("message"))>\(form.message ?? "")</textarea>\(fields.why("message"))<p class="hint">\(text.messageHint)</p></div>
            <p class="hint">\(text.rules)</p><button class="chief">\(text.ask)</button></form>
            """)
    }

    // MARK: The queue

    func list(_ requests: [JoinRequest]) -> HTML {
        shell(
            text.requests, reader, place: .more,
            """
            \(head(text.requests, back: "/codes"))<div class="narrow flow">\(requests.isEmpty ? #"<div class="empty"><b>\#(text.noRequests)</b>\#(text.noRequestsHint)</div>"# as HTML : nil)
            <ul class="lines">\(each: requests, line)</ul><p><a href="/codes/entrance">\(text.entrance)</a></p></div>
            """)
    }

    private func line(_ request: JoinRequest) -> HTML {
        let day = web.day(reader.zone.day(of: request.askedAt), today: reader.today)
        return """
            <li><a href="\("/codes/requests/\(request.id.number)" as Link)"><span class="grow"><b>\(request.name.full)</b><small>\([web.role(request.role), request.classWords, day].filter { !$0.isEmpty }.joined(separator: " · "))</small></span><span class="go"></span></a></li>

            """
    }

    func page(_ sheet: RequestSheet, _ form: RequestRoutes.DecideForm, roles: [Role], refused: Denial?) -> HTML {
        let request = sheet.request
        return shell(
            text.request, reader, place: .more,
            """
            \(head(request.name.full, back: "/codes/requests", words: web.role(request.role)))<div class="narrow flow">
            <dl class="facts"><dt>\(text.classOrChild)</dt><dd>\(request.classWords)</dd><dt>\(text.message)</dt><dd>\(request.message)</dd></dl>
            \(request.state == .waiting ? decision(sheet, form, roles: roles, refused) : decided(request))</div>
            """)
    }

    /// The class as the person wrote it, if there is such a one.
    private func named(in sheet: RequestSheet) -> Int64? {
        let key = TextKey.of(sheet.request.classWords.filter { !$0.isWhitespace && $0 != "-" })
        return sheet.classes.first { TextKey.of($0.name) == key }?.id.number
    }

    private func decided(_ request: JoinRequest) -> HTML {
        #"<div class="notice"><p>\#(request.state == .accepted ? text.accepted : text.refusedWith(request.reason))</p></div>"#
    }

    private func decision(_ sheet: RequestSheet, _ form: RequestRoutes.DecideForm, roles: [Role], _ refused: Denial?) -> HTML {
        let fields = PlaceFields(reader: reader, refused: refused), id = sheet.request.id.number
        return """
            \(fields.summary)<form method="post" action="\("/codes/requests/\(id)/accept" as Link)" class="flow">\(reader.formField)<h2>\(text.letIn)</h2><p class="hint">\(text.letInHint)</p>
            \(sheet.namesakes.isEmpty ? nil : fields.select("person", text.isItThem, options: sheet.namesakes.map { (String($0.person.number), $0.name.full + ($0.className.map { ", \($0)" } ?? "")) }, chosen: form.person.map { String($0) }, hint: text.isItThemHint))
            \(fields.role(form.role ?? sheet.request.role.rawValue, of: roles))\(fields.schoolClass(form.schoolClass ?? named(in: sheet), of: sheet.classes, hint: text.classHint))
            \(sheet.pupils.isEmpty ? nil : fields.pupil(form.pupil, of: sheet.pupils))\(sheet.pupils.isEmpty ? fields.why("pupil") : nil)<div class="acts"><button class="chief">\(text.accept)</button></div></form>
            <form method="post" action="\("/codes/requests/\(id)/refuse" as Link)" class="flow">\(reader.formField)<h2>\(text.refuseTitle)</h2><div><label for="reason">\(text.reason)</label>
            <input id="reason" name="reason" value="\(form.reason ?? "")" required maxlength="500"\(fields.wrong("reason"))>\(fields.why("reason"))<p class="hint">\(text.reasonHint)</p></div><div class="acts"><button class="danger">\(text.refuse)</button></div></form>
            """
    }

    // MARK: The school's address

    func entrance(_ word: String?, address: PublicAddress) -> HTML {
        shell(
            text.entrance, reader, place: .more,
            """
            \(head(text.entrance, back: "/codes"))<div class="narrow flow"><p class="screen">\(text.entranceWords)</p>\(word.map { poster(address.entrance($0)) })
            <form method="post" action="/codes/entrance" class="acts">\(reader.formField)<button class="chief" name="act" value="open">\(word == nil ? text.openEntrance : text.changeEntrance)</button>
            \(word == nil ? nil : #"<button class="danger" name="act" value="close">\#(text.closeEntrance)</button>"# as HTML)</form></div>
            """)
    }

    private func poster(_ address: String) -> HTML {
        """
        <div class="poster"><h2>\(reader.viewer?.hat.school.name ?? "")</h2><p>\(text.posterWords)</p><p class="big">\(QRViews.drawing(address, words: text.qr))</p><p class="address">\(address)</p></div>
        """
    }

    private func head(_ title: String, back: Link, words: String? = nil) -> HTML {
        #"<header class="head"><a class="tool" href="\#(back)" aria-label="\#(text.back)">\#(Icon.back)</a><div><h1>\#(title)</h1>\#(words.map { "<p>\($0)</p>" as HTML })</div></header>"#
    }
}

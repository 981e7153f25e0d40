import Kernel
import Markup
import WebCore

/// Making chats, their members, links and settings. Values to markup, nothing else.
struct RoomViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any RoomsText { reader.language.rooms }
    private var chats: any MessagingText { reader.language.messaging }
    private var web: any WebText { reader.language.web }

    private func page(_ title: String, back: Link, hint: String? = nil, _ main: HTML) -> HTML {
        shell(
            title, reader, place: .chats,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(chats.back)">\(Icon.back)</a>\
            <div><h1>\(title)</h1>\(hint.map { "<p>\($0)</p>" as HTML })</div></header><div class="narrow flow">\(main)</div>
            """)
    }

    func form(_ action: Link, _ inside: HTML, class name: StaticString = "flow") -> HTML {
        #"<form method="post" action="\#(action)" class="\#(name.description)">\#(reader.formField)\#(inside)</form>"#
    }

    private func why(_ refused: Denial?) -> HTML? {
        guard case .invalid(_, let reason) = refused else { return nil }
        return #"<p class="why" role="alert">\#(reason.words(reader.language))</p>"#
    }

    // MARK: A new chat

    /// What the page offers to begin.
    struct Beginning {
        let query: String
        let peers: [Peer]
        let mayMake: Bool
        /// Courses of the teacher's that have no chat yet: number and title.
        let courses: [(id: Int64, title: String)]
        let mayRule: Bool
        let mayAgree: Bool
        var draft = (title: "", about: "", purpose: ChatDraft.Purpose.group)
        var refused: Denial?
    }

    func beginning(_ begin: Beginning) -> HTML {
        page(
            text.newChat, back: .chats,
            """
            <section class="block flow"><h2>\(text.writeTo)</h2>\(search(.newChat, begin.query))\(peers(begin.peers))</section>
            \(begin.mayMake ? gather(begin) : nil)\(begin.courses.isEmpty ? nil : courses(begin.courses))\(doors(begin))
            """)
    }

    private func search(_ action: Link, _ query: String) -> HTML {
        """
        <form class="acts find" method="get" action="\(action)" role="search"><label class="away" for="q">\(text.nameBegins)</label>\
        <input id="q" name="q" type="search" value="\(query)" placeholder="\(text.nameBegins)" maxlength="100" autocomplete="off"><button>\(text.find)</button></form>
        """
    }

    private func peers(_ peers: [Peer]) -> HTML {
        guard !peers.isEmpty else { return #"<div class="empty"><b>\#(text.nobody)</b>\#(text.nobodyHint)</div>"# }
        return """
            <ul class="lines">\(each: peers, { peer in
                """
                <li><span class="line">\(who(peer))<span class="end">\(form(.with(peer.key.person),
                    #"<input type="hidden" name="side" value="\#(peer.key.side.rawValue)"><button aria-label="\#(text.write): \#(peer.name.full)">\#(text.write)</button>"#))</span></span></li>
                """
            })</ul>
            """
    }

    private func who(_ peer: Peer) -> HTML {
        let about = (peer.roles.map { web.role($0) } + [peer.className].compactMap { $0 }).joined(separator: " · ")
        return #"<span class="grow"><b>\#(peer.name.full)\#(peer.isVerified ? Icon.badge(web.verifiedTeacher) : nil)</b><small>\#(about)</small></span>"#
    }

    private func gather(_ begin: Beginning) -> HTML {
        let inside: HTML = """
            \(why(begin.refused))<div><label for="purpose">\(text.kind)</label><select id="purpose" name="purpose">\(each: ChatDraft.Purpose.allCases, {
                #"<option value="\#($0.rawValue)"\#($0 == begin.draft.purpose ? " selected" as HTML : nil)>\#(text.purpose($0))</option>"#
            })</select></div>\(fields(begin.draft.title, begin.draft.about))<div class="acts"><button class="chief">\(text.make)</button></div>
            """
        return #"<section class="block flow"><h2>\#(text.gather)</h2>\#(form(.chats, inside))</section>"#
    }

    private func fields(_ title: String, _ about: String) -> HTML {
        """
        <div><label for="title">\(text.title)</label><input id="title" name="title" value="\(title)" maxlength="\(ChatDraft.longestTitle)" required autocomplete="off"></div>
        <div><label for="about">\(text.about)</label><textarea id="about" name="about" rows="2" maxlength="\(ChatDraft.longestAbout)">\(about)</textarea></div>
        """
    }

    private func courses(_ courses: [(id: Int64, title: String)]) -> HTML {
        """
        <section class="block"><h2>\(text.ownCourses)</h2><ul class="lines">\(each: courses, { course in
            """
            <li><span class="line"><span class="grow"><b>\(course.title)</b></span><span class="end">\
            \(form(.openingCourse(course.id), #"<button aria-label="\#(text.openCourse): \#(course.title)">\#(text.openCourse)</button>"#))</span></span></li>
            """
        })</ul></section>
        """
    }

    private func doors(_ begin: Beginning) -> HTML? {
        let doors = (begin.mayAgree ? [(Link.networks, text.networks)] : []) + (begin.mayRule ? [(Link.chatPolicy, text.policy)] : [])
        guard !doors.isEmpty else { return nil }
        return
            #"<ul class="lines">\#(each: doors, { #"<li><a href="\#($0.0)"><span class="grow"><b>\#($0.1)</b></span><span class="go"></span></a></li>"# })</ul>"#
    }

    /// One person from the sides on which they may be written to.
    func with(_ peers: [Peer]) -> HTML { page(text.writeTo, back: .newChat, self.peers(peers)) }

    // MARK: Members

    /// A chat, who is in it as far as the viewer sees, and what the viewer may change.
    struct Room {
        let chat: Chat
        let members: [RoomMember]
        let query: String
        let links: [ChatLink]
        let seesAll: Bool
        let address: String?
        var refused: Denial?
    }

    func room(_ room: Room) -> HTML {
        page(
            text.members, back: .chat(room.chat.id), hint: room.chat.title(chats),
            """
            \(room.chat.about.isEmpty ? nil : #"<p dir="auto">\#(room.chat.about)</p>"# as HTML)\(why(room.refused))\(own(room.chat))\
            \(isManaging(room) ? #"<p><a class="button chief" href="\#(Link.adding(to: room.chat.id))">\#(text.add)</a></p>"# as HTML : nil)\
            \(search(.members(of: room.chat.id), room.query))\(room.seesAll ? nil : #"<p class="quiet small">\#(text.onlyManagersShown)</p>"# as HTML)
            <ul class="lines">\(each: room.members, { line($0, room) })</ul>\
            \(room.seesAll && room.query.isEmpty && room.members.count < room.chat.members
                ? #"<p class="quiet small">\#(text.shown(room.members.count, of: room.chat.members))</p>"# as HTML : nil)\
            \(room.chat.isGathered || room.chat.kind == .direct ? nil : #"<p class="quiet small">\#(text.followsListsHint)</p>"# as HTML)\
            \(settings(room))
            """)
    }

    private func isManaging(_ room: Room) -> Bool { room.chat.isGathered && room.chat.manages && !room.chat.isArchived }

    /// What concerns the reader's own list alone.
    private func own(_ chat: Chat) -> HTML {
        """
        <div class="acts">\(toggle(chat, "first", isOn: chat.isFirst, text.putFirst, text.putBack))\(toggle(chat, "mute", isOn: chat.isMuted, text.mute, text.unmute))</div>
        """
    }
    private func toggle(_ chat: Chat, _ what: String, isOn: Bool, _ on: String, _ off: String) -> HTML {
        form(.change(what, of: chat.id), #"<button name="on" value="\#(isOn ? 0 : 1)">\#(isOn ? off : on)</button>"#, class: "one")
    }

    private func line(_ member: RoomMember, _ room: Room) -> HTML {
        let isMe = member.key.person == viewer.person
        let about = [web.role(member.role), member.school, member.isOwner ? text.owner : member.manages ? text.manager : nil, isMe ? text.you : nil]
        return """
            <li><span class="line member"><span class="grow"><b>\(member.name.full)\(member.isVerified ? Icon.badge(web.verifiedTeacher) : nil)</b>\
            <small>\(about.compactMap { $0 }.joined(separator: " · "))</small></span>\(isMe ? nil : acts(member, room))</span></li>
            """
    }

    private func acts(_ member: RoomMember, _ room: Room) -> HTML? {
        let (chat, person) = (room.chat, member.key.person)
        var forms: [HTML] = []
        if room.chat.kind != .direct, member.isOfViewersSchool {
            forms.append(
                form(
                    .with(person), #"<input type="hidden" name="side" value="\#(member.key.side.rawValue)"><button>\#(text.write)</button>"#, class: "one"))
        }
        if isManaging(room), !member.isOwner, member.isOfViewersSchool {
            let word = member.manages ? text.endManager : text.makeManager
            forms.append(
                form(.member(person, of: chat.id, "manager"), #"<button name="on" value="\#(member.manages ? 0 : 1)">\#(word)</button>"#, class: "one"))
            if chat.owner == viewer.person { forms.append(form(.member(person, of: chat.id, "owner"), "<button>\(text.handOver)</button>", class: "one")) }
            forms.append(form(.member(person, of: chat.id, "remove"), #"<button class="danger">\#(text.remove)</button>"#, class: "one"))
        }
        guard !forms.isEmpty else { return nil }
        return """
            <details><summary aria-label="\(text.acts): \(member.name.full)">⋯</summary><div class="acts">\(each: forms, { $0 })</div></details>
            """
    }

    private func settings(_ room: Room) -> HTML {
        let chat = room.chat, owns = chat.isGathered && chat.owner == viewer.person
        return """
            \(MessagingAccess.mayInvite(viewer, to: chat) ? links(room) : nil)\(chat.manages && !chat.isArchived ? posting(chat) : nil)\
            \(isManaging(room) ? describe(chat) : nil)\(chat.isGathered && (!owns || chat.members == 1) ? leaving(chat) : nil)\(owns ? ending(chat) : nil)
            """
    }

    private func posting(_ chat: Chat) -> HTML {
        let inside: HTML = """
            <fieldset><legend>\(text.posting)</legend>\
            <label class="check"><input type="radio" name="managers" value="0"\(chat.isForManagersToPost ? nil : " checked" as HTML)>\(text.postingAll)</label>\
            <label class="check"><input type="radio" name="managers" value="1"\(chat.isForManagersToPost ? " checked" as HTML : nil)>\(text.postingManagers)</label></fieldset>\
            <div class="acts"><button>\(text.save)</button></div>
            """
        return #"<details class="fold"><summary>\#(text.posting)</summary>\#(form(.change("posting", of: chat.id), inside))</details>"#
    }

    private func describe(_ chat: Chat) -> HTML {
        let inside: HTML = #"\#(fields(chat.title, chat.about))<div class="acts"><button>\#(text.save)</button></div>"#
        return #"<details class="fold"><summary>\#(text.change)</summary>\#(form(.change("describe", of: chat.id), inside))</details>"#
    }

    private func leaving(_ chat: Chat) -> HTML {
        let inside: HTML = #"<p>\#(text.leaveAsks)</p><div class="acts"><button class="danger">\#(text.leave)</button></div>"#
        return #"<details class="fold"><summary>\#(text.leave)</summary>\#(form(.change("leave", of: chat.id), inside))</details>"#
    }

    private func ending(_ chat: Chat) -> HTML {
        guard !chat.isArchived else { return form(.change("end", of: chat.id), #"<button name="on" value="0">\#(text.reopen)</button>"#) }
        let inside: HTML = #"<p>\#(text.endAsks)</p><div class="acts"><button class="danger" name="on" value="1">\#(text.end)</button></div>"#
        return #"<details class="fold"><summary>\#(text.end)</summary>\#(form(.change("end", of: chat.id), inside))</details>"#
    }

    // MARK: Links

    private func links(_ room: Room) -> HTML {
        let make: HTML = """
            <div><label for="side">\(text.linkFor)</label><select id="side" name="side">\(each: [Side.pupil, .family, .staff], {
                #"<option value="\#($0.rawValue)">\#(text.linkFor($0))</option>"#
            })</select></div>
            <div><label for="days">\(text.linkDays)</label><select id="days" name="days">\(each: ChatLink.days, {
                #"<option value="\#($0)"\#($0 == 7 ? " selected" as HTML : nil)>\#(text.days($0))</option>"#
            })</select></div><div class="acts"><button>\(text.makeLink)</button></div>
            """
        return """
            <details class="fold"\(room.links.isEmpty ? nil : " open" as HTML)><summary>\(text.links)</summary><p class="quiet small">\(text.linksHint)</p>\
            <ul class="lines">\(each: room.links, { link($0, room) })</ul>\(form(.change("links", of: room.chat.id), make))</details>
            """
    }

    private func link(_ link: ChatLink, _ room: Room) -> HTML {
        let path = Link.joining(by: link.word), until = "\(web.day(reader.zone.day(of: link.expiresAt), today: reader.today))"
        return """
            <li><span class="line"><span class="grow"><b>\(text.linkFor(link.side))</b><small>\(text.holdsUntil(until))</small>\
            <a class="copy" href="\(path)">\((room.address ?? "") + path.text)</a></span><span class="end">\
            \(form(.revoking(link.id, to: room.chat.id), "<button>\(text.revoke)</button>"))</span></span></li>
            """
    }

    func join(_ title: String, _ about: String, _ word: String) -> HTML {
        page(
            text.joinTitle(title), back: .chats,
            #"\#(about.isEmpty ? nil : #"<p>\#(about)</p>"# as HTML)<p>\#(text.joinHint)</p>\#(form(.joining(by: word), #"<div class="acts"><button class="chief">\#(text.join)</button></div>"#))"#
        )
    }

    // MARK: Adding

    func adding(_ chat: Chat, _ query: String, _ peers: [Peer]) -> HTML {
        let list: HTML = """
            <ul class="lines">\(each: peers, { peer in
                #"<li><label class="line check"><input type="checkbox" name="member[]" value="\#(peer.key.text)">\#(who(peer))</label></li>"#
            })</ul><div class="acts"><button class="chief">\(text.addChosen)</button></div>
            """
        return page(
            text.add, back: .members(of: chat.id), hint: chat.title(chats),
            """
            \(search(.adding(to: chat.id), query))\
            \(peers.isEmpty ? #"<div class="empty"><b>\#(text.nobody)</b>\#(text.nobodyHint)</div>"# as HTML : form(.members(of: chat.id), list))
            """)
    }
}

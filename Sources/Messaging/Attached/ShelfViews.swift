import Files
import Kernel
import Markup
import WebCore

/// The page of a chat's files, and that of one picture or film. Values to markup, nothing else.
struct ShelfViews {
    static let page = 60
    let reader: Reader
    private var text: any AttachedText { reader.language.attached }

    func page(_ chat: Chat, _ shelf: AttachedFile.Shelf, _ files: [ShelvedFile]) -> HTML {
        let shown = Array(files.prefix(Self.page))
        return shell(
            text.files, reader, place: .chats, kind: .deep, islands: ["messaging/shelf"],
            """
            <header class="head"><a class="tool" href="\(Link.chat(chat.id))" aria-label="\(reader.language.messaging.back)">\(Icon.back)</a>\
            <div><h1>\(text.files)</h1><p>\(chat.title(reader.language.messaging))</p></div></header>
            <div class="narrow flow"><nav class="switch" aria-label="\(text.files)">\(each: AttachedFile.Shelf.allCases, { each in
                #"<a href="\#(Link.files(of: chat.id, each))"\#(each == shelf ? #" aria-current="page""# as HTML : nil)>\#(text.shelf(each))</a>"#
            })</nav>\(shown.isEmpty ? #"<div class="empty"><b>\#(text.noFiles)</b>\#(text.noFilesHint)</div>"# as HTML : list(shown, shelf, in: chat))\
            \(files.count > shown.count ? shown.last.map { older($0, shelf, in: chat) } : nil)</div>
            """)
    }

    private func list(_ files: [ShelvedFile], _ shelf: AttachedFile.Shelf, in chat: Chat) -> HTML {
        switch shelf {
        case .pictures: #"<ul class="shelf" data-island="messaging/shelf">\#(each: files, { picture($0, in: chat) })</ul>\#(AttachedViews.viewer(reader))"#
        case .papers: #"<ul class="lines">\#(each: files, { paper($0, in: chat) })</ul>\#(AttachedViews.sounds(reader))"#
        }
    }

    private func picture(_ file: ShelvedFile, in chat: Chat) -> HTML {
        let place = AttachedPlace(of: file.seq, in: chat.id), message = Link.chat(chat.id, at: file.seq)
        return """
            <li>\(AttachedViews(place: place, language: reader.language).shot(file.attached))\
            <a class="small quiet" href="\(message)" aria-label="\(text.toMessage), \(file.author.short), \(when(file.postedAt))">\(when(file.postedAt))</a></li>
            """
    }

    private func paper(_ file: ShelvedFile, in chat: Chat) -> HTML {
        """
        <li><div class="line"><div class="files grow">\(AttachedViews(place: AttachedPlace(of: file.seq, in: chat.id), language: reader.language).other(file.attached))</div>\
        <a class="end small" href="\(Link.chat(chat.id, at: file.seq))" aria-label="\(text.toMessage), \(file.author.short), \(when(file.postedAt))">\(file.author.short)<br>\(when(file.postedAt))</a></div></li>
        """
    }

    private func older(_ last: ShelvedFile, _ shelf: AttachedFile.Shelf, in chat: Chat) -> HTML {
        #"<p class="pages"><a class="button" href="\#(Link.files(of: chat.id, shelf, before: ShelfPlace(seq: last.seq, place: last.attached.place)))">\#(text.older)</a></p>"#
    }

    private func when(_ moment: Moment) -> String { reader.language.web.day(reader.zone.day(of: moment), today: reader.today) }

    // MARK: One picture or film

    /// Where no script opens it over the thread. `neighbours` are the other pictures and films of the message.
    func viewed(_ file: AttachedFile, at place: AttachedPlace, back: Link, _ neighbours: [AttachedFile]) -> HTML {
        let before = neighbours.last { $0.place < file.place }, after = neighbours.first { $0.place > file.place }
        return shell(
            file.file.name, reader, place: .chats, kind: .deep,
            """
            <header class="head"><a class="tool" href="\(back)" aria-label="\(text.toMessage)">\(Icon.back)</a><div><h1>\(file.file.name)</h1></div></header>
            <div class="flow large">\(file.isFilm ? film(file, at: place) : picture(file, at: place))\
            <p class="acts">\(before.map { #"<a class="button" href="\#(place.view($0))">\#(text.previous)</a>"# as HTML })\
            \(after.map { #"<a class="button" href="\#(place.view($0))">\#(text.next)</a>"# as HTML })\
            <a class="button" href="\(place.save(file))" download="\(file.file.name)">\(text.save)</a></p></div>
            """)
    }

    private func picture(_ file: AttachedFile, at place: AttachedPlace) -> HTML {
        """
        <a href="\(place.whole(file))"><img src="\(place.large(file))" alt="\(file.file.name)" width="\(file.file.width ?? 1280)" height="\(file.file.height ?? 960)"></a>
        """
    }

    private func film(_ file: AttachedFile, at place: AttachedPlace) -> HTML {
        """
        <video controls preload="metadata" playsinline src="\(place.whole(file))"\(file.file.small == nil ? nil : #" poster="\#(place.large(file))""# as HTML) \
        width="\(file.file.width ?? 1280)" height="\(file.file.height ?? 960)" aria-label="\(file.file.name)"></video>
        """
    }
}

extension AttachedViews {
    /// What a script opens over the page; it stands once on it.
    static func viewer(_ reader: Reader) -> HTML {
        let text = reader.language.attached
        return """
            <template data-viewer><dialog class="viewer" aria-label="\(text.picture)"><p class="acts"><b data-name></b>\
            <a class="button" data-keep download>\(text.save)</a><button type="button" data-close autofocus aria-label="\(text.close)">\(Self.cross)</button></p>\
            <button type="button" data-step="-1" aria-label="\(text.previous)">\(Icon.back)</button>\
            <button type="button" data-step="1" aria-label="\(text.next)">\(Icon.forward)</button></dialog></template>
            """
    }
    /// What the script that plays sounds says and shows; it stands once on the page.
    static func sounds(_ reader: Reader) -> HTML {
        let text = reader.language.attached
        return """
            <template data-sounds data-play="\(text.play)" data-pause="\(text.pause)" data-place="\(text.placeInSound)" data-of="\(text.ofLength)" data-pace="\(text.pace)" \
            data-failed="\(text.notNow)"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d="M8 5.5v13l10-6.5z"/></svg>\
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M8.5 6v12M15.5 6v12"/></svg></template>
            """
    }
    static let cross: HTML =
        #"<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d="M6 6l12 12M18 6L6 18"/></svg>"#
    static let clip: HTML =
        #"<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d="M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7L9.5 17a1.7 1.7 0 0 1-2.4-2.4L14 7.5"/></svg>"#
    static let microphone: HTML =
        #"<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d="M12 15a3.5 3.5 0 0 0 3.5-3.5v-5a3.5 3.5 0 0 0-7 0v5A3.5 3.5 0 0 0 12 15zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/></svg>"#

    /// What the composer's scripts say and show: they have no words of their own.
    static func words(_ reader: Reader) -> HTML {
        let text = reader.language.attached
        return """
            <template data-attaching data-sending="\(text.sending)" data-waiting="\(text.waitingForLine)" data-checking="\(text.checking)" data-ready="\(text.ready)" \
            data-failed="\(text.failed)" data-leaves="\(text.leavesWhenReady)" data-again="\(text.again)" data-take-off="\(text.takeOff)" data-not-now="\(text.notNow)" \
            data-chosen="\(text.chosen)" data-too-many="\(text.tooMany(AttachedFile.most))" data-most="\(AttachedFile.most)" data-stop="\(text.stop)" data-discard="\(text.discard)" \
            data-send-voice="\(text.sendVoice)" data-voice="\(text.voiceName)" data-no-microphone="\(text.noMicrophone)" data-level="\(text.level)" data-recorded="\(text.recorded)" \
            data-drop-here="\(text.dropHere)"><button type="button" class="voice" data-record aria-label="\(text.record)">\(Self.microphone)</button></template>
            """
    }
}

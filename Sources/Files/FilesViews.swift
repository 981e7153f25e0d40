import Kernel
import Markup
import WebCore

/// «Мои файлы»: values to markup, nothing else.
struct FilesViews {
    let reader: Reader
    private var text: any FilesText { reader.language.files }
    private var web: any WebText { reader.language.web }

    func page(_ own: OwnFiles, _ refused: Denial?) -> HTML {
        shell(
            text.ownFiles, reader, place: .more, islands: ["files/files"],
            """
            <header class="head"><a class="tool" href="/more" aria-label="\(text.back)">\(Icon.back)</a><div><h1>\(text.ownFiles)</h1><p>\(text.ownFilesHint)</p></div></header>
            <div class="narrow flow">\(form(own.rule, refused))<div data-files-list>\(list(own))</div></div>
            """)
    }

    private func form(_ rule: FileRule, _ refused: Denial?) -> HTML {
        let why: HTML? = refused.flatMap(reason).map { #"<p class="why" id="file-why" role="alert">\#($0)</p>"# }
        return """
            <form method="post" action="/files" enctype="multipart/form-data" class="flow upload" data-island="files/files" data-me="\(reader.viewer?.person.number ?? 0)"\(words)>\(reader.formField)
            <div><label for="file">\(text.choose)</label><input id="file" name="file" type="file" required aria-describedby="file-hint"\(why == nil ? nil : #" aria-invalid="true""# as HTML)>\(why)\
            <p class="hint" id="file-hint">\(text.limits(text.bytes(rule.largest), text.kinds(rule.kinds)))</p></div>
            <label class="check"><input type="checkbox" name="keepsOriginal" value="yes">\(text.keepOriginal)</label>
            <div class="acts"><button class="chief">\(text.send)</button><button type="button" data-record hidden>\(text.record)</button></div>
            <div class="recording flow" data-recording hidden></div><ul class="lines" data-uploads aria-live="polite"></ul></form>
            """
    }

    /// What the script says: it has no words of its own.
    private var words: HTML {
        """
         data-sending="\(text.sending)" data-waiting="\(text.waitingForLine)" data-checking="\(text.checking)" data-paused="\(text.paused)" data-failed="\(text.failed)" data-pause="\(text.pause)" data-go-on="\(text.goOn)" data-cancel="\(text.cancel)" data-stop="\(text.stopRecording)" data-voice="\(text.voiceName)" data-no-microphone="\(text.noMicrophone)" data-send-voice="\(text.sendVoice)" data-choose-again="\(text.chooseAgain)" data-level="\(text.level)"
        """
    }

    private func reason(_ denial: Denial) -> String? {
        switch denial {
        case .invalid(_, let reason), .conflict(let reason), .forbidden(let reason): reason.words(reader.language)
        default: nil
        }
    }

    func list(_ own: OwnFiles) -> HTML {
        let used: HTML = #"<p class="quiet small">\#(text.used(text.bytes(own.used), of: text.bytes(own.rule.quota)))</p>"#
        guard !own.files.isEmpty else { return #"<div class="empty"><b>\#(text.noFiles)</b>\#(text.noFilesHint)</div>"# }
        return #"\#(used)<ul class="lines">\#(each: own.files, line)</ul>"#
    }

    private func line(_ file: StoredFile) -> HTML {
        let name: HTML =
            file.state == .ready ? #"<a class="grow" href="\#(Link.file(file.id))">\#(words(file))</a>"# : #"<span class="grow">\#(words(file))</span>"#
        let button: HTML? =
            file.held > 0
            ? nil
            : #"<form method="post" action="\#(Link.removeFile(file.id))">\#(reader.formField)<button aria-label="\#(text.removeNamed(file.name))">\#(text.remove)</button></form>"#
        return #"<li data-file="\#(file.id.number)"><span class="line">\#(picture(file))\#(name)\#(button)</span></li>"#
    }

    private func words(_ file: StoredFile) -> HTML {
        let day = web.day(reader.zone.day(of: file.madeAt), today: reader.today), clock = web.time(reader.zone.minute(of: file.madeAt))
        let length = file.duration.map { " · " + text.length($0 / 1000) } ?? ""
        return "<b>\(file.name)</b><small>\(text.state(file)) · \(text.bytes(file.size))\(length) · \(day), \(clock)</small>"
    }

    private func picture(_ file: StoredFile) -> HTML? {
        file.state == .ready && file.small != nil
            ? #"<img class="file-picture" src="\#(Link.fileSmall(file.id))" alt="" loading="lazy" width="48" height="48">"# : nil
    }
}

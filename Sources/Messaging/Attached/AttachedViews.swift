import Files
import Kernel
import Markup
import WebCore

/// The files of one message as markup, the same for all its readers: names and numbers are data, words stand in `data-word`, a size in
/// `data-bytes`. Every picture and film has its width and height, so that nothing moves when it comes.
struct AttachedViews {
    /// Pixels of the longer side of what stands among the words.
    static let side = 320
    let place: AttachedPlace
    /// Missing where all readers get the same.
    let language: Language?

    func list(_ files: [AttachedFile]) -> HTML? {
        guard !files.isEmpty else { return nil }
        let pictures = files.filter(\.isViewed), others = files.filter { !$0.isViewed }
        return """
            <div class="files">\(pictures.isEmpty ? nil : shots(pictures))\(each: others, other)</div>
            """
    }

    /// The field of a form's page where files are chosen.
    static func picker(_ reader: Reader, id: String = "files") -> HTML {
        let text = reader.language.attached
        return """
            <label for="\(id)">\(text.attach)</label><input id="\(id)" name="files" type="file" multiple aria-describedby="\(id)-hint">\
            <p class="hint" id="\(id)-hint">\(text.attachHint(AttachedFile.most, MultipartForm.largest >> 20))</p>
            """
    }

    // MARK: Pictures and films

    private func shots(_ files: [AttachedFile]) -> HTML {
        let columns = files.count == 1 ? 1 : files.count == 2 || files.count == 4 ? 2 : 3
        return #"<ul class="shots in-\#(columns)">\#(each: files, { "<li>\(shot($0))</li>" })</ul>"#
    }

    /// Leads to a page with the picture or the film; a script opens it over the thread.
    func shot(_ file: AttachedFile) -> HTML {
        let (width, height) = Self.size(file.file), hasPicture = file.file.small != nil
        return """
            <a class="shot\(file.isFilm ? " film" : "")" href="\(place.view(file))" data-shot="\(hasPicture ? place.large(file).text : "")"\
            \(file.isFilm ? #" data-film="\#(place.whole(file))""# as HTML : nil) data-save="\(place.save(file))">\
            \(hasPicture ? #"<img src="\#(place.small(file))" alt="\#(file.file.name)" width="\#(width)" height="\#(height)" loading="lazy" decoding="async">"# as HTML : "<b>\(file.file.name)</b>")\
            \(file.isFilm ? file.file.duration.map { "<small>\(Language.ru.fileLength(milliseconds: $0))</small>" as HTML } : nil)</a>
            """
    }

    /// As large as the small picture is.
    private static func size(_ file: StoredFile) -> (Int, Int) {
        let (width, height) = (max(1, file.width ?? side), max(1, file.height ?? side)), longer = max(width, height)
        return longer <= side ? (width, height) : (max(1, width * side / longer), max(1, height * side / longer))
    }

    // MARK: The rest

    func other(_ file: AttachedFile) -> HTML {
        switch (file.file.state, file.file.kind) {
        case (.ready, .audio?): sound(file)
        case (.ready, _): paper(file)
        case (.checking, _), (.uploading, _): notHere(file, .fileChecking)
        case (.refused, _): notHere(file, .fileRefused)
        case (.erased, _): #"<p class="paper quiet"><i data-word="\#(MessageViews.Word.fileGone.rawValue)">\#(word(.fileGone))</i></p>"#
        }
    }

    /// The browser plays it; a script makes a slider of its shape.
    private func sound(_ file: AttachedFile) -> HTML {
        """
        <figure class="sound" data-island="messaging/sound" data-milliseconds="\(file.file.duration ?? 0)">\(file.file.waveform.map(Self.waveform))<audio controls preload="none" src="\(place.whole(file))" aria-label="\(file.file.name)"></audio>\
        <figcaption>\(Self.withoutEnding(file.file.name))\(file.file.duration.map { " · \(Language.ru.fileLength(milliseconds: $0))" as HTML })</figcaption></figure>
        """
    }

    private static func withoutEnding(_ name: String) -> String {
        name.lastIndex(of: ".").map { String(name[..<$0]) }.flatMap { $0.isEmpty ? nil : $0 } ?? name
    }

    /// A bar for each height, drawn as one line of strokes.
    static func waveform(_ heights: [UInt8]) -> HTML {
        let bars = heights.enumerated().map { place, height in
            let tall = max(1, Int(height) * 28 / 255)
            return "M\(place * 4 + 2) \(16 - tall / 2)v\(tall)"
        }
        return #"<svg class="shape" viewBox="0 0 \#(heights.count * 4) 32" preserveAspectRatio="none" aria-hidden="true"><path d="\#(bars.joined())"/></svg>"#
    }

    private func paper(_ file: AttachedFile) -> HTML {
        """
        <a class="paper" href="\(place.save(file))" download="\(file.file.name)">\(ending(file))<span><b>\(file.file.name)</b>\
        <small data-bytes="\(file.file.size)">\(language.map { $0.fileSize(file.file.size) } ?? "")</small></span></a>
        """
    }

    /// Nothing of it is given out.
    private func notHere(_ file: AttachedFile, _ why: MessageViews.Word) -> HTML {
        """
        <p class="paper quiet">\(ending(file))<span><b>\(file.file.name)</b><small><i data-word="\(why.rawValue)">\(word(why))</i></small></span></p>
        """
    }

    private func ending(_ file: AttachedFile) -> HTML {
        let ending = file.file.name.split(separator: ".").dropFirst().last.map { $0.prefix(4).uppercased() } ?? ""
        return #"<span class="ending" aria-hidden="true">\#(ending)</span>"#
    }

    private func word(_ word: MessageViews.Word) -> String { language.map(word.said(in:)) ?? "" }
}

import Foundation

/// What is made of sound and film by ffmpeg, in processes of its own: a form that every browser plays, without what the telephone has
/// written into it, the length, a film's picture, a sound's shape.
struct MediaMaking {
    let workshop: Workshop
    let keepsOriginal: Bool

    /// Seconds that making a playable form of a film may take; a longer film is kept for downloading as it is.
    private static let patience = 600
    /// Seconds; who says more of a sound or a film does not say the truth.
    private static let longest = 10_000_000.0
    /// Only these are opened, whatever a file says it is: a playlist would name other files of this machine.
    private static let formats = "mov,matroska,webm,avi,mpeg,mpegts,mp3,aac,ogg,wav,flac,aiff,amr,asf,caf"
    private var guardWords: [String] { ["-v", "error", "-protocol_whitelist", "file", "-format_whitelist", Self.formats] }
    private var source: String { workshop.source.path(percentEncoded: false) }

    /// `nil` where it is neither, or cannot be made playable: it is then a file like any other.
    func run(_ name: FileName, _ mediaType: String) throws -> FoundFile? {
        guard let probe = try probe(), let seconds = probe.seconds, seconds > 0, seconds < Self.longest else { return nil }
        let isFilm = probe.film != nil
        guard isFilm || probe.sound != nil, let playable = try playable(probe) else { return nil }
        let whole = keepsOriginal ? workshop.place("original") : playable.url
        if keepsOriginal { try FileManager.default.copyItem(at: workshop.source, to: whole) }
        var found = FoundFile(
            kind: isFilm ? .video : .audio, mediaType: keepsOriginal ? mediaType : playable.type,
            name: keepsOriginal ? name.text : name.ending(with: playable.ending), whole: try MadeContent(whole))
        found.duration = Int((seconds * 1000).rounded())
        if isFilm {
            try addPicture(to: &found, after: min(1, seconds / 10))
        } else {
            found.waveform = try waveform()
        }
        return found
    }

    // MARK: What it is

    private struct Probe: Decodable {
        struct Stream: Decodable {
            let codec_type: String?, codec_name: String?, pix_fmt: String?
            let disposition: [String: Int]?
            var isPicture: Bool { disposition?["attached_pic"] == 1 }
        }
        struct Format: Decodable { let duration: String?, format_name: String? }
        let streams: [Stream]?
        let format: Format?

        var film: Stream? { streams?.first { $0.codec_type == "video" && !$0.isPicture } }
        var sound: Stream? { streams?.first { $0.codec_type == "audio" } }
        var seconds: Double? { format?.duration.flatMap(Double.init) }
    }

    private func probe() throws -> Probe? {
        let arguments = guardWords + ["-print_format", "json", "-show_format", "-show_streams", source]
        guard let data = try Tool(name: "ffprobe", seconds: 30).words(arguments, in: workshop.folder),
            let probe = try? JSONDecoder().decode(Probe.self, from: data)
        else { return nil }
        // What a browser has just recorded does not say how long it is: it is written anew, which counts.
        guard probe.seconds == nil, probe.film != nil || probe.sound != nil else { return probe }
        let whole = workshop.place("counted.mkv")
        guard try ffmpeg(["-i", source, "-map", "0", "-c", "copy", "-f", "matroska", whole.path(percentEncoded: false)], seconds: 120) else { return nil }
        let again = guardWords + ["-print_format", "json", "-show_format", "-show_streams", whole.path(percentEncoded: false)]
        return try Tool(name: "ffprobe", seconds: 30).words(again, in: workshop.folder).flatMap { try? JSONDecoder().decode(Probe.self, from: $0) }
    }

    // MARK: A form that plays everywhere

    private func playable(_ probe: Probe) throws -> (url: URL, type: String, ending: String)? {
        guard let film = probe.film else { return try playableSound(probe) }
        let place = workshop.place("whole.mp4"), path = place.path(percentEncoded: false),
            plain = ["-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4", path]
        let streams = ["-map", "0:v:0", "-map", "0:a:0?", "-sn", "-dn"]
        let isPlain = film.codec_name == "h264" && film.pix_fmt == "yuv420p",
            hasPlainSound = probe.sound.map { ["aac", "mp3"].contains($0.codec_name) } ?? true
        let picture = isPlain ? ["-c:v", "copy"] : Self.film
        let sound = hasPlainSound ? ["-c:a", "copy"] : ["-c:a", "aac", "-b:a", "96k", "-ac", "2"]
        let isMade = try ffmpeg(["-i", source] + streams + picture + sound + plain, seconds: isPlain ? 120 : Self.patience)
        return isMade ? (place, "video/mp4", "mp4") : nil
    }

    /// H.264, at most 1280 wide and even, on one thread: the machine has others to serve.
    private static let film = [
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "26", "-pix_fmt", "yuv420p", "-threads", "1", "-vf",
        "scale='min(1280,iw)':-2:flags=bilinear,setsar=1",
        "-r", "30",
    ]

    private func playableSound(_ probe: Probe) throws -> (url: URL, type: String, ending: String)? {
        if probe.sound?.codec_name == "mp3" {
            let place = workshop.place("whole.mp3")
            let isMade = try ffmpeg(
                ["-i", source, "-map", "0:a:0", "-c", "copy", "-map_metadata", "-1", "-f", "mp3", place.path(percentEncoded: false)], seconds: 120)
            return isMade ? (place, "audio/mpeg", "mp3") : nil
        }
        let place = workshop.place("whole.m4a"), sound = probe.sound?.codec_name == "aac" ? ["-c", "copy"] : ["-c:a", "aac", "-b:a", "64k"]
        let isMade = try ffmpeg(
            ["-i", source, "-map", "0:a:0"] + sound + ["-map_metadata", "-1", "-movflags", "+faststart", "-f", "mp4", place.path(percentEncoded: false)],
            seconds: 300)
        return isMade ? (place, "audio/mp4", "m4a") : nil
    }

    // MARK: What pages show

    private func addPicture(to found: inout FoundFile, after seconds: Double) throws {
        let place = workshop.place("poster.png"), path = place.path(percentEncoded: false)
        guard try ffmpeg(["-ss", String(seconds), "-i", source, "-map", "0:v:0", "-frames:v", "1", "-threads", "1", "-f", "image2", path], seconds: 60),
            let head = try PhotoMaking.head(of: place, in: workshop), let pictures = try PhotoMaking.thumbnails(of: place, in: workshop)
        else { return }
        (found.small, found.large, found.width, found.height) = (pictures.small, pictures.large, head.width, head.height)
    }

    private func waveform() throws -> [UInt8]? {
        let place = workshop.place("sound.raw")
        let arguments = ["-i", source, "-map", "0:a:0", "-ac", "1", "-ar", "8000", "-t", "7200", "-f", "s16le", place.path(percentEncoded: false)]
        return try ffmpeg(arguments, seconds: 120) ? try Waveform.of(place) : nil
    }

    private func ffmpeg(_ arguments: [String], seconds: Int) throws -> Bool {
        try Tool(name: "ffmpeg", seconds: seconds).run(["-nostdin", "-y"] + guardWords + arguments, in: workshop.folder)
    }
}

/// The shape of a sound, for drawing.
enum Waveform {
    static let count = 64

    /// 64 heights, the loudest 255, of a file of 16-bit samples; `nil` for an empty one.
    static func of(_ file: URL) throws -> [UInt8]? {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        let samples = Int(try handle.seekToEnd() / 2)
        try handle.seek(toOffset: 0)
        guard samples > 0 else { return nil }
        var peaks = [Int](repeating: 0, count: count), place = 0
        while let piece = try handle.read(upToCount: 1 << 20), piece.count > 1 {
            piece.withUnsafeBytes { bytes in
                for at in stride(from: 0, to: bytes.count - 1, by: 2) where place < samples {
                    let sample = Int(Int16(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Int16.self)))
                    let column = place * count / samples
                    peaks[column] = max(peaks[column], abs(sample))
                    place += 1
                }
            }
        }
        guard let loudest = peaks.max(), loudest > 0 else { return [UInt8](repeating: 0, count: count) }
        return peaks.map { UInt8($0 * 255 / loudest) }
    }
}

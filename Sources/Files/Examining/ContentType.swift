internal import CMagic
import Foundation

/// What a file is, by its bytes and, where those say only “text” or nothing, by its ending.
struct ContentType: Hashable, Sendable {
    enum Nature: Hashable, Sendable {
        case kind(FileKind)
        /// A ZIP, which is looked into: an archive, an office document, a program.
        case zip
        /// What a machine would run. Never taken.
        case program
        /// An archive that cannot be looked into here.
        case otherArchive
    }
    let nature: Nature
    let mediaType: String

    /// `nil` where the file cannot be read.
    init?(of file: URL, ending: String) {
        guard let found = Self.magic(file) else { return nil }
        self.init(found: found, ending: ending)
    }

    init(found: String, ending: String) {
        mediaType = found
        if Self.programEndings.contains(ending) || Self.programs.contains(found) {
            nature = .program
        } else if Self.isZip(found) {
            nature = .zip
        } else if Self.otherArchives.contains(found) {
            nature = .otherArchive
        } else if Self.photos.contains(found) {
            nature = .kind(.photo)
        } else if found.hasPrefix("video/") {
            nature = .kind(.video)
        } else if found.hasPrefix("audio/") || found == "application/ogg" {
            nature = .kind(.audio)
        } else if found.hasPrefix("text/") || found == "application/javascript" || found == "image/svg+xml" {
            nature = .kind(Self.isCode(found, ending) ? .code : .document)
        } else {
            nature = .kind(.document)
        }
    }

    private static let photos: Set<String> = ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"]
    private static let programs: Set<String> = [
        "application/x-dosexec", "application/vnd.microsoft.portable-executable", "application/x-executable", "application/x-pie-executable",
        "application/x-sharedlib", "application/x-object", "application/x-mach-binary", "application/x-msdownload", "application/x-ms-shortcut",
        "application/java-archive", "application/x-java-applet", "application/vnd.android.package-archive", "application/x-msi", "application/x-wasm",
        "application/vnd.debian.binary-package", "application/x-rpm", "application/wasm", "application/x-ms-installer",
    ]
    private static let otherArchives: Set<String> = [
        "application/x-rar", "application/vnd.rar", "application/x-7z-compressed", "application/gzip", "application/x-gzip", "application/x-tar",
        "application/x-bzip2", "application/x-xz", "application/zstd", "application/x-lzma", "application/x-lzip", "application/vnd.ms-cab-compressed",
        "application/x-iso9660-image", "application/x-lz4",
    ]
    /// What Windows runs at a double click, whatever is inside.
    static let programEndings: Set<String> = [
        "exe", "com", "scr", "pif", "bat", "cmd", "msi", "msp", "msc", "cpl", "dll", "sys", "vbs", "vbe", "jse", "wsf", "wsh", "wsc", "hta", "ps1", "psm1",
        "lnk", "url", "reg", "inf", "scf", "jar", "apk", "xapk", "appimage", "deb", "rpm", "dmg", "pkg", "iso", "img", "vhd", "chm", "application", "gadget",
        "ade", "adp", "xll", "settingcontent-ms",
    ]
    private static let codeEndings: Set<String> = [
        "py", "pyw", "js", "mjs", "ts", "php", "sh", "bash", "pl", "rb", "html", "htm", "xhtml", "mht", "mhtml", "svg", "c", "cpp", "h", "cs", "java", "kt",
        "swift", "pas", "go", "rs", "lua", "sql", "css",
    ]
    private static let textEndings: Set<String> = ["txt", "md", "csv", "tsv", "log", "tex", "srt", "vtt", "rtf", "ics", "vcf"]

    private static func isZip(_ found: String) -> Bool {
        ["application/zip", "application/epub+zip", "application/x-zip"].contains(found) || found.hasPrefix("application/vnd.openxmlformats")
            || found.hasPrefix("application/vnd.oasis.opendocument")
    }

    /// Prose may begin like a program: what is named as text is text, for it is shown as nothing else.
    private static func isCode(_ found: String, _ ending: String) -> Bool {
        if codeEndings.contains(ending) { return true }
        if textEndings.contains(ending) || ["text/plain", "text/csv", "text/rtf"].contains(found) { return false }
        return true
    }

    private static func magic(_ file: URL) -> String? {
        guard let cookie = magic_open(MAGIC_MIME_TYPE) else { return nil }
        defer { magic_close(cookie) }
        guard magic_load(cookie, nil) == 0, let found = magic_file(cookie, file.path(percentEncoded: false)) else { return nil }
        // «application/x-executable, no program header»
        return String(String(cString: found).prefix { $0 != "," && $0 != ";" })
    }
}

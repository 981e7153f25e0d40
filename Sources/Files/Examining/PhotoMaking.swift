import Foundation

/// What is made of a photo by libvips, in processes of its own: upright, without what the camera has written into it (the place where it
/// was taken, the camera's number), in the colours every screen shows; and two small ones for pages.
struct PhotoMaking {
    let workshop: Workshop
    let keepsOriginal: Bool

    /// Pixels of the largest photo: a telephone's 108 million are, what a bomb of a few kilobytes unpacks to is not.
    static let mostPixels = 120_000_000
    private static let tool = Tool(name: "vipsthumbnail", seconds: 60)
    static let small = 320, large = 1280

    func run(_ name: FileName, _ mediaType: String) throws -> LookOutcome {
        let source = workshop.source
        guard let head = try Self.head(of: source, in: workshop) else { return .refused(.unreadable, about: nil) }
        guard head.width * head.height <= Self.mostPixels else { return .refused(.pixels, about: "\(head.width)×\(head.height)") }
        let (type, ending) = Self.kept(head.loader)
        let whole = workshop.place("whole.\(ending)")
        if keepsOriginal {
            try FileManager.default.copyItem(at: source, to: whole)
        } else {
            // `>`: never larger than it is.
            guard try Self.make(source, whole, side: 16_384, options: ending == "png" ? "[strip]" : "[Q=90,strip]", in: workshop) else {
                return .refused(.unreadable, about: nil)
            }
        }
        guard let pictures = try Self.thumbnails(of: source, in: workshop),
            let shown = try Self.head(of: keepsOriginal ? pictures.large.url : whole, in: workshop)
        else { return .refused(.unreadable, about: nil) }
        let keptName = keepsOriginal || Self.fits(name.ending, ending) ? name.text : name.ending(with: ending)
        let size = keepsOriginal ? Self.turned(head, like: shown) : (shown.width, shown.height)
        return .taken(
            FoundFile(
                kind: .photo, mediaType: keepsOriginal ? mediaType : type, name: keptName, whole: try MadeContent(whole), small: pictures.small,
                large: pictures.large, width: size.0, height: size.1))
    }

    /// The two pictures for pages; of a photo, or of a film's one.
    static func thumbnails(of source: URL, in workshop: Workshop) throws -> (small: MadeContent, large: MadeContent)? {
        let (small, large) = (workshop.place("small.webp"), workshop.place("large.webp"))
        guard try make(source, large, side: Self.large, options: "[Q=78,strip]", in: workshop),
            try make(large, small, side: Self.small, options: "[Q=72,strip]", in: workshop)
        else { return nil }
        return (try MadeContent(small), try MadeContent(large))
    }

    private static func make(_ from: URL, _ to: URL, side: Int, options: String, in workshop: Workshop) throws -> Bool {
        let arguments = [
            "--size", "\(side)x\(side)>", "--eprofile", "srgb", "--output", to.path(percentEncoded: false) + options, from.path(percentEncoded: false),
        ]
        guard try tool.run(arguments, in: workshop.folder) else { return false }
        return to.pathExtension == "webp" ? try WebPMetadata.remove(from: to) : true
    }

    struct Head { let width, height: Int, loader: String }

    /// By the head alone: nothing is unpacked. `nil` for what none of the four loaders reads.
    static func head(of file: URL, in workshop: Workshop) throws -> Head? {
        let data = try Tool(name: "vipsheader", seconds: 20).words([file.path(percentEncoded: false)], in: workshop.folder, atMost: 4096)
        // «/…/7: 4000x3000 uchar, 3 bands, srgb, jpegload»
        guard let data, let match = String(decoding: data, as: UTF8.self).firstMatch(of: /: (\d+)x(\d+) .*, ([a-z0-9]+)load/), let width = Int(match.1),
            let height = Int(match.2), width > 0, height > 0, ["jpeg", "png", "webp", "heif"].contains(match.3)
        else { return nil }
        return Head(width: width, height: height, loader: String(match.3))
    }

    private static func kept(_ loader: String) -> (type: String, ending: String) {
        switch loader {
        case "png": ("image/png", "png")
        case "webp": ("image/webp", "webp")
        default: ("image/jpeg", "jpg")
        }
    }
    private static func fits(_ ending: String, _ kept: String) -> Bool { ending == kept || (kept == "jpg" && ending == "jpeg") }

    /// A photo that was kept as it came may lie on its side: its measures as it is shown.
    private static func turned(_ head: Head, like shown: Head) -> (Int, Int) {
        (head.width > head.height) == (shown.width > shown.height) ? (head.width, head.height) : (head.height, head.width)
    }
}

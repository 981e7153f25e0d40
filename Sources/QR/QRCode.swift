import CQREncode

/// A QR code's squares, row by row (ISO/IEC 18004, error correction M). The squares alone: the quiet zone is the drawing's.
public struct QRCode: Hashable, Sendable {
    public let width: Int
    public let isDark: [Bool]

    /// `nil` for a text that no QR code holds.
    public init?(_ text: String) {
        guard !text.isEmpty, !text.utf8.contains(0), let made = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
        defer { QRcode_free(made) }
        guard let squares = made.pointee.data else { return nil }
        let width = Int(made.pointee.width)
        self.width = width
        isDark = (0..<width * width).map { squares[$0] & 1 == 1 }
    }

    /// The dark squares as the path of an SVG drawing, one stroke for each run of a row; `margin` light squares stand around.
    public func path(margin: Int) -> String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                guard isDark[row * width + column] else { column += 1; continue }
                let start = column
                while column < width, isDark[row * width + column] { column += 1 }
                path += "M\(start + margin) \(row + margin)h\(column - start)v1h-\(column - start)z"
            }
        }
        return path
    }
}

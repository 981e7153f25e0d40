import Documents
import Kernel
import WebCore

/// A scan of a signed paper, drawn: lines where a text would be and a flourish under them. Nothing on it can be read.
enum PaperScan {
    /// Throws what `Scan` does.
    static func make(_ name: String) throws -> Scan { try Scan(UploadedFile(name: "\(name).pdf", bytes: pdf()), field: "scan") }
    static func file(_ name: String) -> UploadedFile { UploadedFile(name: "\(name).pdf", bytes: pdf()) }

    private static func pdf() -> [UInt8] {
        let drawing = drawing()
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            "<< /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream",
        ]
        var text = "%PDF-1.4\n", places: [Int] = []
        for (place, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(place + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + places.map { "\(padded($0)) 00000 n \n" }.joined()
        return Array((text + "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n").utf8)
    }

    private static func padded(_ number: Int) -> String { String(repeating: "0", count: max(0, 10 - String(number).count)) + String(number) }

    private static func drawing() -> String {
        let heading = "4 w 190 760 m 405 760 l S "
        let lines = (0..<22).map { "1.2 w 70 \(710 - $0 * 20) m \($0 % 7 == 6 ? 320 : 525) \(710 - $0 * 20) l S " }.joined()
        return "0.45 G " + heading + lines + "0.1 0.15 0.5 RG 1.6 w 360 190 m 380 235 395 160 410 200 c 420 225 430 170 450 195 c 470 215 480 185 510 200 c S"
    }
}

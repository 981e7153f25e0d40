import CZlib
import Foundation
import WebCore

/// Pictures for chats, drawn as they are needed: hills under a sky, and the plan of a way. As PNG, which is little more than zlib.
struct DrawnPicture {
    typealias Colour = (red: Double, green: Double, blue: Double)
    private let width: Int, height: Int
    /// From 0 to 1 across and down.
    private let colour: (_ x: Double, _ y: Double) -> Colour

    // MARK: What is on them

    private struct Row {
        let height: Double, phase: Double, waves: Double, shade: Double
        init(_ place: Int, _ dice: inout Dice) {
            height = 0.45 + 0.16 * Double(place)
            phase = 6.3 * dice.share()
            waves = 4 + 3 * dice.share()
            shade = 1 - 0.25 * Double(place)
        }
        func hides(_ x: Double, _ y: Double) -> Bool {
            let wave: Double = 0.06 * sin(waves * x + phase), ripple: Double = 0.02 * sin(23 * x + phase)
            return y > height + wave + ripple
        }
    }

    /// Three rows of hills; each number gives others, at another hour.
    static func hills(_ number: Int, width: Int = 480, height: Int = 360) -> DrawnPicture {
        var dice = Dice("hills \(number)")
        let hour = dice.share(), sunX = 0.15 + 0.7 * dice.share(), sunY = 0.15 + 0.2 * dice.share()
        let rows = [Row(2, &dice), Row(1, &dice), Row(0, &dice)]
        return DrawnPicture(width: width, height: height) { x, y in
            for row in rows where row.hides(x, y) {
                let red: Double = 0.35 + 0.3 * hour, blue: Double = 0.3 + 0.1 * hour
                return (row.shade * red, row.shade * 0.62, row.shade * blue)
            }
            let across: Double = x - sunX, down: Double = y - sunY, distance = (1.8 * across * across + down * down).squareRoot()
            guard distance > 0.07 else { return (1, 0.95, 0.7) }
            let glow = max(0, 0.35 - distance), red: Double = 0.55 + 0.4 * hour * (1 - y), blue: Double = 0.95 - 0.3 * hour
            return (red + glow, 0.72 + glow, blue + glow)
        }
    }

    /// A place on the plan: from left to right, from top to bottom.
    private struct Patch {
        let across: ClosedRange<Double>, down: ClosedRange<Double>
        func has(_ x: Double, _ y: Double) -> Bool { across.contains(x) && down.contains(y) }
    }

    /// Two buildings on paper, a garden, and a dotted way from one to the other.
    static func plan(width: Int = 480, height: Int = 360) -> DrawnPicture {
        let houses = [Patch(across: 0.08...0.34, down: 0.12...0.42), Patch(across: 0.62...0.92, down: 0.57...0.88)]
        let way = [
            Patch(across: 0.2...0.22, down: 0.42...0.51), Patch(across: 0.2...0.78, down: 0.49...0.51), Patch(across: 0.76...0.78, down: 0.49...0.57),
        ]
        let garden = Patch(across: 0.42...0.58, down: 0.1...0.4), paper: Colour = (0.98, 0.97, 0.94)
        return DrawnPicture(width: width, height: height) { x, y in
            if houses.contains(where: { $0.has(x, y) }) { return (0.85, 0.82, 0.76) }
            if way.contains(where: { $0.has(x, y) }) { return Int((x + y) * 60) % 2 == 0 ? (0.75, 0.2, 0.15) : paper }
            return garden.has(x, y) ? (0.72, 0.85, 0.68) : paper
        }
    }

    func file(_ name: String) -> UploadedFile { UploadedFile(name: "\(name).png", bytes: png()) }

    // MARK: PNG

    private func png() -> [UInt8] {
        var head: [UInt8] = []
        for side in [width, height] { head += Self.bytes(UInt32(side)) }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.part("IHDR", head + [8, 2, 0, 0, 0]) + Self.part("IDAT", Self.packed(rows()))
            + Self.part("IEND", [])
    }

    private func rows() -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(height * (1 + 3 * width))
        for row in 0..<height {
            rows.append(0)
            for column in 0..<width {
                let colour = colour(Double(column) / Double(width), Double(row) / Double(height))
                for share in [colour.red, colour.green, colour.blue] { rows.append(UInt8(255 * min(1, max(0, share)))) }
            }
        }
        return rows
    }

    private static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(length))
        return compress2(&packed, &length, bytes, UInt(bytes.count), 6) == Z_OK ? Array(packed.prefix(Int(length))) : []
    }

    private static func part(_ kind: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(kind.utf8) + content
        return bytes(UInt32(content.count)) + named + bytes(UInt32(truncatingIfNeeded: crc32(0, named, UInt32(named.count))))
    }

    private static func bytes(_ number: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
}

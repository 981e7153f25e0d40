import Foundation
import WebCore

/// A school's bell, rung three times: as WAV, which is nothing but its samples.
enum RungBell {
    private static let rate = 8_000
    /// What a bell sounds of: parts of its pitch, how loud, how soon they fade.
    private static let tones: [(pitch: Double, loud: Double, fading: Double)] = [(620, 0.4, 2.2), (1_240, 0.25, 3.1), (1_860, 0.15, 4.5), (2_510, 0.1, 6)]

    static func file(_ name: String) -> UploadedFile { UploadedFile(name: "\(name).wav", bytes: wav()) }

    private static func wav() -> [UInt8] {
        let samples = (0..<(rate * 4)).map { place in UInt8(128 + 110 * min(1, max(-1, swing(at: Double(place) / Double(rate))))) }
        // One channel, a byte a sample.
        let form = number(16, 4) + number(1, 2) + number(1, 2) + number(rate, 4) + number(rate, 4) + number(1, 2) + number(8, 2)
        return Array("RIFF".utf8) + number(36 + samples.count, 4) + Array("WAVEfmt ".utf8) + form + Array("data".utf8) + number(samples.count, 4) + samples
    }

    private static func swing(at second: Double) -> Double {
        var swing = 0.0
        for stroke in [0, 0.9, 1.8] where stroke <= second {
            let since = second - stroke
            for tone in tones { swing += tone.loud * exp(-tone.fading * since) * sin(2 * .pi * tone.pitch * since) }
        }
        return swing
    }

    private static func number(_ number: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
}

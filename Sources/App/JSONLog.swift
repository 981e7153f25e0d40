import Foundation
import Kernel
import Logging

/// One JSON object a line on standard error: time, level, message, and what the place of the call knows.
public struct JSONLog: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level
    private let label: String

    public init(label: String, level: Logger.Level) {
        self.label = label
        logLevel = level
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var line: [UInt8] = Array("{\"time\":\"".utf8)
        line += Self.time(.now).utf8
        line += "\",\"level\":\"\(event.level.rawValue)\",\"label\":\"\(label)\",\"message\":".utf8
        Self.append(event.message.description, to: &line)
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { _, new in new }).sorted(by: { $0.key < $1.key }) {
            line.append(UInt8(ascii: ","))
            Self.append(key == "hb.request.id" ? "request" : key, to: &line)
            line.append(UInt8(ascii: ":"))
            Self.append(value.description, to: &line)
        }
        line += "}\n".utf8
        // One call a line: lines of several threads do not mix.
        line.withUnsafeBytes { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }

    /// `2026-11-10T06:10:00.123Z`
    private static func time(_ moment: Moment) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let day = Day(number: Int(moment.milliseconds / 86_400_000))
        let rest = Int(moment.milliseconds % 86_400_000), (seconds, millis) = (rest / 1000, rest % 1000)
        return "\(day)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60)).\(millis < 100 ? "0" : "")\(two(millis))Z"
    }

    /// Text as JSON writes it: nothing that is logged can end the line or the string early.
    private static func append(_ text: String, to line: inout [UInt8]) {
        line.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), byte]
            case 0x20...: line.append(byte)
            default: line += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            }
        }
        line.append(UInt8(ascii: "\""))
    }
}

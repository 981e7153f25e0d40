import Foundation
import Interchange

/// Files that nobody in this project wrote. Their folder is named by `ZVONOK_SHARED_DATA`, or stands beside the work trees.
enum RealData {
    static let folder: URL = {
        if let named = ProcessInfo.processInfo.environment["ZVONOK_SHARED_DATA"] { return URL(fileURLWithPath: named) }
        var up = URL(fileURLWithPath: #filePath)
        for _ in 0..<6 {
            up = up.deletingLastPathComponent()
            let found = up.appendingPathComponent("shared/data")
            if FileManager.default.fileExists(atPath: found.path) { return found }
        }
        return URL(fileURLWithPath: "/nonexistent")
    }()
    static let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("README.md").path)

    static let timetable = folder.appendingPathComponent("timetables/medical-college-ru.fet")
    static let oneRoster = folder.appendingPathComponent("oneroster-v1p2/v1p2_full_dataset.zip")
    static let schoolDataSync = folder.appendingPathComponent("oneroster-sds-v2.1")

    static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

    /// All files of a delivery.
    static func files(_ url: URL) throws -> [(name: String, bytes: [UInt8])] {
        let files = try ImportFiles(at: url)
        return try files.names.map { ($0, try files.bytes(of: $0) ?? []) }
    }
}

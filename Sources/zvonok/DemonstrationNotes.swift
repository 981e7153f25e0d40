import Accounts
import App
import Demonstration
import Foundation
import Kernel

/// Where the demonstration school's sign-ins are written down, for whoever tries the product out.
enum DemonstrationNotes {
    static func file(_ settings: Settings) -> URL { URL(filePath: settings.data).appending(path: "demonstration-sign-ins.txt") }

    /// Only the owner may read the file.
    static func write(_ signIns: [SignIn], _ password: Password, _ settings: Settings) throws {
        let folder = URL(filePath: settings.data).path(percentEncoded: false), path = file(settings).path(percentEncoded: false)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try? FileManager.default.removeItem(atPath: path)
        guard FileManager.default.createFile(atPath: path, contents: Data(text(signIns, password).utf8), attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
    }

    private static func text(_ signIns: [SignIn], _ password: Password) -> String {
        let width = signIns.map(\.role.count).max() ?? 0, loginWidth = signIns.map(\.login.count).max() ?? 0
        let lines = signIns.map { "\(padded($0.role, width))  \(padded($0.login, loginWidth))  \($0.name.full) — \($0.about)\n" }
        return "A demonstration school. Everyone's password is \(password.forPaper)\n" + lines.joined()
    }

    private static func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: width - text.count) }
}

import Foundation

/// The program that takes letters, whole, on its standard input, and knows from their heads where they go (`/usr/sbin/sendmail -t -i`,
/// `/usr/bin/msmtp -t`). Addresses never become arguments.
struct MailCommand: Sendable {
    private let program: String
    private let arguments: [String]
    let from: String
    /// Seconds after which the program is ended.
    private static let patience = 30.0

    /// Throws `MailCommandError` for what is no program, or a sender that is no address.
    init(_ words: String, from: String) throws {
        let parts = words.split(separator: " ").map(String.init)
        guard let first = parts.first, first.hasPrefix("/"), FileManager.default.isExecutableFile(atPath: first) else {
            throw MailCommandError(description: "mail-command must begin with the full path of a program, not “\(words)”")
        }
        guard (try? MailAddress.checked(from)) == from else {
            throw MailCommandError(description: "mail-from must be a plain address such as zvonok@school.example, not “\(from)”")
        }
        program = first
        arguments = Array(parts.dropFirst())
        self.from = from
    }

    /// Whether the program has taken the letter. Waits on a thread of its own: the program may be slow.
    func send(_ letter: Letter) async -> Bool {
        await withCheckedContinuation { done in
            Thread.detachNewThread { done.resume(returning: run(letter)) }
        }
    }

    private func run(_ letter: Letter) -> Bool {
        let process = Process(), input = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return false }
        let watch = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience, execute: watch)
        // Letters are far shorter than a pipe holds, so this does not wait for the program.
        try? input.fileHandleForWriting.write(contentsOf: Data(letter.text.utf8))
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        watch.cancel()
        return process.terminationReason == .exit && process.terminationStatus == 0
    }
}

/// A setting is wrong; the words are for the person at the command line.
struct MailCommandError: Error, CustomStringConvertible { let description: String }

import Foundation
import Kernel

/// Signs for ЕСИА with the school's key, which sits in a token or a safe place of its own and never comes here.
public protocol EsiaSigner: Sendable {
    /// A detached CMS signature (PKCS #7) of the bytes, DER.
    func signature(of bytes: [UInt8]) async throws -> [UInt8]
}

/// Signs by a command: the text on its input, DER on its output. For instance
/// `openssl cms -sign -engine gost -binary -outform DER -signer certificate.pem -inkey key.pem`, or CryptoPro's `cryptcp`.
public struct CommandSigner: EsiaSigner {
    let command: [String]
    private static let longestAnswer = 64 * 1024
    /// Seconds after which a command that says nothing is stopped.
    private static let patience = 10.0

    public init(command: [String]) { self.command = command }

    public func signature(of bytes: [UInt8]) async throws -> [UInt8] {
        let command = command
        let answer = await withCheckedContinuation { done in
            DispatchQueue.global().async { done.resume(returning: try? Self.run(command, bytes)) }
        }
        guard let answer, !answer.isEmpty, answer.count <= Self.longestAnswer else { throw OutsideTrouble.signing }
        return answer
    }

    /// A command that ends before it has read all must not end the server with it.
    static let isSafeFromBrokenPipes: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return true
    }()

    private static func run(_ command: [String], _ bytes: [UInt8]) throws -> [UInt8]? {
        guard isSafeFromBrokenPipes else { return nil }
        let process = Process(), input = Pipe(), output = Pipe()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, FileHandle.nullDevice)
        try process.run()
        let stop = DispatchWorkItem { if process.isRunning { process.terminate() } }
        DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: stop)
        // What is signed is shorter than a pipe's buffer: writing it does not wait for the command to read.
        try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try? input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        stop.cancel()
        return process.terminationStatus == 0 ? Array(answer) : nil
    }
}

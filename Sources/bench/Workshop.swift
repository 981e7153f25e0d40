import Foundation

/// A folder of a run's own, gone when it ends.
struct Workshop: Sendable {
    let folder: URL
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "zvonok-bench-\(ProcessInfo.processInfo.processIdentifier)-\(UInt16.random(in: 0...(.max)))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    func file(_ name: String) -> String { folder.appending(path: name).path() }
    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// A program that was built beside this one.
    static func program(_ name: String) -> URL { URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name) }
}

/// Prints a figure, and adds it to the file that `BENCH_RESULTS` names, if it does.
func report(_ bench: String, _ figure: String) {
    let line = "\(bench): \(figure)\n"
    FileHandle.standardOutput.write(Data(line.utf8))
    guard let path = ProcessInfo.processInfo.environment["BENCH_RESULTS"] else { return }
    if !FileManager.default.fileExists(atPath: path) { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    guard let file = FileHandle(forWritingAtPath: path) else { return }
    _ = try? file.seekToEnd()
    try? file.write(contentsOf: Data(line.utf8))
    try? file.close()
}

/// Runs a program to its end and gives what it printed.
func output(of program: URL, _ arguments: [String]) throws -> String {
    let process = Process(), pipe = Pipe()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
        throw BenchError(description: "\(program.lastPathComponent) \(arguments.joined(separator: " ")) ended with \(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}

struct BenchError: Error, CustomStringConvertible { let description: String }

/// A word for a number: names have no digits, and no letters of two alphabets.
func madeUpWord(_ number: Int) -> String {
    let letters = Array("абвгдежзик")
    return String(String(number).compactMap { $0.wholeNumberValue.map { letters[$0] } })
}

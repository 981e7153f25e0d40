import Foundation
import Storage

/// A program of the system that reads what strangers have sent: apart from ours, with bounds on time, memory and what it writes, without
/// our environment. Its own faults then harm nobody but the file.
struct Tool: Sendable {
    let name: String
    /// Seconds, of the clock and of the processor.
    var seconds = 60
    /// Bytes of memory. Programs that map much ask for more than they use.
    var memory = 2 << 30
    /// Bytes of the largest file it may write.
    var output = 1 << 30

    /// Whether it ended well. What it says goes to `said`, in the folder.
    func run(_ arguments: [String], in folder: URL, saying said: String? = nil) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/prlimit")
        process.arguments =
            ["--as=\(memory)", "--cpu=\(seconds)", "--fsize=\(output)", "--core=0", "--nofile=128", "--", "/usr/bin/timeout", "--kill-after=2", "\(seconds)"]
            + ["/usr/bin/\(name)"] + arguments
        process.environment = [
            "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent", "TMPDIR": folder.path(percentEncoded: false), "VIPS_CONCURRENCY": "1",
            "VIPS_BLOCK_UNTRUSTED": "1", "MALLOC_ARENA_MAX": "2",
        ]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        if let said {
            let place = folder.appending(path: said)
            _ = FileManager.default.createFile(atPath: place.path(percentEncoded: false), contents: nil)
            process.standardOutput = try FileHandle(forWritingTo: place)
        }
        let ended = Handover<Int32>()
        process.terminationHandler = { ended.give($0.terminationStatus) }
        try process.run()
        return ended.take() == 0
    }

    /// What it says, if it ended well and said no more than that.
    func words(_ arguments: [String], in folder: URL, atMost limit: Int = 1 << 20) throws -> Data? {
        let name = "said-\(UInt32.random(in: 0 ... .max))"
        guard try run(arguments, in: folder, saying: name) else { return nil }
        let handle = try FileHandle(forReadingFrom: folder.appending(path: name))
        defer { try? handle.close() }
        guard let data = try handle.read(upToCount: limit + 1), data.count <= limit else { return nil }
        return data
    }
}

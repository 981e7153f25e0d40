import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Storage
import Synchronization
import TestKit
import Testing
import WebCore

@testable import Files

@Suite struct ScannerTests {
    @Test("an infected file is refused in words, with a trace, and nothing of it is kept", arguments: TestDatabase.available)
    func infected(_ kind: TestDatabase) async throws {
        let daemon = try StandIn(), sender = try await Sender(kind, scanner: Clamd(.socket(daemon.path), patience: 10))
        #expect(try await sender.send("a.txt", Samples.text, as: sender.people.petya).state == "ready")
        let sent = try await sender.send("b.txt", Samples.virus, as: sender.people.petya)
        #expect(sent.state == "refused" && sent.why?.contains("вирус") == true, "\(sent)")
        #expect(try sender.onDisk().count == 1)
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM trace WHERE what = 'files.refused' AND became = 'infected: Eicar-Test-Signature'") == 1)
        // Larger than one piece of the conversation.
        let large = [UInt8](repeating: 32, count: 300_000) + Samples.virus
        #expect(try await sender.send("c.txt", large, as: sender.people.petya).state == "refused")
    }

    @Test("while the scanner is away a file waits and is no one's; then it is scanned", arguments: TestDatabase.available)
    func away(_ kind: TestDatabase) async throws {
        let path = TestDatabase.newFolder().path(percentEncoded: false).suffix(100).description
        let sender = try await Sender(kind, scanner: Clamd(.socket(path), patience: 5)), people = sender.people, now = Moment.now
        let sent = try await sender.send("a.txt", Samples.text, as: people.petya), virus = try await sender.send("b.txt", Samples.virus, as: people.petya)
        #expect(sent.state == "checking" && virus.state == "checking")
        await #expect(throws: Denial.conflict(.fileNotReady)) {
            try await sender.world.site.read { tx in _ = try FilesAccess.sendable(ID(sent.file), by: people.petya, tx) }
        }
        try await sender.world.browse(as: people.petya) { client in
            try await client.execute(uri: "/files/\(sent.file)", method: .get) { #expect($0.status == .notFound) }
        }
        try await sender.tidy(at: now + 60)
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM stored_file WHERE state = 'checking'") == 2)
        let daemon = try StandIn(), works = FileWorks(store: try ContentFolder(sender.folder), scanner: Clamd(.socket(daemon.path), patience: 10))
        let later = try World(database: sender.world.site.database, hub: sender.world.hub, people: people, files: works)
        try await FilesFeature.tidy(later.site, at: now + 3_600)
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM stored_file WHERE state = 'ready'") == 1)
        #expect(try await sender.count("SELECT COUNT(*) AS n FROM stored_file WHERE state = 'refused'") == 1)
    }

    @Test("what the daemon says is a verdict only where it is one")
    func verdicts() {
        #expect(Clamd.verdict("stream: OK") == .clean)
        #expect(Clamd.verdict("stream: Win.Test.EICAR_HDB-1 FOUND") == .infected("Win.Test.EICAR_HDB-1"))
        for answer in ["", "stream: ", "INSTREAM size limit exceeded. ERROR", "stream: Can't allocate memory ERROR", "OK", "UNKNOWN COMMAND"] {
            #expect(Clamd.verdict(answer) == .unknown, "\(answer)")
        }
        #expect(Clamd.Address("/run/clamav/clamd.ctl") == .socket("/run/clamav/clamd.ctl") && Clamd.Address("av:3310") == .host("av", port: 3310))
        for wrong in ["", "av", "av:0", "av:99999", "a:b:c"] { #expect(Clamd.Address(wrong) == nil, "\(wrong)") }
    }
}

/// Speaks clamd's protocol as far as INSTREAM goes, and finds EICAR's word. Ends with the object.
final class StandIn: Sendable {
    let path: String
    private let listener: Int32

    init() throws {
        let path = "/tmp/zvonok-clamd-\(getpid())-\(UInt32.random(in: 0 ... .max))", descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
        try #require(bound == 0 && listen(descriptor, 16) == 0)
        (self.path, listener) = (path, descriptor)
        Thread { while case let line = accept(descriptor, nil, nil), line >= 0 { Self.serve(line) } }.start()
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        unlink(path)
    }

    private static func serve(_ line: Int32) {
        defer { close(line) }
        func read(_ count: Int) -> [UInt8]? {
            var bytes = [UInt8](repeating: 0, count: count), done = 0
            while done < count {
                let more = bytes.withUnsafeMutableBytes { recv(line, $0.baseAddress! + done, count - done, 0) }
                guard more > 0 else { return nil }
                done += more
            }
            return bytes
        }
        guard read(10) == Array("zINSTREAM\0".utf8) else { return }
        var all = Data()
        while let length = read(4)?.reduce(0, { $0 << 8 | Int($1) }), length > 0 { all += read(length) ?? [] }
        let isFound = all.range(of: Data("EICAR-STANDARD-ANTIVIRUS-TEST-FILE".utf8)) != nil
        let answer = Array((isFound ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0").utf8)
        _ = send(line, answer, answer.count, 0)
    }
}

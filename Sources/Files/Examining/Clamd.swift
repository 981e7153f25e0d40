import Foundation
import WebCore

/// ClamAV's daemon, asked by INSTREAM: over a unix socket or TCP. One connection a file; blocks.
public struct Clamd: VirusScanner {
    public enum Address: Hashable, Sendable {
        case socket(String)
        case host(String, port: Int)

        /// `/run/clamav/clamd.ctl` or `host:3310`; `nil` for what is neither.
        public init?(_ text: String) {
            if text.hasPrefix("/") { self = .socket(text); return }
            let parts = text.split(separator: ":")
            guard parts.count == 2, let port = Int(parts[1]), (1...65_535).contains(port) else { return nil }
            self = .host(String(parts[0]), port: port)
        }
    }
    let address: Address
    /// Seconds without a sign of life after which the daemon counts as away.
    let patience: Int
    public init(_ address: Address, patience: Int = 120) {
        self.address = address
        self.patience = patience
    }

    public func scan(_ file: URL) -> ScanVerdict {
        guard let line = ScannerLine(address, patience: patience), let handle = try? FileHandle(forReadingFrom: file) else { return .unknown }
        defer { try? handle.close() }
        guard line.send(Array("zINSTREAM\0".utf8)) else { return .unknown }
        while let piece = try? handle.read(upToCount: 128 << 10), !piece.isEmpty {
            // A daemon that has enough (its StreamMaxLength) says so and closes: what it has said is read below.
            guard line.send(Self.length(piece.count) + Array(piece)) else { break }
        }
        _ = line.send(Self.length(0))
        return Self.verdict(line.answer())
    }

    private static func length(_ count: Int) -> [UInt8] { (0..<4).reversed().map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) } }

    /// `stream: OK`, `stream: Eicar-Signature FOUND`; all else is no verdict.
    static func verdict(_ answer: String) -> ScanVerdict {
        let words = answer.drop { $0 != " " }.trimmingCharacters(in: .whitespacesAndNewlines)
        if words == "OK" { return .clean }
        return words.hasSuffix(" FOUND") ? .infected(String(words.dropLast(6).prefix(200))) : .unknown
    }
}

/// A connected socket with bounded patience.
private final class ScannerLine {
    private let descriptor: Int32

    init?(_ address: Clamd.Address, patience: Int) {
        guard let descriptor = Self.connected(address, patience) else { return nil }
        self.descriptor = descriptor
    }
    deinit { close(descriptor) }

    func send(_ bytes: [UInt8]) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    /// Up to the zero byte, or the end.
    func answer() -> String {
        var said: [UInt8] = [], piece = [UInt8](repeating: 0, count: 1024)
        while said.count < 4096 {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { break }
            said += piece[..<count]
            if said.contains(0) { break }
        }
        return String(decoding: said.prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func connected(_ address: Clamd.Address, _ patience: Int) -> Int32? {
        switch address {
        case .socket(let path): return connected(AF_UNIX, patience) { descriptor in connectUnix(descriptor, path) }
        case .host(let host, let port):
            var hints = addrinfo(), found: UnsafeMutablePointer<addrinfo>?
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
            guard getaddrinfo(host, String(port), &hints, &found) == 0, let first = found else { return nil }
            defer { freeaddrinfo(found) }
            return connected(first.pointee.ai_family, patience) { Glibc.connect($0, first.pointee.ai_addr, first.pointee.ai_addrlen) }
        }
    }

    private static func connected(_ family: Int32, _ patience: Int, _ connect: (Int32) -> Int32) -> Int32? {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] { setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size)) }
        guard connect(descriptor) == 0 else { close(descriptor); return nil }
        return descriptor
    }

    private static func connectUnix(_ descriptor: Int32, _ path: String) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else { return -1 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }
}

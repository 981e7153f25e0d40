/// What `Range` asks for of so many bytes (RFC 9110 §14).
public enum ByteRange: Hashable, Sendable {
    /// All of it: nothing was asked, or in a way that may be left unheard (several ranges, another unit).
    case whole
    case part(ClosedRange<Int>)
    /// Nothing of what is asked for is there.
    case unsatisfiable

    public init(_ header: String?, of size: Int) {
        guard let header, let range = Self.asked(header) else { self = .whole; return }
        guard size > 0 else { self = .unsatisfiable; return }
        switch range {
        case (nil, let last?):
            self = last == 0 ? .unsatisfiable : .part(max(0, size - last)...(size - 1))
        case (let first?, let last):
            if let last, last < first { self = .whole; return }
            self = first >= size ? .unsatisfiable : .part(first...min(last ?? size - 1, size - 1))
        case (nil, nil): self = .whole
        }
    }

    private static func asked(_ header: String) -> (first: Int?, last: Int?)? {
        let parts = header.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        guard parts.count == 2, parts[0].lowercased() == "bytes", !parts[1].contains(",") else { return nil }
        let ends = parts[1].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } && $0.count < 19 }) else { return nil }
        return (Int(ends[0]), Int(ends[1]))
    }
}

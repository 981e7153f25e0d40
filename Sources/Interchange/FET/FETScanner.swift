import Foundation
import FoundationXML

/// Goes through a timetable's XML from beginning to end and gives its records one by one. No document types, no entities of its own, nothing from outside.
final class FETScanner: NSObject, XMLParserDelegate {
    /// More than the largest record has: a year with all its subgroups.
    private static let mostElements = 100_000
    /// Thirty times a college's of 14 groups and 562 activities.
    private static let mostElementsInAll = 1_000_000
    private static let mostDepth = 50
    /// More than FET knows; the others are counted together.
    private static let mostTags = 500

    private let file: String
    private let take: (FETElement, String) -> Void
    private(set) var version: String?
    private(set) var notRead: [String: Int] = [:]
    private var path: [String] = []
    /// The record at hand and its open children.
    private var open: [FETElement] = []
    private var elements = 0
    private var elementsInAll = 0
    /// How deep we are inside an element that is not read.
    private var passedOver = 0
    private var refusal: Refusal?

    init(file: String, take: @escaping (FETElement, String) -> Void) {
        self.file = file
        self.take = take
    }

    func scan(_ bytes: [UInt8]) throws(Refusal) {
        guard bytes.count <= ImportFiles.largestFile else { throw Refusal(file: file, .file(.tooLarge), loses: .file) }
        guard !bytes.allSatisfy({ $0 <= 0x20 }) else { throw Refusal(file: file, .file(.empty), loses: .file) }
        let data = Data(bytes)
        try checkProlog(bytes, data)
        let parser = XMLParser(data: data)
        parser.shouldResolveExternalEntities = false
        parser.shouldProcessNamespaces = false
        parser.delegate = self
        let isWhole = parser.parse()
        if let refusal { throw refusal }
        guard isWhole, parser.parserError == nil, path.isEmpty, version != nil else {
            throw Refusal(file: file, line: max(1, parser.lineNumber), .timetable(.malformed), loses: .file)
        }
    }

    /// Only UTF-8, so that what is looked for here is what the parser will see.
    private func checkProlog(_ bytes: [UInt8], _ data: Data) throws(Refusal) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw Refusal(file: file, .file(.notText), loses: .file) }
        let start = String(decoding: bytes.prefix(400), as: UTF8.self)
        if let encoding = start.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/)?.1, !["utf-8", "utf8"].contains(encoding.lowercased()) {
            throw Refusal(file: file, line: 1, .file(.notText), value: String(encoding), loses: .file)
        }
        if let opening = data.range(of: Data("<!DOCTYPE".utf8)) {
            let line = 1 + data[..<opening.lowerBound].count { $0 == UInt8(ascii: "\n") }
            throw Refusal(file: file, line: line, .timetable(.documentType), loses: .file)
        }
    }

    func parser(_ parser: XMLParser, didStartElement tag: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]) {
        guard isBounded(parser) else { return }
        if passedOver > 0 { passedOver += 1; return }
        if path.isEmpty { start(tag, attributes, parser) }
        guard refusal == nil else { return }
        path.append(tag)
        if path.count == 1 || path.count == 2 && FETSchema.isList(tag) { return }
        guard isRead(tag) else {
            path.removeLast()
            passedOver = 1
            let name = Refusal.shown(tag)
            notRead[notRead.count < Self.mostTags || notRead[name] != nil ? name : "…", default: 0] += 1
            return
        }
        elements = open.isEmpty ? 1 : elements + 1
        open.append(FETElement(tag: tag, line: parser.lineNumber))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard passedOver == 0, !open.isEmpty else { return }
        open[open.count - 1].text += text
    }

    func parser(_ parser: XMLParser, foundCDATA data: Data) {
        guard passedOver == 0, !open.isEmpty else { return }
        open[open.count - 1].text += String(decoding: data, as: UTF8.self)
    }

    func parser(_ parser: XMLParser, didEndElement tag: String, namespaceURI: String?, qualifiedName: String?) {
        if passedOver > 0 { passedOver -= 1; return }
        guard refusal == nil, !path.isEmpty else { return }
        path.removeLast()
        guard let element = open.popLast() else { return }
        if open.isEmpty { take(element, path.last ?? "") } else { open[open.count - 1].children.append(element) }
    }

    private func start(_ tag: String, _ attributes: [String: String], _ parser: XMLParser) {
        guard tag == FETSchema.root else { return stop(parser, Refusal(file: file, line: parser.lineNumber, .timetable(.notFET), value: tag, loses: .file)) }
        version = attributes["version"] ?? ""
    }

    /// A file may be made only to keep a parser busy: by its depth, its length or one endless record.
    private func isBounded(_ parser: XMLParser) -> Bool {
        elementsInAll += 1
        if passedOver < Self.mostDepth, elementsInAll <= Self.mostElementsInAll, elements <= Self.mostElements { return true }
        stop(parser, Refusal(file: file, line: parser.lineNumber, .file(.tooMany), loses: .file))
        return false
    }

    private func isRead(_ tag: String) -> Bool {
        switch path.count {
        case 2: FETSchema.isLeaf(tag)
        case 3: FETSchema.isRecord(tag, in: path[1])
        default: FETSchema.isRead(tag, of: path[2], in: path[1])
        }
    }

    private func stop(_ parser: XMLParser, _ refusal: Refusal) {
        self.refusal = self.refusal ?? refusal
        parser.abortParsing()
    }
}

import Foundation
import Stems

/// A word as somebody has spelt it, with all it can be read as: other alphabet's letters, digits for letters, repeated letters, letters set
/// apart, a star for a vowel.
struct SpeltWord: Hashable, Sendable {
    /// As it was written.
    let text: String
    /// Small letters, ё as е.
    let readings: [String]
    /// Alone between « and », as the name of a book is, or bound to a name as in «Иван-царевич».
    let isTitle: Bool

    static func words(of text: String) -> [SpeltWord] {
        let runs = runs(of: text)
        return runs.map { word(text, $0) } + apart(text, runs)
    }

    private static func runs(of text: String) -> [Range<String.Index>] {
        var runs: [Range<String.Index>] = [], start: String.Index?
        for place in text.indices {
            let sign = text[place]
            if sign.isLetter || sign.isNumber || (start != nil && "*@$".contains(sign)) { start = start ?? place; continue }
            if let begun = start { runs.append(begun..<place) }
            start = nil
        }
        if let begun = start { runs.append(begun..<text.endIndex) }
        return runs
    }

    private static func word(_ text: String, _ run: Range<String.Index>) -> SpeltWord {
        let before = run.lowerBound > text.startIndex ? text[text.index(before: run.lowerBound)] : " "
        let after = run.upperBound < text.endIndex ? text[run.upperBound] : " "
        let word = String(text[run])
        return SpeltWord(
            text: word, readings: readings(of: word),
            isTitle: before == "«" && after == "»" || before == "-" && (text[..<run.lowerBound].dropLast().last?.isLetter ?? false))
    }

    private static func readings(of word: String) -> [String] {
        let small = Stems.folded(word)
        if isPlain(small.utf8) { return [small] }
        var readings: Set<String> = [small]
        let hasRussian = small.unicodeScalars.contains { (0x430...0x44F).contains($0.value) }
        if hasRussian, !small.allSatisfy({ $0.isLetter }) || small.unicodeScalars.contains(where: { (0x61...0x7A).contains($0.value) }) {
            readings.insert(String(small.compactMap { LookAlikes.russian[$0] ?? ($0.isLetter ? $0 : nil) }))
            if small.contains("*") { readings.formUnion(LookAlikes.vowels.map { vowel in String(small.map { $0 == "*" ? vowel : $0 }) }) }
        }
        for reading in readings { if let single = single(reading) { readings.insert(single) } }
        return readings.sorted()
    }

    /// Russian letters alone and none three times: as nearly all words are. It can be read in one way.
    private static func isPlain(_ word: String.UTF8View) -> Bool {
        var before: UInt8 = 0, last: UInt8 = 0, run = 0
        for byte in word {
            guard (0x80...0xBF).contains(byte) else {
                guard byte == 0xD0 || byte == 0xD1 else { return false }
                before = byte
                continue
            }
            guard before == 0xD0 && byte >= 0xB0 || before == 0xD1 && byte <= 0x8F else { return false }
            run = byte == last ? run + 1 : 1
            if run == 3 { return false }
            last = byte
        }
        return true
    }

    /// «сууука»: three of a letter and more are one.
    private static func single(_ word: String) -> String? {
        var result = "", isLonger = false, run = 0
        for sign in word {
            run = sign == result.last ? run + 1 : 1
            if run >= 3 { isLonger = true }
            if run == 1 { result.append(sign) }
        }
        return isLonger ? result : nil
    }

    /// «с у к а», «с.у.к.а»: single letters with the same one sign between them. Only whole words of the table are read so: letters stand
    /// alone in mathematics as well.
    private static func apart(_ text: String, _ runs: [Range<String.Index>]) -> [SpeltWord] {
        var found: [SpeltWord] = [], group: [Range<String.Index>] = [], sign: Substring?
        func close() {
            if group.count >= 3, let first = group.first, let last = group.last {
                let word = Stems.folded(group.map { String(text[$0]) }.joined())
                let read = String(word.compactMap { LookAlikes.russian[$0] ?? $0 })
                if RudeWords.apart.contains(read) {
                    found.append(SpeltWord(text: String(text[first.lowerBound..<last.upperBound]), readings: [read], isTitle: false))
                }
            }
            (group, sign) = ([], nil)
        }
        for run in runs {
            let between = group.last.map { text[$0.upperBound..<run.lowerBound] }
            let isOne = text.index(after: run.lowerBound) == run.upperBound
            if let between, between.count != 1 || between == "," || (sign ?? between) != between || !isOne { close() } else if between != nil { sign = between }
            if isOne { group.append(run) }
        }
        close()
        return found
    }
}

import CStemmer

/// The two languages' rules. Made for one text and one thread: libstemmer works in the stemmer's own memory.
struct Stemmer: ~Copyable {
    private let russian: OpaquePointer
    private let english: OpaquePointer

    init() {
        guard let russian = sb_stemmer_new("russian", "UTF_8"), let english = sb_stemmer_new("english", "UTF_8") else {
            preconditionFailure("libstemmer knows Russian and English")
        }
        self.russian = russian
        self.english = english
    }

    deinit {
        sb_stemmer_delete(russian)
        sb_stemmer_delete(english)
    }

    /// A folded word's stem. Words with digits and words of other scripts stay whole.
    func stem(_ word: String) -> String {
        if word.unicodeScalars.allSatisfy({ (0x430...0x44F).contains($0.value) }) { return stem(word, by: russian) }
        if word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return stem(word, by: english) }
        return word
    }

    private func stem(_ word: String, by rules: OpaquePointer) -> String {
        let bytes = Array(word.utf8)
        guard let stem = sb_stemmer_stem(rules, bytes, Int32(bytes.count)) else { return word }
        let length = Int(sb_stemmer_length(rules))
        return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
    }
}

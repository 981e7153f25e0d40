import Foundation

/// Obscene words and insults, as data. Roots are bound to the beginning of a word with the prefixes the language gives them, so that
/// «хлебать», «страхуй» and «оскорблять» are not among them. Words with an honest meaning of their own («лох», «козёл», «сук») are left out.
enum RudeWords {
    /// Whether a word, in small letters and with е for ё, is one of them.
    static func holds(_ word: String) -> Bool {
        let letters = Array(word.utf8)
        guard word.unicodeScalars.count >= 3, !exceptionsByStart.stand(in: letters) else { return false }
        return exact.contains(word) || beginningsByStart.stand(in: letters) || letters.indices.contains { rootsByStart.stand(in: letters, at: $0) }
    }

    static let exceptionsByStart = WordBeginnings(exceptions), rootsByStart = WordBeginnings(roots)
    private static let beginningsByStart = WordBeginnings(
        prefixes + withPrefix.flatMap { stem in stem.beginnings.flatMap { beginning in stem.roots.map { beginning + $0 } } })

    /// These letters one after another stand in no other word.
    static let roots = ["пизд", "пезд", "долбоеб", "долбаеб", "ебанут", "мудозвон", "хуйн", "хуесос", "motherfuck"]
    static let exceptions = ["педикюр", "херувим", "херсон", "херес", "мандарин", "мандат", "поезд", "приезд", "уезд", "небезыз"]

    static let withPrefix: [(beginnings: [String], roots: [String])] = [
        (
            ["", "на", "по", "за", "ни", "до", "о", "от", "при", "вы"],
            ["хуй", "хуя", "хуе", "хую", "хуи"]
        ),
        (
            ["", "за", "вы", "на", "у", "до", "про", "разъ", "раз", "отъ", "съ", "въ", "взъ", "объ", "подъ", "по", "пере", "при", "недо", "изъ"],
            ["еба", "ебу", "еби", "ебл", "ебн", "ебош", "ебыр"]
        ),
        (["", "на", "вы", "не"], ["бляд", "блят"]),
        (["", "на", "по", "до", "ни", "о"], ["херн", "херач", "херищ"]),
        (["", "на", "об", "по", "за", "у", "вы", "про"], ["сран", "срал", "срат", "сырат"]),
    ]

    static let prefixes = [
        "мудак", "мудач", "мудил", "гондон", "гандон", "пидор", "пидар", "педрил", "педераст", "залуп", "дрочи", "шлюх", "ублюд", "шалав", "проститут", "говн",
        "жоп", "дебил", "идиот", "кретин", "придур", "недоум", "тупиц", "мраз", "отморозок", "отморозк", "чмошн", "дурак", "дурач", "сучар", "уебищ", "уебок",
        "тварин", "fuck", "bitch", "asshole", "bullshit", "whore", "cunt", "blyat", "blyad", "nahui", "nahuy", "pizd", "pidor", "pidar", "ebat", "zaebal",
        "gandon", "mudak",
    ]
    static let exact: Set<String> = [
        "хер", "хера", "херу", "хером", "нахер", "похер", "бля", "сука", "чмо", "урод", "уроды", "урода", "уродина", "тварь", "дура",
        "дуры", "дуру", "дурой", "манда", "манде", "мандой", "педик", "педики", "заткнись", "сдохни", "сдохните", "убейся", "xyй", "suka", "cyka", "xuy", "huy",
        "shit",
    ]
    /// Read also where each letter stands apart.
    static let apart: Set<String> = [
        "хуй", "хуя", "хуйня", "хер", "сука", "блядь", "бля", "пизда", "пиздец", "ебать", "жопа", "мудак", "дебил", "идиот", "урод", "тварь",
    ]
}

/// Beginnings of words, found by the first four bytes instead of one after another: each message's every word is looked at.
struct WordBeginnings: Sendable {
    private let byStart: [UInt32: [[UInt8]]]

    /// None is shorter than four bytes: two Russian letters.
    init(_ beginnings: [String]) {
        byStart = Dictionary(grouping: beginnings.map { Array($0.utf8) }) { Self.start(of: $0, at: 0) ?? 0 }
    }

    /// Whether one of them stands at this place of a word.
    func stand(in word: [UInt8], at place: Int = 0) -> Bool {
        guard let start = Self.start(of: word, at: place), let known = byStart[start] else { return false }
        return known.contains { word[place...].starts(with: $0) }
    }

    private static func start(of word: [UInt8], at place: Int) -> UInt32? {
        guard place + 4 <= word.count else { return nil }
        return word[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// Signs that are put in place of Russian letters.
enum LookAlikes {
    static let russian: [Character: Character] = [
        "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "i": "и", "k": "к", "m": "м", "n": "п", "o": "о", "p": "р", "t": "т", "u": "и", "x": "х", "y": "у",
        "0": "о", "3": "з", "4": "ч", "6": "б", "9": "я", "@": "а", "$": "с",
    ]
    static let vowels: [Character] = ["у", "и", "е", "я", "а", "о"]
}

/// What swindlers write, by the beginnings of stems (after `=` by a whole one): of each group one, near one another.
enum FraudPatterns {
    static let near = 8

    /// Whether the stems of a message hold a pattern. Where it is said that nobody may be told, it warns itself.
    static func holds(_ stems: [String]) -> Bool {
        guard stems.allSatisfy({ !warnings.contains($0) }) else { return false }
        return patterns.contains { groups in
            // Of most messages the first word of a pattern is in none: where it is, the rest is looked for around it.
            guard groups[0].contains(where: { beginning in stems.contains { $0.hasPrefix(beginning) } }) else { return false }
            return stems.indices.contains { start in
                let part = stems[start..<min(start + near, stems.count)]
                return groups.allSatisfy { group in part.contains { stem in group.contains { $0.first == "=" ? stem == $0.dropFirst() : stem.hasPrefix($0) } } }
            }
        }
    }

    private static let warnings: Set<String> = ["ником", "никогд", "нельз", "мошенник", "осторожн"]
    private static let asking = ["назов", "назва", "продикт", "диктов", "скаж", "=сообщ", "пришл", "прислат", "отправ", "введ", "скин", "перешл"]
    private static let patterns: [[[String]]] = [
        [["код"], ["смс", "sms", "эсэмэс", "сообщен"], asking], [["код"], ["госуслуг"], asking], [["безопасн"], ["счет"]], [["cvv", "cvc"]],
        [["срочн"], ["ден"], ["перевед", "перевест", "скин"]],
    ]
}

/// Data of people, by their shape.
enum PersonalPatterns {
    static func found(in text: String) -> [Concern.PersonalData] {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
        var found: [Concern.PersonalData] = []
        if text.contains(/(?:^|[^0-9])(?:\+7|8)[\s(-]{0,3}[0-9]{3}[\s)-]{0,3}[0-9]{3}[\s-]?[0-9]{2}[\s-]?[0-9]{2}(?:[^0-9]|$)/) { found.append(.phone) }
        if text.contains(/(?:^|[^0-9])[0-9]{3}-[0-9]{3}-[0-9]{3}[ -][0-9]{2}(?:[^0-9]|$)/) { found.append(.snils) }
        if text.contains(/паспорт.{0,40}?[0-9]{2}\s?[0-9]{2}\s?(?:№\s?)?[0-9]{6}(?:[^0-9]|$)/.ignoresCase()) { found.append(.passport) }
        if text.contains(/(?:^|[^0-9])[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}(?:[^0-9]|$)/) { found.append(.card) }
        return found
    }
}

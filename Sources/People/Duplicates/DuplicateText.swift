import Kernel

/// Every word of finding people entered twice. Each comment is the translator's context.
protocol DuplicateText: Sendable {
    /// Title.
    var title: String { get }
    var hint: String { get }
    var none: String { get }
    var noneHint: String { get }
    func reason(_ reason: Duplicate.Reason) -> String
    /// Link: look at both and join them.
    var compare: String { get }
    /// Button: they are two people.
    var keepApart: String { get }
    /// Title of the preview.
    var mergeTitle: String { get }
    /// Over the record that stays.
    var stays: String { get }
    /// Over the record that is given up.
    var goes: String { get }
    /// What will happen, before the button.
    var effect: String { get }
    var whichLogin: String { get }
    var noLogin: String { get }
    var cannot: String { get }
    /// Button.
    var merge: String { get }
    /// Link: the other way round.
    var swap: String { get }
    func born(_ day: String) -> String
    var oneself: String { get }
    var elsewhere: String { get }
    var childAndAdult: String { get }
}

extension Language {
    var duplicates: any DuplicateText {
        switch self {
        case .ru: DuplicateRussian()
        case .en: DuplicateEnglish()
        }
    }
}

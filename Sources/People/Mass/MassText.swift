import Kernel

/// Every word of doing one thing to many people. Each comment is the translator's context.
protocol MassText: Sendable {
    /// Heading under a list: what to do with those chosen.
    var withChosen: String { get }
    var act: String { get }
    func name(_ kind: MassAct.Kind) -> String
    var who: String { get }
    var chosen: String { get }
    var allFound: String { get }
    /// Button: shows, does nothing yet.
    var preview: String { get }
    /// Title of the preview.
    var title: String { get }
    func sentence(_ kind: MassAct.Kind, _ role: String?) -> String
    /// Under the heading: of how many people for how many it will be done.
    func count(_ will: Int, of all: Int) -> String
    /// Headings of the groups of people.
    var will: String { get }
    var already: String { get }
    var refused: String { get }
    func fate(_ fate: MassAct.Fate) -> String
    /// Button with the number of people.
    func doIt(_ count: Int) -> String
    var nothingToDo: String { get }
    var cancel: String { get }
    /// Title after it was done.
    var isDone: String { get }
    var isUndone: String { get }
    /// Who did it and when.
    func doneBy(_ name: String, _ when: String) -> String
    /// Button.
    var undo: String { get }
    func undoHint(_ until: String) -> String
    /// Sign-ins cannot be given back.
    var cannotUndo: String { get }
    /// Beside a person for whom it was undone.
    var undone: String { get }
    var toPeople: String { get }
    var chooseAct: String { get }
    var chooseRole: String { get }
    var choosePeople: String { get }
    func tooMany(_ most: Int) -> String
    var tooLate: String { get }
}

extension Language {
    var mass: any MassText {
        switch self {
        case .ru: MassRussian()
        case .en: MassEnglish()
        }
    }
}

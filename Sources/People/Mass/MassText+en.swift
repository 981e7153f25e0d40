import Kernel

struct MassEnglish: MassText {
    let withChosen = "With those chosen"
    let act = "Action"
    func name(_ kind: MassAct.Kind) -> String {
        switch kind {
        case .giveRole: "give a role"
        case .endRole: "end a role"
        case .confirm: "verify teachers"
        case .endSignIns: "end sign-ins"
        }
    }
    let who = "Whom"
    let chosen = "those ticked in the list"
    let allFound = "everyone the filters find"
    let preview = "Show what will change"
    let title = "Check before doing it"
    func sentence(_ kind: MassAct.Kind, _ role: String?) -> String {
        name(kind).prefix(1).uppercased() + name(kind).dropFirst() + (role.map { ": \($0)" } ?? "")
    }
    func count(_ will: Int, of all: Int) -> String { "Will change for \(will) of \(all)" }
    let will = "Will change"
    let already = "Already so"
    let refused = "Cannot be done"
    func fate(_ fate: MassAct.Fate) -> String {
        switch fate {
        case .done: "will be done"
        case .already: "is so already, nothing changes"
        case .notHere: "is nobody of this school"
        case .isPupil: "is a pupil: staff roles are not for pupils"
        case .isFamily: "is a parent and no member of staff: take them on first"
        case .notATeacher: "holds no lessons: nothing to verify"
        case .oneself: "is you yourself"
        case .belongsElsewhere: "belongs to another school as well"
        case .leadsClass: "leads a class: appoint another class teacher first"
        case .teaches: "teaches courses: give them to another teacher first"
        }
    }
    func doIt(_ count: Int) -> String { "Do it for \(count) " + english(count, one: "person", other: "people") }
    let nothingToDo = "Nothing would change for anyone."
    let cancel = "Cancel"
    let isDone = "Done"
    let isUndone = "Undone"
    func doneBy(_ name: String, _ when: String) -> String { "\(name), \(when)" }
    let undo = "Undo"
    func undoHint(_ until: String) -> String { "You can undo it until \(until). What others have changed meanwhile stays as it is." }
    let cannotUndo = "Ended sign-ins cannot be given back: people sign in again themselves."
    let undone = "undone"
    let toPeople = "To the list of people"
    let chooseAct = "Choose an action."
    let chooseRole = "Choose a role."
    let choosePeople = "Tick at least one person."
    func tooMany(_ most: Int) -> String { "At most \(most) people at once. Narrow the list." }
    let tooLate = "It is too late to undo: more than half an hour has passed."
}

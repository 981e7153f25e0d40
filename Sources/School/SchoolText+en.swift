import Kernel

struct SchoolEnglish: SchoolText {
    let school = "School"
    func classes(_ count: Int) -> String { "\(count) " + english(count, one: "class", other: "classes") }
    func pupils(_ count: Int) -> String { "\(count) " + english(count, one: "pupil", other: "pupils") }
    func staff(_ count: Int) -> String { "\(count) " + english(count, one: "member of staff", other: "members of staff") }
    func withoutLogin(_ count: Int) -> String { "\(count) " + english(count, one: "person cannot", other: "people cannot") + " sign in yet: no login" }
    let alreadyThere = "There is one like this in this academic year already."
    let wrongDates = "The beginning must come before the end."
    let emptyName = "The name cannot be empty."
    let inAnotherClass = "The pupil is in another class already. Transfer or expel them there first."
}

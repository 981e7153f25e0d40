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
    let longName = "The name is longer than 100 characters."
    let noDate = "Give a date: day, month and year."
    let notChosen = "Choose from the list."
    let wrongParallel = "The year of study is a number from 1 to 11. Leave it empty for a college’s group or a club."
    let inAnotherClass = "The pupil is in another class already. Transfer or expel them there first."

    let structure = "How the school is made up"
    let structureHint = "Academic years, classes, groups, subjects, staff"
    let years = "Academic years"
    func nextYear(_ year: Int) -> String { "\(year)/" + String(year + 1).suffix(2) }
    func yearTitle(_ name: String) -> String { "Academic year \(name)" }
    func classesOf(_ year: String) -> String { "Classes, \(year)" }
    let noYears = "No academic year is open yet"
    let noYearsHint = "Open one and add its classes."
    let noClasses = "No classes yet"
    let noLeader = "no class teacher"
    let terms = "The academic year and its parts"
    let closings = "Closing of terms"
    let closingsHint = "Once a term is closed, marks, attendance and topics of its lessons change only after a confirmation and with a reason."
    func closed(on date: String, by name: String) -> String { "closed on \(date)" + (name.isEmpty ? "" : ", \(name)") }
    let closeTerm = "Close the term"
    let reopenTerm = "Open again"
    let notClosed = "open"
    func goesOn(until date: String) -> String { "goes on until \(date)" }
    let onlyHeadsClose = "Terms are closed and opened by the director, a deputy, the coordinator or the administrator."
    let termGoesOn = "The term goes on: it can be closed on its last day or later."
    let termIsClosed = "The term is closed. Open it again before changing its dates or name."
    func termName(_ kind: Term.Kind) -> String {
        switch kind {
        case .quarter: "Quarter"
        case .trimester: "Trimester"
        case .halfYear: "Half-year"
        case .year: "Year"
        }
    }
    let alsoHere = "More about the school"
    let teachingStaff = "Staff"
    let subjects = "Subjects"
    func subjectCount(_ count: Int) -> String { "\(count) " + english(count, one: "subject", other: "subjects") }
    func courseCount(_ count: Int) -> String { "\(count) " + english(count, one: "course", other: "courses") }
    func leads(_ classes: String) -> String { "class teacher of \(classes)" }
    let openYear = "Open an academic year"
    let yearName = "The year’s name"
    let begins = "First day"
    let ends = "Last day"
    let save = "Save"
    let add = "Add"
    let addSubject = "New subject"
    let subjectName = "Name of the subject"
    let addTerm = "Add a quarter, trimester or half-year"
    let kind = "Kind"
    let name = "Name"
    let addClass = "New class or group"
    let className = "Name of the class"
    let classNameHint = "As in the order: 7А, ПК-21"
    let parallel = "Year of study"
    let parallelHint = "1 to 11. Empty for a college’s group or a club."
    func classTitle(_ name: String) -> String { "Class \(name)" }
    let classTeacher = "Class teacher"
    func since(_ date: String) -> String { "since \(date)" }
    let appointByOrder = "Appoint by order"
    let pupilList = "Pupils"
    let noPupils = "Nobody in the class yet"
    let moveByOrder = "Enrol, transfer, expel"
    let courses = "Subjects and teachers"
    let noTeacher = "no teacher"
    let groups = "Groups"
    let noGroups = "The class is not divided."
    let groupName = "Name of the group"
    let addGroup = "Form a group"
    let renameGroup = "Name of the group"
    let addCourse = "Give the class a subject"
    let subject = "Subject"
    let choose = "choose"
    let audience = "Who learns"
    let wholeClass = "the whole class"
    let teacher = "Teacher"
    let changeClass = "Name of the class"
    let ownGuardian = "One of them is entered as the other’s guardian: they cannot be one person."
    let bothTeach = "Both teach the same subject to the same class: their journals would be mixed. Give the course to one of them first."
    let ownClasses = "Classes"
    let ownClass = "Class"
    let ownSince = "since"
    let until = "until"
    let guardians = "Guardians"
    let children = "Children"
    let ownCourses = "Courses taught"
    let personName = "Name"
}

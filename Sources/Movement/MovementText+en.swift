import Kernel

struct MovementEnglish: MovementText {
    let book = "Movement of pupils"
    let bookHint = "Enrol, transfer, expel; the movement book"
    let appointments = "Appointments"
    let appointmentsHint = "Administrators, coordinator, operator, class teachers, by order"
    let promotion = "Promotion to the next year"
    let promotionHint = "7А → 8А, graduates, first classes, by one order"
    let tasks = "Data checks and reports"
    let tasksHint = "Who came, left or changed; the monthly check"
    let toSchool = "To the school"
    func period(_ from: String, _ to: String) -> String { "from \(from) to \(to)" }
    func shortDate(_ day: Day) -> String { (day.day < 10 ? "0" : "") + "\(day.day)." + (day.month < 10 ? "0" : "") + "\(day.month).\(day.year)" }
    func printedBy(_ name: String, _ date: String) -> String { "Printed by \(name), \(date)" }
    let newPupil = "New pupil"
    let unplaced = "Without a class, and those who left"
    let from = "From"
    let until = "To"
    let schoolClass = "Class"
    let all = "all"
    let whatHappened = "What happened"
    let show = "Show"
    let noMovement = "Nobody came or left in this time"
    func lines(_ count: Int) -> String { "\(count) " + english(count, one: "line", other: "lines") }
    func narrowPeriod(_ count: Int) -> String { "The last \(count) are shown. Narrow the dates to see the others." }
    let counts = "Numbers by class"
    let atStart = "before"
    let came = "came"
    let left = "left"
    let atEnd = "after"
    let total = "Total"
    func orderTitle(_ number: String, _ date: String) -> String { "order \(number) of \(date)" }
    let undone = "taken back"
    let undoneLine = "This line was taken back and has no effect."
    let correctOrder = "Correct the order"
    let orderNumber = "Number of the order"
    let orderDate = "Date of the order"
    let place = "Where from or where to"
    let placeHint = "For example “school 3, Balashov”. May be left empty."
    let save = "Save"
    let undoTitle = "The movement itself was a mistake"
    let undo = "Take the movement back"
    func moveTitle(_ name: String) -> String { "Movement, \(name)" }
    let whom = "Whom"
    let whatToDo = "What to do"
    let transferTo = "Transfer to another class"
    let expel = "Expel from the school"
    let intoClass = "Into the class"
    let targetHint = "Not needed for leaving"
    let choose = "choose"
    let sinceDay = "From which day"
    let sinceDayHint = "From this day the new state holds. If it has not come yet, all is done on that day by itself."
    let showWhatHappens = "Show what will change"
    func fromDayByOrder(_ day: String, _ order: String, _ date: String) -> String { "From \(day), order \(order) of \(date)" }
    let expelMeans = "Access to chats and diary ends at once. Parents without another child here lose the school. Marks and history stay."
    func guardiansLose(_ names: String) -> String { "lose the child’s diary: \(names)" }
    let back = "Back to the form"
    let nameBegins = "Family name begins with"
    let find = "Find"
    let waiting = "Not enrolled yet"
    let nobodyWaits = "All who are entered are in classes already."
    let gone = "Those who left: may be taken back"
    let nobodyGone = "Nobody has left."
    let family = "Family name"
    let given = "Given name"
    let patronymic = "Patronymic"
    let bornOn = "Date of birth"
    let sex = "Sex"
    let notSaid = "not said"
    let girl = "girl"
    let boy = "boy"
    let enrol = "Enrol"
    let openScan = "Open the scan of the order"
    let addScan = "Scan of the order: PDF, JPEG or PNG"
    let replaceScan = "Replace the scan"
    let attach = "Attach"
    func inForceOn(_ date: String) -> String { "in force on \(date)" }
    let appoint = "Appoint by order"
    let dismiss = "Dismiss a member of staff"
    func since(_ date: String) -> String { "since \(date)" }
    let withoutOrder = "no order entered"
    let end = "End"
    let enterOrder = "Enter the order"
    let orphans = "Courses without a teacher"
    let role = "As"
    let roleHint = "A coordinator is one of the deputies; a further administrator a teacher who can sign in already."
    let noClass = "none"
    let onlyForClassTeacher = "For a class teacher only"
    let person = "Whom"
    let notJoined = "has no login yet"
    let endAppointment = "End the appointment"
    let endMeans = "The rights of this role end at once. The person’s other roles stay."
    let dismissMeans = "All roles in the school, the class and the sign-ins end. Their courses are left without a teacher and are listed on this page."
    let noYear = "No academic year is open"
    func openYearFirst(_ name: String) -> String { "To promote the classes of \(name), open the next academic year." }
    let yearName = "The year’s name"
    func yearAfter(_ year: Int) -> String { "\(year)/" + String(year + 1).suffix(2) }
    let termsCopied = "The terms are copied with the same dates; put them right afterwards."
    let openYear = "Open the academic year"
    func nobodyToPromote(_ year: String) -> String { "Nobody is left in the classes of \(year)" }
    func promotionMeans(_ from: String, _ to: String, _ day: String) -> String {
        "From \(from) to \(to). The pupils are in their new classes from \(day); the new classes’ chats open at once. First you will see what changes."
    }
    let firstClasses = "First classes"
    let firstClassesHint = "Names with commas between. They begin empty; children are enrolled by application."
    func pupils(_ count: Int) -> String { "\(count) " + english(count, one: "pupil", other: "pupils") }
    let newName = "Class of the next year"
    func leaderGoesOn(_ names: String) -> String { "class teacher goes on: \(names)" }
    func groupsCopied(_ count: Int) -> String { "copy groups: \(count)" }
    func coursesCopied(_ count: Int) -> String { "copy courses with teachers: \(count)" }
    let exceptions = "Except single pupils"
    let asTheClass = "as the class"
    func promotionSum(_ carried: Int, _ graduates: Int, _ again: Int, _ left: Int) -> String {
        "Go on: \(carried). Graduate: \(graduates). Repeat the year: \(again). Stay: \(left)."
    }
    let beginsEmpty = "new class, still empty"
    let promote = "Promote"
    let promotionsDone = "Done before"
    let openReports = "Reported by class teachers"
    let overdueReports = "Overdue reports"
    let closedReports = "Done and refused"
    let ownReports = "Your reports"
    let noReports = "No new reports"
    let noReportsHint = "Class teachers report here who came, left or changed."
    func checksTitle(_ month: String) -> String { "Data check, \(month)" }
    let noLeader = "no class teacher"
    func checkedFor(_ month: String) -> String { "checked: \(month)" }
    let notYet = "not due yet"
    let overdue = "overdue"
    func overdueSince(_ date: String) -> String { "was due \(date)" }
    func dueBy(_ date: String) -> String { "by \(date)" }
    func checkTitle(_ name: String) -> String { "Data of pupils and parents, \(name)" }
    let nothingChanged = "Checked, nothing changed"
    let reportChange = "Report a change"
    let pupil = "Pupil"
    let notInList = "not in the list"
    let note = "What changed"
    let noteHint = "Who, from which day, where from or to. The operator will see to it."
    let send = "Send to the operator"
    let done = "done"
    let refused = "refused"
    let toMovement = "To the class’s movement"
    let answer = "Answer to the class teacher"
    let answerHint = "To refuse, say why"
    let markDone = "Done"
    let refuse = "Refuse"
    let deadlines = "Deadlines"
    let workingDaysRule = "Sundays do not count, nor Saturdays of a five-day week, public holidays and the days off you enter below."
    let planned = "Planned"
    let planFailed = "Could not be done on its day"
    let callOff = "Call off"
    let plan = "Plan"
    func plannedAct(_ act: MovementAct, _ target: String) -> String {
        switch act {
        case .enrol: "enrolment into \(target)"
        case .transfer: "transfer to \(target)"
        case .expel: "departure"
        }
    }
    func willWait(_ day: String) -> String {
        "This day has not come yet. Until \(day) nothing changes; on that day it is done by itself, and till then it can be called off."
    }
    func plannedStaff(_ act: StaffPlan.Act, _ role: String) -> String {
        switch act {
        case .appoint: "appointment: \(role)"
        case .end: "end of the appointment: \(role)"
        case .dismiss: "dismissal"
        }
    }
    let laterIsPlanned = "If the day has not come yet, the order is planned and done by itself on that day. Until then it can be called off."
    let staffPlannedAlready = "This is planned for this member of staff already. Call that off first."
    let tooFarAhead = "That is too far ahead: a year at most."
    let plannedAlready = "Something is planned for this pupil already. Call that off first."
    let planClosed = "This is done or called off already."
    let dayAfterYear = "This is after the end of the academic year."
    let movedDays = "Moved days off"
    let day = "Day"
    let dayIs = "Counts as"
    let dayOff = "day off"
    let workingDay = "working day"
    let byWhat = "By what decision"
    let byWhatHint = "For example, “decree on moved days off”. May be left empty."
    let takeAway = "Remove"
    let dayInFuture = "This day has not come yet. Enter it then, or give today."
    let dayBeforeYear = "This is before the academic year."
    let wasElsewhere = "On this day the pupil was still in a class. Give a later day."
    let notInClass = "The pupil is in no class of the school."
    let sameClass = "The pupil is in this class already."
    let sameDay = "The pupil has been in the class only since this day or later. Give a later day, or take the earlier movement back."
    let markedSince = "The pupil has marks in the class on this day or later. Give a later day."
    let notLast = "Only the last movement of a pupil can be taken back."
    let changedSince = "The pupil’s place has changed since. Enter a new movement instead."
    let writtenSince = "There are entries in the new classes’ journals. The promotion can no longer be taken back."
    let nobodyChosen = "Choose at least one pupil."
    let longPlace = "200 characters at most."
    let bornTooLate = "The date of birth must come before the day of enrolment."
    let samePupil = "A pupil of this name and date of birth is in the school already. Look on the page of those without a class."
    let orderNumberForm = "Give the number of the order, 40 characters at most."
    let orderInFuture = "The order’s date has not come yet."
    let notByOrder = "This role is not given by order."
    let classNeeded = "A class teacher needs a class."
    let onlyDeputies = "A coordinator is one of the deputies."
    let onlyTeachers = "A class is led by a teacher; roles are for the school’s own staff."
    let appointedAlready = "This appointment is entered already."
    let beforeAppointment = "This is before the day of the appointment."
    let tooManyClasses = "Too many classes: 30 at most."
    let wrongLength = "A whole number is needed: 1 to 12 months, 1 to 30 working days, 5 or 6 days of a working week."
    let longNote = "1000 characters at most."
    let sayWhat = "Say whom and what it is about, or choose a pupil."
    let sayWhy = "Say why it is refused."
    let closedAlready = "This report has been answered already."
    func kind(_ kind: PupilMovement.Kind) -> String {
        switch kind {
        case .enrolment: "enrolment"
        case .return: "return"
        case .transfer: "transfer"
        case .departure: "departure"
        case .promotion: "promotion"
        case .graduation: "graduation"
        }
    }
    func undoMeans(_ kind: PupilMovement.Kind) -> String {
        switch kind {
        case .enrolment, .return: "The pupil is not enrolled again and loses the class’s chats. The line stays in the book, crossed out."
        case .departure, .graduation: "The pupil is back in the former class and groups, and the family has access again. The line stays, crossed out."
        case .transfer, .promotion: "The pupil is back in the former class and groups as if never transferred. The line stays, crossed out."
        }
    }
    func act(_ act: MovementAct) -> String {
        switch act {
        case .enrol: "Enrol"
        case .transfer: "Transfer"
        case .expel: "Expel"
        }
    }
    func willHappen(_ act: MovementAct, _ count: Int, _ target: String) -> String {
        switch act {
        case .enrol: "Into \(target): \(pupils(count))"
        case .transfer: "To \(target): \(pupils(count))"
        case .expel: "Leaving the school: \(pupils(count))"
        }
    }
    func act(_ act: PromotionChoice.Act) -> String {
        switch act {
        case .carry: "Goes on"
        case .graduate: "Graduates"
        case .leave: "Not yet"
        }
    }
    func exception(_ exception: PromotionChoice.Exception) -> String {
        switch exception {
        case .carry: "goes on"
        case .graduate: "graduates"
        case .again: "repeats the year"
        case .leave: "stays for now"
        }
    }
    func fate(_ fate: PromotionChoice.Exception, _ count: Int, _ target: String, _ own: String) -> String {
        switch fate {
        case .carry: "→ \(target), \(pupils(count))"
        case .graduate: "graduate, \(pupils(count))"
        case .again: "again in \(own), \(pupils(count))"
        case .leave: "stay, \(pupils(count))"
        }
    }
    func kind(_ kind: ChangeReport.Kind) -> String {
        switch kind {
        case .arrived: "Arrived"
        case .left: "Left"
        case .changed: "Data changed"
        }
    }
    func deadline(_ deadline: Deadline) -> String {
        switch deadline {
        case .dataCheck: "Data check: once in so many months"
        case .report: "To see to a report: working days"
        case .workingWeek: "Working week: days"
        }
    }
}

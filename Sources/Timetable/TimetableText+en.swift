struct TimetableEnglish: TimetableText {
    let noBell = "There is no bell for a lesson of this number."
    let wrongBell = "Bells follow one another and do not overlap."
    let bells = "Bells"
    let bellsHint = "When lessons begin and end"
    let usualBells = "Ordinary day"
    let addBells = "Add a bell schedule"
    let bellsName = "Name"
    let bellsNameHint = "For example, “Short day” or “Saturday”"
    let change = "Change"
    let back = "Back"
    let noBellsYet = "No bells are set yet"
    let noBellsYetHint = "Without bells no timetable can be made."
    let holdsToday = "today"
    let neverHolds = "on no day so far"
    let lesson = "Lesson"
    let begins = "Begins"
    let ends = "Ends"
    let rest = "Break"
    let onWeekdays = "On weekdays"
    let onDays = "On single days"
    let onDaysHint = "A single day goes before a weekday. For more days, save and open again."
    let day = "Day"
    let emptyRowsHint = "Rows without times are not kept."
    let showWhatMoves = "Show what will change"
    let removeBells = "Remove the bell schedule"
    let nothingMoves = "No dated lesson changes its hour"
    let save = "Save"
    let backAndCorrect = "Back to correct"
    let bellsOverlap = "The lesson begins before the one before it ends."
    let endsBeforeBegins = "The lesson does not end after it begins."
    let noTime = "A time is needed, for example 08:30."
    let noBells = "Give at least one lesson."
    let bellsNameTaken = "There is a bell schedule of this name already."
    let weekdayTaken = "Another bell schedule holds on this weekday."
    let dayTaken = "Another bell schedule holds on one of these days."
    let tooManyDays = "Too many days."
    let onlyTimetable = "Bells are set by the director, a deputy, an administrator or the operator."
    func minutes(_ count: Int) -> String { "\(count) min" }
    func lessonBegins(_ number: Int) -> String { "Lesson \(number) begins" }
    func lessonEnds(_ number: Int) -> String { "Lesson \(number) ends" }
    func lessonNumber(_ number: Int) -> String { "lesson \(number)" }
    func lessons(_ count: Int) -> String { count == 1 ? "1 lesson" : "\(count) lessons" }
    func lessonsMove(_ count: Int) -> String { lessons(count) + (count == 1 ? " changes its hour" : " change their hour") }
    func lessonsWithoutBell(_ count: Int) -> String { "Without a bell: " + lessons(count) + ". They keep their hour." }
    func between(_ from: String, _ until: String) -> String { from == until ? from : "\(from) to \(until)" }
    func andMore(_ count: Int) -> String { "and \(count) more lines" }
    let outsideYear = "These days are outside the academic year."
}

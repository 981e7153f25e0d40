import Kernel

struct JournalEnglish: JournalText {
    let bothMarked = "Both have different marks at the same lesson. Remove the wrong one in the journal first."
    let ownMarks = "Marks"
    let ownAttendance = "Absences and lateness"
    let ownTold = "Entry"
    let ownSubject = "Subject"
    let ownDay = "Day"
    func letter(_ absence: Absence) -> String {
        switch absence {
        case .absent: "a"
        case .ill: "i"
        case .excused: "e"
        case .late: "l"
        }
    }
    func word(_ absence: Absence) -> String {
        switch absence {
        case .absent: "absent"
        case .ill: "ill"
        case .excused: "excused"
        case .late: "late"
        }
    }
    let mark = "mark"
    func hundredths(_ number: Int) -> String { "\(number / 100)." + (number % 100 < 10 ? "0" : "") + "\(number % 100)" }
    func lessonNumber(_ number: Int) -> String { "Lesson \(number)" }
    func room(_ room: String) -> String { "room \(room)" }
    func pupils(_ count: Int) -> String { "\(count) " + english(count, one: "pupil", other: "pupils") }

    let backToToday = "Back to today"
    let topic = "Topic"
    let homework = "Homework"
    func homework(for day: String) -> String { "Homework for \(day)" }
    let pupilsHeading = "Pupils"
    let wholeJournal = "the whole journal"
    func attendance(of pupil: String) -> String { "Attendance, \(pupil)" }
    func mark(of pupil: String) -> String { "Mark, \(pupil)" }
    func count(away: String, late: String) -> String { "Away: \(away), late: \(late)" }
    let undo = "Undo the last change"
    let save = "Save"
    let saved = "Saved"
    let saving = "Saving…"
    let notSaved = "Not saved, trying again"
    let erase = "Erase"
    let keys = "Keys"
    func lessonKeys(_ letters: String) -> String {
        "↑ ↓ pupil · ← → attendance and mark · 2–5 mark · \(letters) attendance, the same letter again takes it back · Delete erases · Ctrl+Z undoes the last change · ? this help"
    }
    func gridKeys(_ letters: String) -> String {
        "← ↑ → ↓ cell · 2–5 mark · \(letters) attendance · Delete erases · Enter opens the lesson · Ctrl+Z undoes the last change."
    }
    let notAccepted = "Not saved. What you typed is still on the page."
    let noPupils = "Nobody is in the class on this day."
    let nothingWritten = "not written"

    func closedTerm(_ name: String, on date: String, by closer: String) -> String {
        "\(name): the term was closed on \(date)" + (closer.isEmpty ? "." : ", \(closer)")
    }
    let closedHint = "Marks, attendance and the topic can be changed if you give a reason and confirm that it is you. The reason stays in the log."
    let amendReason = "Reason for the change"
    let proveFirst = "Confirm that it is you"
    let proveOnceMore = "Confirmed. Confirm once more"
    let termIsClosed = "the term is closed"
    let closedColumns = "The term is closed."
    let changeOnLessonPage = "A record can be changed on the lesson’s page: press its date."
    let backToJournals = "Back to all journals"
    let journalOf = "Journal"
    let pupil = "Pupil"
    let averageShort = "Avg"
    let average = "Average mark of the term"
    let terms = "Terms"
    let lessons = "Lessons"
    func openLesson(on day: String) -> String { "\(day), open the lesson" }
    let topicsAndHomework = "Topics and homework"
    let noTopic = "No topic yet"
    func withoutTopic(_ count: Int) -> String { "\(count) without a topic" }
    let noLessons = "No lessons in this term"
    let noLessonsHint = "They appear once the operator has made the timetable."
    func printed(_ day: String, _ time: String, _ name: String) -> String { "Printed \(day) at \(time), \(name)" }
    let ownClass = "Your class"
    let substitutions = "Substitutions"
    let classes = "Classes"
    let formerClasses = "Earlier classes"
    let noCourses = "No journals yet"
    let noCoursesHint = "They appear once you are given a subject and a class. The school’s operator does that."
    func nextLesson(_ day: String, _ time: String) -> String { "next lesson: \(day), \(time)" }
    let isOn = "the lesson is on now"

    let child = "Child"
    let weeks = "Weeks"
    let lastWeek = "last week"
    let nextWeek = "next week"
    func noLessons(on day: Day) -> String { "No lessons" }
    let noDiary = "No diary yet"
    let noDiaryHint = "It appears once the school has put the pupil into a class and linked them with you."

    let noLessonsToday = "No lessons today"
    let noLessonsTodayHint = "The class journals are open as usual."
    let notBegun = "Not begun"
    func goesOn(_ minutes: Int) -> String { "On now, \(minutes) min left" }
    let filled = "Filled in"
    let lacksTopic = "No topic"
    func away(_ count: Int) -> String { "\(count) away" }
    func gap(until time: String) -> String { "Free until \(time)" }
    func substitute(_ name: String) -> String { "substitute: \(name)" }
    let notYours = "Not your lesson"
    let leftFromBefore = "Missing from earlier days"
    func andMore(_ count: Int) -> String { "and \(count) more" }
    func homeworkFor(_ day: String) -> String { "Homework: \(day)" }
    let noHomework = "Nothing to do"
    let marksToday = "Marks put today"
    func forLesson(on day: String) -> String { "for the lesson: \(day)" }
    let toDiary = "Open the diary"
    func yesterday(_ count: Int) -> String { "yesterday: \(count)" }
    let thisWeek = "this week"
    let notFilled = "Lessons without a topic"

    let termClosed = "Not saved: the term is closed. Open the lesson’s page, confirm that it is you, and give a reason. What you have entered is not lost."
    func reasonTooLong(_ longest: Int) -> String { "A reason may have at most \(longest) characters." }
    let onlyTheTeacherKeeps = "The lesson’s teacher keeps its journal."
    func markOffTheScale(_ scale: ClosedRange<Int>) -> String { "A mark is a number from \(scale.lowerBound) to \(scale.upperBound)." }
    let noMarksInFirstYear = "First-year pupils get no marks."
    let lessonAhead = "This lesson is still ahead: a mark can be put on its day or later."
    let keptOnPaper = "This pupil’s record is kept on paper: the family has refused the electronic diary. Write it on the personal sheet."
    let marksOnPaper = "Marks"
    let absencesOnPaper = "Absences and late arrivals"
    let nothingOnPaper = "No entries"
    let notInLesson = "The pupil did not belong here on the day of this lesson."
    let awayGetsNoMark = "The pupil was away, so there can be no mark. Take the absence back first."
    let markedWasThere = "The pupil has a mark for this lesson, so they were there. Remove the mark first."
    let changedSince = "Something else stands here now: it was changed after you. Your change was not written."
    func topicTooLong(_ longest: Int) -> String { "A topic has at most \(longest) characters." }
    func homeworkTooLong(_ longest: Int) -> String { "Homework has at most \(longest) characters." }
}

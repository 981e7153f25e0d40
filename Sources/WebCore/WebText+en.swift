import Kernel

struct WebEnglish: WebText {
    let product = "Zvonok"
    let notFound = "There is no such page"
    let notFoundHint = "The link may be out of date, or the page is not open to you. Check the address or go back to the start."
    let forbidden = "This cannot be done"
    let invalid = "Please check what you entered"
    let unreadable = "What was sent could not be read. Reload the page and try again."
    let foreignPage = "The request came from another site’s page. Open Zvonok and do it there."
    let staleForm = "The page is out of date. Reload it and send again."
    let proveAgain = "Confirm that it is you"
    let signInFirst = "Please sign in first"
    let waitTitle = "Too many attempts"
    func wait(_ seconds: Int) -> String { "Wait \(duration(seconds)) and try again." }
    let failedTitle = "It did not work"
    let failed = "Something failed on our side. What was saved before is safe. Try again in a minute."
    let busy = "There are too many requests right now. Try again in a few seconds."
    func requestNumber(_ number: String) -> String { "Request number: \(number)" }
    let toToday = "To the start"
    let skipToMain = "Skip to content"
    let places = "Places"
    let today = "Today"
    let chats = "Chats"
    let journal = "Journal"
    let diary = "Diary"
    let more = "More"
    let nothingToday = "There is nothing for today"
    let shownAt = "No connection. Shown as of"
    let notKept = "No connection"
    let notKeptHint =
        "This page is not on the device. Today, chats and the diary open as you last saw them. What you have written in chats leaves when the connection is back."
    let offline = "No connection. What you see was received earlier."

    let verifiedTeacher = "teacher verified by the school"
    let otherHatHint = "It may be open to you from your other side: change it at the top of the page."

    func side(_ side: Side) -> String {
        switch side {
        case .staff: "staff"
        case .pupil: "pupil"
        case .family: "parent"
        }
    }

    func role(_ role: Role) -> String {
        switch role {
        case .platformOperator: "platform operator"
        case .regionalCurator: "regional curator"
        case .municipalCurator: "municipal curator"
        case .director: "director"
        case .deputy: "deputy head"
        case .coordinator: "coordinator"
        case .administrator: "administrator"
        case .operator: "operator"
        case .classTeacher: "class teacher"
        case .subjectTeacher: "teacher"
        case .substitute: "substitute teacher"
        case .additionalTeacher: "additional-education teacher"
        case .lecturer: "lecturer"
        case .pupil: "pupil"
        case .guardian: "parent"
        }
    }

    func weekday(_ number: Int) -> String { ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][number - 1] }
    func weekdayShort(_ number: Int) -> String { String(weekday(number).prefix(3)) }
    func date(_ day: Day) -> String { "\(day.day) \(month(day.month))" }
    func month(_ number: Int) -> String {
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][number - 1]
    }
    func day(_ day: Day, today: Day) -> String {
        switch day - today {
        case 0: "today"
        case 1: "tomorrow"
        case -1: "yesterday"
        default: "\(weekday(day.weekday)), \(date(day))" + (day.year == today.year ? "" : " \(day.year)")
        }
    }

    private func duration(_ seconds: Int) -> String {
        guard seconds > 90 else { return "\(seconds) " + english(seconds, one: "second", other: "seconds") }
        let minutes = (seconds + 59) / 60
        return "\(minutes) " + english(minutes, one: "minute", other: "minutes")
    }
}

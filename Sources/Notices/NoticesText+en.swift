import Kernel

struct NoticesEnglish: NoticesText {
    let product = "Zvonok"
    let news = "There is news"
    let notices = "Notifications"
    let noticesHint = "When and of what to be told, quiet hours, devices"
    let saved = "Saved"
    let tried = "A trial notification is on its way. It arrives within a minute."
    let asked = "A letter is on its way. Open the link in it to confirm the address."
    let onDevices = "On devices"
    let devicesHint = "A notification only says “There is news”: the text is seen in Zvonok alone."
    let turnOn = "Turn on on this device"
    let turnOff = "Turn off"
    let blocked = "Your browser blocks notifications of this site. Allow them in its settings and reload the page."
    let missing = "This browser takes no notifications. On an iPhone, first add Zvonok to the home screen."
    let notTurnedOn = "That did not work. Check your connection and try again."
    let trySending = "Send a trial"
    let thisDevice = "this device"
    func addedOn(_ day: String) -> String { "Turned on: \(day)" }
    let whenNot = "When not to disturb"
    func schoolIsQuiet(_ from: String, _ until: String, sunday: Bool) -> String {
        "The school’s quiet hours: \(from)–\(until)\(sunday ? " and all Sunday" : ""). Only what the director or an administrator calls urgent comes then; the rest waits for the morning."
    }
    let ownHours = "Your quiet hours"
    let ownHoursHint = "They are added to the school’s. Leave them empty if those are enough."
    let from = "From"
    let until = "Until"
    let worksLate = "Tell me in the school’s quiet hours as well"
    let howOften = "How often"
    func pace(_ pace: NoticePace) -> String {
        switch pace {
        case .soon: "At once"
        case .morning: "Once a day, in the morning"
        case .weekly: "Once a week, on Friday evening"
        }
    }
    let aboutWhat = "Of what"
    func kind(_ kind: NoticeKind) -> String {
        switch kind {
        case .message: "Messages in chats"
        case .mark: "Marks"
        case .lesson: "Lessons and homework"
        case .absence: "A child is not at a lesson"
        case .announcement: "Announcements and polls"
        case .task: "Tasks and deadlines"
        case .call: "Calls and video lessons"
        case .security: "Sign-in and safety"
        case .trial: "Trial notification"
        }
    }
    func level(_ level: NoticeLevel) -> String {
        switch level {
        case .all: "Of everything"
        case .mentions: "When I am addressed"
        case .none: "Not at all"
        case .digest: "Once a day, at 17:00"
        }
    }
    let securityHint =
        "You are told of marks only if you choose so. Of sign-ins to your account and of changes of password and second step you are always told, at once."
    let save = "Save"
    let byMail = "By mail"
    let mailHint = "A letter only says that there is news and where. At most one an hour."
    let address = "E-mail"
    let confirmAddress = "Confirm the address"
    let unconfirmed = "Waits to be confirmed by the link in the letter"
    let confirmed = "Confirmed"
    let remove = "Remove"
    let letters = "Letters of Zvonok"
    let letterSubject = "Zvonok: there is news"
    func letterBody(_ place: String, count: Int, end: String) -> String {
        """
        Hello!

        There is news in Zvonok, in \(english(count, one: "\(count) place", other: "\(count) places")). Have a look:
        \(place)

        To get no more letters: \(end)

        """
    }
    let confirmSubject = "Confirm the address for letters of Zvonok"
    func confirmBody(_ place: String) -> String {
        """
        Hello!

        This address was given for notifications of Zvonok. If that was you, confirm it:
        \(place)

        If not, do nothing: there will be no more letters.

        """
    }
    let endLetters = "Send no more letters"
    let addressConfirmed = "The address is confirmed. Letters will come here."
    let lettersEnded = "There will be no more letters."
    let schoolHours = "The school’s quiet hours"
    let schoolHoursHint = "When nobody is disturbed"
    let schoolHoursWords =
        "In these hours nobody gets notifications: they wait for the morning. Everybody may add hours of their own. Only the director and administrators send what is urgent, and say why."
    let sundayToo = "And all Sunday"
    let urgent = "Urgent notification"
    let urgentHint = "To everyone at once, in quiet hours as well"
    let urgentWords =
        "It arrives at once, by night as well, and stays on “Today” until a person says that they have seen it. For what cannot wait for the morning: cancelled lessons, danger, an accident."
    func urgentSent(_ thisMonth: Int) -> String {
        thisMonth == 0
            ? "None this month so far."
            : "Sent this month: \(english(thisMonth, one: "\(thisMonth) urgent one", other: "\(thisMonth) urgent ones")). The fewer there are, the better they are read."
    }
    let urgentWhat = "What to tell"
    let urgentWhatHint = "Up to 1000 characters. The text is seen in Zvonok alone."
    let urgentWhy = "Why it is urgent"
    let urgentWhyHint = "Up to 300 characters. Everyone who is told sees the reason."
    let urgentTo = "To whom"
    func audience(_ kind: UrgentAudience.Kind) -> String {
        switch kind {
        case .school: "The whole school"
        case .staff: "The staff"
        case .classes: "Classes: pupils, parents, class teachers"
        }
    }
    let urgentClasses = "Which classes"
    let urgentLook = "See whom it reaches"
    let urgentBefore = "Sent before"
    func urgentSeen(_ seen: Int, of people: Int) -> String { "seen by \(seen) of \(people)" }
    func urgentGoesTo(_ people: Int) -> String { "\(english(people, one: "\(people) person", other: "\(people) people")) will be told." }
    func urgentReaches(_ reachable: Int, of people: Int) -> String {
        switch reachable {
        case 0: "None of them has turned on notifications on a device or by mail: they see it when they open Zvonok."
        case people: "All of them at once, on a device or by mail."
        default: "\(reachable) at once, on a device or by mail; the others see it when they open Zvonok."
        }
    }
    let urgentSend = "Send now"
    let urgentChange = "Change"
    func urgentBecause(_ reason: String) -> String { "Why it is urgent: \(reason)" }
    let urgentGot = "I have seen it"
    let urgentNow = "Urgent"
    let urgentAt = "When"
    let device = "Device"
    let since = "Turned on"
    let urgentByFew = "Only the director and administrators send urgent notifications."
    let urgentWants = "Say why it is urgent, in up to 300 characters."
    let unknownService = "This browser’s push service is not allowed on this server."
    let badKeys = "The browser sent incomplete data. Reload the page and try again."
    let nowhereToSend = "First turn notifications on on a device, or confirm an e-mail address."
    let badAddress = "This does not look like an e-mail address. An example: ivanova@example.com"
    let noMail = "Sending letters is not set up in this installation."
    let letterNotTaken = "The letter could not be sent. The address is kept; try again later."
    let badTime = "A time is written like this: 21:00"
    let nothingOpen = "With the school’s hours not even one hour is left in which you may be told. Shorten yours."
    let nightLength = "Quiet hours last from 6 to 18 hours."
    let noSuchLevel = "This cannot be chosen here."
    let urgentWordsWanted = "Say what to tell, in up to 1000 characters."
    let urgentEnough = "Six urgent notifications were sent within a day; no more can be. Write an announcement in the school’s channel."
    let chooseAudience = "Choose to whom."
    let chooseClasses = "Tick at least one class of this school."
    let nobodyThere = "There is nobody to tell."
    let weeklyForFamilies = "Once a week is for pupils and parents only."
}

struct OrderEnglish: OrderText {
    let looksRude = "This looks like an insult. Send it anyway? If so, send it again."
    let isListed = "There is a word the school asks not to use. If it is in place, send it again."
    let holdsPersonal = "There are somebody’s data in it: a telephone number, SNILS, passport or card. If they do not mind, send it again."
    let waits = "Your message is being checked: others will see it once the chat’s manager approves."
    let editWaits = "A manager would have to see this correction first. Delete the message and write a new one."
    let cannotWait = "A manager would have to see such words first, so they cannot stand here. Please write otherwise."
    let waitingJudged = "This message has been decided already."
    let alreadyAppealed = "You have objected already. The answer will come here."
    let alreadyAnswered = "This appeal has been answered already."
    let muted = "You may not write in this chat for now. The decision and its end are under “Decisions”."
    let acceptFirst = "Please accept the rules of this chat first."
    let explanation = "Write a few words, up to 500 characters."
    let ownReport = "You cannot report your own message: you can delete it."
    let ownCase = "Nobody decides about themselves: let another one do it."
    let decided = "This message has been decided on already."
    let unknownWord = "Write one word, or the address of a site without spaces."
    let onlyManagers = "The order of a chat is set by its managers."
    let report = "Report"
    func cause(_ cause: ReportCause) -> String {
        switch cause {
        case .insult: "Insult or bullying"
        case .obscene: "Obscene language"
        case .personal: "Somebody’s personal data"
        case .fraud: "Looks like a swindle"
        case .spam: "Advertising, spam"
        case .other: "Something else"
        }
    }
    let note = "What is wrong (optional)"
    let moderation = "Order in chats"
    let reports = "Reports"
    let waiting = "Waiting for a look"
    let noCases = "Nothing to decide"
    let around = "What stood around it"
    func measure(_ measure: Measure) -> String {
        switch measure {
        case .nothing: "Do nothing"
        case .warn: "Warn the author"
        case .remove: "Take the message away"
        case .mute: "Take it away and forbid writing for a time"
        case .block: "Take it away and close the chat to the author"
        }
    }
    let reason = "Why (the author and whoever reported will see it)"
    let because = "Why"
    func until(_ moment: String) -> String { "until \(moment)" }
    let sendAnyway = "Send it anyway"
    let change = "Change the message"
    func toDecide(_ count: Int) -> String { "In chats, waiting for your decision: \(count)" }
    let hours = "For how many hours"
    let decide = "Decide"
    let open = "Open"
    let publish = "Publish"
    let refuse = "Do not publish"
    let onCheck = "being checked"
    func refused(_ reason: String) -> String { "not published: \(reason)" }
    let decisions = "Decisions"
    let noDecisions = "No decisions yet"
    let myReports = "My reports"
    let reportOpen = "not decided yet"
    let appeals = "Appeals"
    let appeal = "Appeal to the school’s administrator"
    func appealed(_ text: String) -> String { "Appeal: \(text)" }
    func answered(_ text: String) -> String { "Answer: \(text)" }
    let lifted = "Lifted"
    let uphold = "Uphold the decision"
    let lift = "Lift the decision"
    let order = "Order and rules"
    let slow = "At most one message"
    func slowChoice(_ seconds: Int) -> String {
        switch seconds {
        case 0: "without limit"
        case ..<60: "every \(seconds) seconds"
        case ..<3_600: "every \(seconds / 60) min"
        default: "an hour"
        }
    }
    let premoderated = "A manager looks at pupils’ messages first"
    let rules = "Rules of the chat"
    func rulesVersion(_ version: Int64) -> String { "Rules, version \(version)" }
    let rulesAsk = "To write in the chat, accept its rules."
    let accept = "I accept the rules"
    let notAccepted = "Have not accepted the rules yet"
    let allAccepted = "Everyone has accepted the rules"
    let save = "Save"
    let words = "The school’s words and sites"
    let wordsHint = "Authors are warned of these words, a pupil’s message waits for a look. Links to these sites raise no warning."
    let word = "Unwelcome word"
    let host = "Site the school trusts"
    let add = "Add"
    let remove = "Remove"
    let statistics = "Order in chats by month"
    let month = "Month"
}

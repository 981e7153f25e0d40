import Kernel

struct PollsEnglish: PollsText {
    let poll = "Poll"
    let anonymous = "anonymous"
    let named = "with names"
    func until(_ when: String) -> String { "until \(when)" }
    let closed = "closed"
    let newPoll = "Poll"
    let newPollHint = "One question, counted by itself. It may be put in several chats at once: everyone answers once."
    let question = "Question"
    let options = "Answers to choose from"
    let optionsHint = "One a line, 2 to 12. Leave empty for a question answered in one's own words."
    let kind = "How it is answered"
    func kind(_ kind: Poll.Kind) -> String {
        switch kind {
        case .single: "one answer"
        case .multiple: "several answers"
        case .open: "in one's own words"
        }
    }
    let isAnonymous = "Anonymous"
    let isAnonymousHint = "Nobody learns who answered what; such an answer cannot be changed. Results show after three answers."
    let showsBefore = "Show results before one has answered"
    let closes = "Close at"
    let closesHint = "May be left out; you can close it yourself."
    let inChats = "Whom to ask"
    let inChatsHint = "Who is in several chats counts once."
    let put = "Start the poll"
    let samplesTitle = "Ready questions"
    let samples = [
        PollSample("What would you improve in our school?"),
        PollSample("Are you content with school meals?", .single, ["Yes", "Rather yes", "Rather no", "No", "I do not eat at school"]),
        PollSample("Which clubs interest you?", .multiple, ["Sport", "Music and theatre", "Programming", "Drawing", "Science", "Hiking"]),
        PollSample("Where shall our class go?", .single, ["Museum", "Theatre", "Countryside", "A factory"]),
        PollSample("Do you feel safe at school?", .single, ["Yes", "Rather yes", "Rather no", "No"]),
    ]
    let answer = "Answer"
    let change = "Change the answer"
    let send = "Answer"
    let answered = "You have answered"
    func coverage(_ coverage: Poll.Coverage) -> String {
        let half = coverage.side == .pupil && coverage.missingToHalf > 0 ? "; \(coverage.missingToHalf) more to half" : ""
        let people =
            switch coverage.side {
            case .staff: english(coverage.all, one: "member of staff", other: "members of staff")
            case .pupil: english(coverage.all, one: "pupil", other: "pupils")
            case .family: english(coverage.all, one: "parent", other: "parents")
            }
        return "\(coverage.done) of \(coverage.all) \(people) have answered, \(coverage.percent)%\(half)"
    }
    func votes(_ count: Int) -> String { "\(count) " + english(count, one: "vote", other: "votes") }
    func shownFrom(_ count: Int) -> String { "Results will show once at least \(count) people have answered." }
    let shownAfter = "Results show after you have answered."
    let results = "Results"
    let answers = "Answers"
    let download = "Download as a table (CSV)"
    let close = "Close the poll"
    let closeAsks = "Nobody can answer after that."
    let back = "Back"
    let person = "Who"
    let side = "Side"
    func side(_ side: Side) -> String {
        switch side {
        case .staff: "staff"
        case .pupil: "pupil"
        case .family: "parent"
        }
    }
    let ownAnswers = "Answers to polls"
    let questionLength = "The question may have at most 500 characters."
    let pollOptions = "It needs 2 to 12 different answers of at most 120 characters each; none for a question answered in one's own words."
    let closesInThePast = "That time is past."
    let chooseOne = "Choose an answer."
    let answerLength = "The answer may have at most 500 characters."
    let chooseChats = "Choose at least one chat."
    let onlyManagersPoll = "Polls in this chat are put by staff and by those who manage it."
    let pollIsClosed = "The poll is closed."
    let alreadyAnswered = "You have answered. An anonymous answer cannot be changed."
    let onlyManagersSeeAnswers = "All answers are seen by the poll's author and by those who manage the chat."
    let pollStands = "A poll's question does not change while it is answered. Remove the poll and start another."
}

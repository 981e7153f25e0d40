import Kernel

struct NoticeboardEnglish: NoticeboardText {
    let announcement = "Announcement"
    let acknowledge = "I have read it"
    let acknowledged = "You have confirmed"
    let acknowledgedByFamily = "Your family has confirmed"
    func tally(_ tallies: [Announcement.Tally]) -> String {
        let parts = tallies.map { "\($0.done) of \($0.all) " + people($0.all, $0.side) }
        return parts.isEmpty ? nobodyAsked : "Confirmed by " + parts.joined(separator: ", ")
    }
    private func people(_ count: Int, _ side: Side) -> String {
        switch side {
        case .staff: english(count, one: "member of staff", other: "members of staff")
        case .pupil: english(count, one: "pupil", other: "pupils")
        case .family: english(count, one: "family", other: "families")
        }
    }
    let whoHas = "Who has confirmed"
    let haveNot = "Not yet confirmed"
    let have = "Confirmed"
    let nobodyAsked = "The announcement reaches nobody: there is no one in the chat yet."
    let remind = "Remind those who have not confirmed"
    func reminds(_ hours: Int) -> String { "Only they will see it. The next reminder can be sent in \(hours) hours." }
    func remindedAt(_ when: String) -> String { "Reminder sent: \(when)" }
    func side(_ side: Side) -> String {
        switch side {
        case .staff: "staff"
        case .pupil: "pupil"
        case .family: "family"
        }
    }
    let answerAuthor = "Answer the author"
    func onlyAuthorSees(_ author: String) -> String { "Only \(author) will see the answer." }
    func answers(_ count: Int) -> String { "\(count) " + english(count, one: "answer", other: "answers") }
    let answersTitle = "Answers to the announcement"
    let noAnswers = "No answers yet"
    let reply = "Answer"
    let send = "Send"
    let markRead = "Read"
    let openForTalk = "Allow talk in the chat"
    let closeForTalk = "Take answers in private only"
    let waiting = "Please read and confirm"
    let reminder = "reminder"
    let unreadAnswers = "Answers to announcements"
    let more = "Announcement and more"
    let newAnnouncement = "Announcement"
    let newAnnouncementHint = "Everyone confirms having read it; you see who has not. Answers come to you in private."
    let words = "Text"
    let isOpen = "Allow talk in the chat"
    let post = "Publish"
    let back = "Back"
    let ownReceipts = "Confirmed announcements"
    let ownReplies = "Answers to announcements"
    let ownWhen = "When"
    let onlyManagersAnnounce = "Announcements in this chat are made by those who manage it."
    let notAddressed = "This announcement is addressed to others."
    let onlyManagersSeeReceipts = "Who has confirmed is seen by the author and by those who manage the chat."
    let answersGoToAuthor = "This announcement is answered to its author in private."
}

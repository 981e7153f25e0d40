import Kernel

struct NoticeboardRussian: NoticeboardText {
    let announcement = "Объявление"
    let acknowledge = "Ознакомлен"
    let acknowledged = "Вы ознакомились"
    let acknowledgedByFamily = "Ваша семья ознакомилась"
    func tally(_ tallies: [Announcement.Tally]) -> String {
        let parts = tallies.map { "\($0.done) из \($0.all) " + people($0.all, $0.side) }
        return parts.isEmpty ? nobodyAsked : "Ознакомились " + parts.joined(separator: ", ")
    }
    private func people(_ count: Int, _ side: Side) -> String {
        switch side {
        case .staff: russian(count, one: "сотрудника", few: "сотрудников", many: "сотрудников")
        case .pupil: russian(count, one: "ученика", few: "учеников", many: "учеников")
        case .family: russian(count, one: "семьи", few: "семей", many: "семей")
        }
    }
    let whoHas = "Кто ознакомился"
    let haveNot = "Ещё не ознакомились"
    let have = "Ознакомились"
    let nobodyAsked = "Объявление никому не адресовано: в чате пока никого нет."
    let remind = "Напомнить тем, кто не ознакомился"
    func reminds(_ hours: Int) -> String { "Напоминание увидят только они. Следующее можно отправить через \(hours) часов." }
    func remindedAt(_ when: String) -> String { "Напоминание отправлено: \(when)" }
    func side(_ side: Side) -> String {
        switch side {
        case .staff: "сотрудник"
        case .pupil: "ученик"
        case .family: "семья"
        }
    }
    let answerAuthor = "Ответить автору"
    func onlyAuthorSees(_ author: String) -> String { "Ответ увидит только \(author)." }
    func answers(_ count: Int) -> String { "\(count) " + russian(count, one: "ответ", few: "ответа", many: "ответов") }
    let answersTitle = "Ответы на объявление"
    let noAnswers = "Ответов пока нет"
    let reply = "Ответ"
    let send = "Отправить"
    let markRead = "Прочитано"
    let openForTalk = "Разрешить обсуждение в чате"
    let closeForTalk = "Принимать ответы только лично"
    let waiting = "Ознакомьтесь"
    let reminder = "напоминание"
    let unreadAnswers = "Ответы на объявления"
    let more = "Объявление и другое"
    let newAnnouncement = "Объявление"
    let newAnnouncementHint = "Каждый подтвердит, что ознакомился; вы увидите, кто ещё нет. Ответы придут вам лично."
    let words = "Текст"
    let isOpen = "Разрешить обсуждение в чате"
    let post = "Опубликовать"
    let back = "Назад"
    let ownReceipts = "Ознакомления с объявлениями"
    let ownReplies = "Ответы на объявления"
    let ownWhen = "Когда"
    let onlyManagersAnnounce = "Объявления в этом чате публикуют его ведущие."
    let notAddressed = "Это объявление адресовано другим."
    let onlyManagersSeeReceipts = "Кто ознакомился, видят автор объявления и ведущие чата."
    let answersGoToAuthor = "На это объявление отвечают лично автору."
}

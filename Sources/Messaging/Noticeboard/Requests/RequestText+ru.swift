import Kernel

struct RequestRussian: RequestText {
    let propose = "Предложить публикацию"
    let proposeHint = "Ведущие канала опубликуют текст от вашего имени или вернут его с пояснением."
    let words = "Текст"
    let send = "Предложить"
    let requests = "Предложенные публикации"
    let none = "Предложений нет"
    func state(_ state: PublishRequest.State) -> String {
        switch state {
        case .waiting: "ждёт решения"
        case .published: "опубликовано"
        case .returned: "возвращено"
        case .withdrawn: "отозвано"
        }
    }
    let publish = "Опубликовать"
    let badFile = "Один из файлов не прошёл проверку или удалён: публикация выйдет без него."
    let giveBack = "Вернуть"
    let reason = "Почему возвращаете"
    let withdraw = "Отозвать"
    let waiting = "Предложены публикации"
    let back = "Назад"
    let ownRequests = "Предложенные публикации"
    let onlyStaffPropose = "Предлагать публикации могут сотрудники в каналах, где пишут только ведущие."
    let alreadyDecided = "По этому предложению уже есть решение."
}

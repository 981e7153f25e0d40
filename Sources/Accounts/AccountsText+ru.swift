import Kernel
import WebCore

struct AccountsRussian: AccountsText {
    let signIn = "Вход"
    let motto = "Чаты, журнал и дневник школы в одном месте"
    let login = "Логин"
    let password = "Пароль"
    let enter = "Войти"
    let noPassword = "Логин и пароль выдаёт школа: сотрудникам — администратор, семьям — классный руководитель."
    let joinSchool = "Подключить школу"
    let notIn = "Войти не получилось"
    let access = "Вход и пароль"
    let wornNow = "сейчас"
    let wear = "Перейти"
    let wrongPassword = "Логин и пароль не подошли. Проверьте раскладку и заглавные буквы."
    let wrongOldPassword = "Прежний пароль введён неверно."
    let noSchool = "Вы больше не числитесь ни в одной школе. Обратитесь к администратору школы."
    func passwordLength(_ shortest: Int, _ longest: Int) -> String { "В пароле должно быть от \(shortest) до \(longest) знаков." }
    let passwordCommon = "Такой пароль подберут первым. Придумайте другой, например три несвязанных слова."
    func passwordHint(_ shortest: Int) -> String {
        "Не короче \(shortest) " + russian(shortest, one: "знака", few: "знаков", many: "знаков")
            + ". Лучше всего три несвязанных слова. На других устройствах понадобится войти заново."
    }
    let passwordChanged = "Пароль изменён. На других устройствах нужно войти заново."
    let oldPassword = "Прежний пароль"
    let newPassword = "Новый пароль"
    let changePassword = "Сменить пароль"
    let loginTaken = "Этот логин уже занят."
    let loginForm = "В логине от 3 до 80 букв, цифр и знаков . - _ @ +"
    let belongsElsewhere = "Человек числится и в другой школе: логин и имя он меняет сам."
    let accessClosed = "Вход закрыт: нет согласия на обработку персональных данных или оно отозвано. Согласие можно подписать на бумаге в школе."
    let isErased = "Данные этого человека уничтожены по желанию семьи, осталась строка с номером. Ввести данные заново можно после нового согласия."
    let onlyAdministrators = "Это делает администратор школы."
    func rooms(_ group: Door.Group) -> String { group == .own ? "Моё" : "Школа" }
    let notYoursToGive = "Эту роль назначает и снимает не администратор школы: директора — тот, кто ведёт платформу, или прежний директор."
    let onlyJoinedTeachers = "Ещё одним администратором можно сделать только педагога, у которого уже есть вход. Остальных назначает директор."
    let lastOfRole = "В этой роли больше никого нет. Сначала назначьте преемника, иначе школой некому будет управлять."
    let onlyDirector = "Учителя подтверждают директор и администратор школы."
    let notATeacher = "Подтвердить можно того, кто ведёт уроки, и директора. Сначала дайте роль."
    let orderLong = "Номер и дата приказа не длиннее 100 знаков."
    let nameEmpty = "Напишите фамилию или имя."
    func nameLong(_ longest: Int) -> String { "Слишком длинно: в каждой части имени не больше \(longest) букв." }
    func nameSign(_ sign: String) -> String { "Знак «\(sign)» в имени не пишут: только буквы, дефис, апостроф, точка и пробел." }
    func nameMixed(_ word: String) -> String { "В слове «\(word)» смешаны похожие буквы разных алфавитов. Наберите его заново в одной раскладке." }
    let aboutPerson = "О человеке"
    let roles = "Роли"
    let roleWord = "Роль"
    let family = "Фамилия"
    let given = "Имя"
    let patronymic = "Отчество"
    let sex = "Пол"
    func name(_ sex: Sex) -> String { sex == .female ? "женский" : "мужской" }
    let bornOn = "Дата рождения"
    let since = "с"
    let until = "по"
    let began = "Вход"
    let deviceWord = "Устройство"
    let address = "Адрес в сети"
    let hats = "Войти как"
    let language = "Язык"
    func name(_ language: Language) -> String { language == .ru ? "Русский" : "English" }
    let signIns = "Где вы вошли"
    func device(_ description: String) -> String { browser(description) ?? "Неизвестное устройство" }
    let thisDevice = "это устройство"
    func signedIn(_ moment: String, from address: String) -> String { "Вход: \(moment), адрес \(address)" }
    func lastUsed(_ moment: String) -> String { "Последнее обращение: \(moment)" }
    let end = "Завершить"
    let endOthers = "Выйти на всех других устройствах"
    let signOut = "Выйти"
}

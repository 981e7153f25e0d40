import Accounts
import Kernel

extension RegionsRussian: ApplicationText {
    var apply: String { "Заявка на регистрацию школы" }
    var applyHint: String { "Заявку подаёт организация. Нужен приказ директора о назначении администратора: номер, дата и скан." }
    var noRegions: String { "Приём заявок ещё не открыт. Обратитесь к оператору платформы." }
    var chooseRegion: String { "Выберите регион" }
    var otherRegion: String { "другой регион" }
    var alreadyApplied: String { "Заявка уже подана? Узнать её состояние" }
    var municipality: String { "Муниципалитет" }
    var kind: String { "Вид организации" }
    var fullName: String { "Полное наименование" }
    var fullNameHint: String { "Как в уставе." }
    var shortName: String { "Краткое название" }
    var shortNameHint: String { "Так школу увидят все: «Школа № 58»." }
    var inn: String { "ИНН" }
    var innHint: String { "10 цифр." }
    var address: String { "Адрес" }
    var site: String { "Сайт" }
    var phone: String { "Телефон" }
    var email: String { "Электронная почта" }
    var director: String { "Директор (ФИО полностью)" }
    var directorHint: String { "Фамилия, имя и отчество руководителя." }
    var programmes: String { "Образовательные программы" }
    var pupilsCount: String { "Обучающихся" }
    var staffCount: String { "Работников" }
    var zone: String { "Часовой пояс" }
    var aboutOrganisation: String { "Организация" }
    var aboutPeople: String { "Директор и администратор" }
    var administratorHint: String { "Администратор назначен приказом. Он получит код и первым войдёт в Звонок." }
    var aboutOrder: String { "Приказ директора" }
    var family: String { "Фамилия" }
    var given: String { "Имя" }
    var patronymic: String { "Отчество (если есть)" }
    var contact: String { "Почта или телефон администратора" }
    var contactHint: String { "Чтобы куратор мог связаться. Сообщений с кодами на него не приходит." }
    var orderNumber: String { "Номер приказа" }
    var orderDay: String { "Дата приказа" }
    var orderScan: String { "Скан приказа" }
    var scanHint: String { "PDF, JPEG или PNG, до 8 МБ." }
    var send: String { "Отправить заявку" }
    var nothingLost: String { "Заполненное осталось в форме." }
    var findApplication: String { "Состояние заявки" }
    var applicationNumber: String { "Номер заявки" }
    var secretWord: String { "Секретное слово" }
    var show: String { "Показать" }
    var notFoundByWord: String { "Заявки с таким номером и словом нет. Проверьте, что списали без ошибок." }
    var keepThis: String { "Сохраните это" }
    var keepHint: String { "По номеру и слову вы узнаете решение и ответите на вопрос. Можно сохранить адрес этой страницы." }
    var history: String { "Ход заявки" }
    var curatorContacts: String { "Куда обратиться" }
    var yourAnswer: String { "Ваш ответ" }
    var sendAnswer: String { "Ответить" }
    var applications: String { "Заявки школ" }
    var filter: String { "Показать" }
    var next: String { "Дальше" }
    var back: String { "Назад" }
    var openScan: String { "Открыть скан" }
    var administrator: String { "Администратор" }
    var approveHint: String { "Проверьте приказ и администратора. После одобрения появятся школа, её учительская и администратор." }
    var approve: String { "Одобрить" }
    var question: String { "Вопрос заявителю" }
    var ask: String { "Задать вопрос" }
    var refusalReason: String { "Причина отказа" }
    var refuse: String { "Отказать" }
    var administratorHasCome: String { "Администратор школы уже вошёл." }
    var approvedNow: String { "Школа создана. Осталось передать администратору решение с кодом." }
    var decisionHint: String { "В решении печатается одноразовый код. Если напечатать ещё раз, прежний код перестанет действовать." }
    var printDecision: String { "Выдать код и открыть решение" }
    var decision: String { "Решение о регистрации" }
    var firstSignIn: String { "Первый вход по коду" }
    var firstSignInHint: String { "Код напечатан в решении о регистрации. Придумайте логин и пароль: дальше вы входите по ним." }
    var code: String { "Одноразовый код" }
    var codeHint: String { "Четыре группы по четыре знака. Большие буквы и чёрточки не важны." }
    var newLogin: String { "Логин" }
    var loginHint: String { "От 3 знаков: буквы, цифры, точка, дефис." }
    var newPassword: String { "Пароль" }
    var comeIn: String { "Войти" }
    var person: String { "Кто" }
    var organisation: String { "Организация" }
    var goodUntil: String { "Действует до" }
    var where_: String { "Где ввести" }
    var codeWarning: String { "Код одноразовый. Передайте его только тому, чьё имя здесь стоит. Потерян — попросите куратора выдать новый." }
    var codeTitle: String { "Код для входа" }
    var codeOnce: String { "Код показан один раз: напечатайте или перепишите его сейчас." }
    func passwordHint(_ shortest: Int) -> String { "Не короче \(shortest) знаков; лучше три слова подряд." }
    func applicationTitle(_ number: Int64) -> String { "Заявка № \(number)" }
    func scanKept(_ name: String) -> String { "Файл «\(name)» уже получен. Выбирать его снова не нужно." }
    func notSent(_ flaws: Int) -> String {
        "Не отправлено: " + russian(flaws, one: "проверьте \(flaws) поле", few: "проверьте \(flaws) поля", many: "проверьте \(flaws) полей")
    }
    func orderWords(_ number: String, _ day: String) -> String { "приказ № \(number) от \(day)" }
    func decisionWords(_ name: String, _ inn: String, _ number: Int64, _ day: String) -> String {
        "По заявке № \(number) от \(day) зарегистрирована организация: \(name), ИНН \(inn)."
    }
    func decisionAdministrator(_ name: String, _ order: String) -> String { "Администратор: \(name), \(order)" }
    func curatorSigns(_ name: String) -> String { "Куратор: \(name) ____________________" }
    func printedOn(_ day: String) -> String { "Напечатано: \(day)" }
    func waited(_ days: Int) -> String { days < 1 ? "сегодня" : "ждёт \(days) " + russian(days, one: "день", few: "дня", many: "дней") }
    func waitingApplications(_ count: Int) -> String { russian(count, one: "заявка ждёт решения", few: "заявки ждут решения", many: "заявок ждут решения") }
    func state(_ state: SchoolApplication.State) -> String {
        switch state {
        case .new: "на рассмотрении"
        case .asked: "есть вопрос"
        case .answered: "ответ получен"
        case .approved: "одобрена"
        case .refused: "отказано"
        }
    }
    func whatNext(_ state: SchoolApplication.State) -> String {
        switch state {
        case .new: "Куратор проверит заявку. Загляните сюда позже."
        case .asked: "Куратору не хватает сведений. Ответьте на вопрос ниже."
        case .answered: "Куратор вернётся к заявке. Загляните сюда позже."
        case .approved: "Школа зарегистрирована. Решение с кодом для администратора выдаёт куратор."
        case .refused: "Причина указана ниже. Исправив её, можно подать новую заявку."
        }
    }
    func step(_ kind: ApplicationStep.Kind) -> String {
        switch kind {
        case .submitted: "Заявка подана"
        case .asked: "Вопрос куратора"
        case .answered: "Ответ заявителя"
        case .approved: "Заявка одобрена"
        case .refused: "Отказ"
        case .code: "Выдан код администратора"
        }
    }
    func filter(_ filter: QueueViews.Filter) -> String {
        switch filter {
        case .waiting: "Ждут"
        case .asked: "Вопрос"
        case .approved: "Одобрены"
        case .refused: "Отказ"
        }
    }
    func noApplications(_ filter: QueueViews.Filter) -> String { filter == .waiting ? "Все заявки рассмотрены" : "Таких заявок нет" }
    func kind(_ kind: OpenSchool.Kind) -> String {
        switch kind {
        case .general: "общеобразовательная"
        case .vocational: "профессиональная (СПО)"
        case .additional: "дополнительного образования"
        }
    }
    func programme(_ programme: Programme) -> String {
        switch programme {
        case .preschool: "дошкольное образование"
        case .primary: "начальное общее"
        case .basic: "основное общее"
        case .secondary: "среднее общее"
        case .vocational: "среднее профессиональное"
        case .additional: "дополнительное"
        }
    }
    func zoneName(_ identifier: String) -> String {
        switch identifier {
        case "Europe/Kaliningrad": "Калининград (МСК−1)"
        case "Europe/Moscow": "Москва"
        case "Europe/Samara": "Самара (МСК+1)"
        case "Asia/Yekaterinburg": "Екатеринбург (МСК+2)"
        case "Asia/Omsk": "Омск (МСК+3)"
        case "Asia/Krasnoyarsk": "Красноярск (МСК+4)"
        case "Asia/Irkutsk": "Иркутск (МСК+5)"
        case "Asia/Yakutsk": "Якутск (МСК+6)"
        case "Asia/Vladivostok": "Владивосток (МСК+7)"
        case "Asia/Magadan": "Магадан (МСК+8)"
        case "Asia/Kamchatka": "Камчатка, Чукотка (МСК+9)"
        default: identifier
        }
    }
}

import Kernel

struct NoticesRussian: NoticesText {
    let product = "Звонок"
    let news = "Есть новое"
    let notices = "Уведомления"
    let noticesHint = "Когда и о чём вам сообщать, тихие часы, устройства"
    let saved = "Сохранено"
    let tried = "Отправили пробное уведомление. Оно придёт в течение минуты."
    let asked = "Отправили письмо. Откройте ссылку в нём, чтобы подтвердить адрес."
    let onDevices = "На устройствах"
    let devicesHint = "В уведомлении сказано только «Есть новое»: текст виден лишь в самом Звонке."
    let turnOn = "Включить на этом устройстве"
    let turnOff = "Выключить"
    let blocked = "В браузере уведомления для этого сайта запрещены. Разрешите их в настройках браузера и обновите страницу."
    let missing = "Этот браузер не принимает уведомлений. На iPhone сначала добавьте Звонок на экран «Домой»."
    let notTurnedOn = "Не получилось включить. Проверьте связь и попробуйте ещё раз."
    let trySending = "Прислать пробное"
    let thisDevice = "это устройство"
    func addedOn(_ day: String) -> String { "Включено: \(day)" }
    let whenNot = "Когда не беспокоить"
    func schoolIsQuiet(_ from: String, _ until: String, sunday: Bool) -> String {
        "Тихие часы школы: \(from)–\(until)\(sunday ? " и всё воскресенье" : ""). В это время приходит только срочное от директора или администратора; остальное ждёт утра."
    }
    let ownHours = "Ваши тихие часы"
    let ownHoursHint = "Добавляются к школьным. Оставьте пустыми, если хватает школьных."
    let from = "С"
    let until = "До"
    let worksLate = "Сообщать мне и в тихие часы школы"
    let howOften = "Как часто"
    func pace(_ pace: NoticePace) -> String {
        switch pace {
        case .soon: "Сразу"
        case .morning: "Раз в день, утром"
        case .weekly: "Раз в неделю, в пятницу вечером"
        }
    }
    let aboutWhat = "О чём"
    func kind(_ kind: NoticeKind) -> String {
        switch kind {
        case .message: "Сообщения в чатах"
        case .mark: "Отметки"
        case .lesson: "Уроки и домашние задания"
        case .absence: "Ребёнка нет на уроке"
        case .announcement: "Объявления и опросы"
        case .task: "Задачи и сроки"
        case .call: "Звонки и видеоуроки"
        case .security: "Вход и безопасность"
        case .trial: "Пробное уведомление"
        }
    }
    func level(_ level: NoticeLevel) -> String {
        switch level {
        case .all: "Обо всём"
        case .mentions: "Когда обращаются ко мне"
        case .none: "Не сообщать"
        case .digest: "Раз в день, в 17:00"
        }
    }
    let securityHint =
        "Об отметках не сообщаем, пока вы сами не выберете. О входах в вашу учётную запись, смене пароля и второго шага сообщаем всегда и сразу."
    let save = "Сохранить"
    let byMail = "По почте"
    let mailHint = "Письмо говорит только, что есть новое и где. Не чаще раза в час."
    let address = "Электронная почта"
    let confirmAddress = "Подтвердить адрес"
    let unconfirmed = "Ждёт подтверждения по ссылке из письма"
    let confirmed = "Подтверждён"
    let remove = "Убрать"
    let letters = "Письма Звонка"
    let letterSubject = "Звонок: есть новое"
    func letterBody(_ place: String, count: Int, end: String) -> String {
        """
        Здравствуйте!

        В Звонке есть новое: \(russian(count, one: "\(count) место", few: "\(count) места", many: "\(count) мест")). Посмотреть:
        \(place)

        Больше не получать писем: \(end)

        """
    }
    let confirmSubject = "Подтвердите адрес для писем Звонка"
    func confirmBody(_ place: String) -> String {
        """
        Здравствуйте!

        Этот адрес указали для уведомлений Звонка. Если это вы, подтвердите его:
        \(place)

        Если не вы, ничего не делайте: писем больше не будет.

        """
    }
    let endLetters = "Больше не присылать писем"
    let addressConfirmed = "Адрес подтверждён. Письма будут приходить сюда."
    let lettersEnded = "Писем больше не будет."
    let schoolHours = "Тихие часы школы"
    let schoolHoursHint = "Когда никого не беспокоить"
    let schoolHoursWords =
        "В эти часы уведомления не приходят никому: они ждут утра. Каждый может добавить свои. Срочное отправляют только директор и администратор, с указанием причины."
    let sundayToo = "И всё воскресенье"
    let urgent = "Срочное уведомление"
    let urgentHint = "Всем сразу, и в тихие часы"
    let urgentWords =
        "Придёт сразу, и ночью тоже, и останется на экране «Сегодня», пока человек не отметит, что видел. Для того, что не ждёт утра: отмена занятий, опасность, авария."
    func urgentSent(_ thisMonth: Int) -> String {
        thisMonth == 0
            ? "В этом месяце срочных ещё не было."
            : "В этом месяце отправлено: \(russian(thisMonth, one: "\(thisMonth) срочное", few: "\(thisMonth) срочных", many: "\(thisMonth) срочных")). Чем их меньше, тем внимательнее их читают."
    }
    let urgentWhat = "Что сообщить"
    let urgentWhatHint = "До 1000 знаков. Текст виден только в самом Звонке."
    let urgentWhy = "Почему это срочно"
    let urgentWhyHint = "До 300 знаков. Причину увидят все, кому придёт уведомление."
    let urgentTo = "Кому"
    func audience(_ kind: UrgentAudience.Kind) -> String {
        switch kind {
        case .school: "Всей школе"
        case .staff: "Сотрудникам"
        case .classes: "Классам: ученикам, родителям, классным руководителям"
        }
    }
    let urgentClasses = "Каким классам"
    let urgentLook = "Посмотреть, кому придёт"
    let urgentBefore = "Отправленные раньше"
    func urgentSeen(_ seen: Int, of people: Int) -> String { "видели \(seen) из \(people)" }
    func urgentGoesTo(_ people: Int) -> String {
        "Уведомление получат \(russian(people, one: "\(people) человек", few: "\(people) человека", many: "\(people) человек"))."
    }
    func urgentReaches(_ reachable: Int, of people: Int) -> String {
        switch reachable {
        case 0: "Уведомлений на устройство или почту никто из них не включил: увидят, когда откроют Звонок."
        case people: "Всем придёт сразу, на устройство или почту."
        default: "Сразу, на устройство или почту, придёт \(reachable); остальные увидят, когда откроют Звонок."
        }
    }
    let urgentSend = "Отправить сейчас"
    let urgentChange = "Изменить"
    func urgentBecause(_ reason: String) -> String { "Почему срочно: \(reason)" }
    let urgentGot = "Вижу"
    let urgentNow = "Срочно"
    let urgentAt = "Когда"
    let device = "Устройство"
    let since = "Включено"
    let urgentByFew = "Срочное уведомление отправляют только директор и администратор."
    let urgentWants = "Напишите, почему это срочно: до 300 знаков."
    let unknownService = "Служба уведомлений этого браузера не разрешена на сервере."
    let badKeys = "Браузер прислал неполные данные. Обновите страницу и попробуйте ещё раз."
    let nowhereToSend = "Сначала включите уведомления на устройстве или подтвердите почту."
    let badAddress = "Это не похоже на адрес почты. Пример: ivanova@example.ru"
    let noMail = "Отправка писем в этой установке не настроена."
    let letterNotTaken = "Письмо отправить не удалось. Адрес записан; попробуйте ещё раз позже."
    let badTime = "Время пишется так: 21:00"
    let nothingOpen = "Вместе со школьными часами не остаётся и часа, когда вам можно сообщить. Сократите свои."
    let nightLength = "Тихие часы длятся от 6 до 18 часов."
    let noSuchLevel = "Для этого так выбрать нельзя."
    let urgentWordsWanted = "Напишите, что сообщить: до 1000 знаков."
    let urgentEnough = "За сутки отправлено шесть срочных уведомлений, больше нельзя. Напишите объявление в канал школы."
    let chooseAudience = "Выберите, кому."
    let chooseClasses = "Отметьте хотя бы один класс этой школы."
    let nobodyThere = "Там никого нет: сообщать некому."
    let weeklyForFamilies = "Раз в неделю сообщаем только ученикам и родителям."
}

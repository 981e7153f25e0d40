import Kernel

struct MovementRussian: MovementText {
    let book = "Движение учеников"
    let bookHint = "Зачислить, перевести, отчислить; книга движения"
    let appointments = "Назначения"
    let appointmentsHint = "Администраторы, координатор, оператор, классные руководители – по приказам"
    let promotion = "Перевод на следующий год"
    let promotionHint = "7А → 8А, выпуск, первые классы – одним приказом"
    let tasks = "Сверка данных и сообщения"
    let tasksHint = "Кто прибыл, выбыл, изменил данные; ежемесячная сверка"
    let toSchool = "К устройству школы"
    func period(_ from: String, _ to: String) -> String { "с \(from) по \(to)" }
    func shortDate(_ day: Day) -> String { (day.day < 10 ? "0" : "") + "\(day.day)." + (day.month < 10 ? "0" : "") + "\(day.month).\(day.year)" }
    func printedBy(_ name: String, _ date: String) -> String { "Напечатано: \(name), \(date)" }
    let newPupil = "Новый ученик"
    let unplaced = "Без класса и выбывшие"
    let from = "С"
    let until = "По"
    let schoolClass = "Класс"
    let all = "все"
    let whatHappened = "Что произошло"
    let show = "Показать"
    let noMovement = "За это время никто не прибыл и не выбыл"
    func lines(_ count: Int) -> String { "\(count) " + russian(count, one: "запись", few: "записи", many: "записей") }
    func narrowPeriod(_ count: Int) -> String { "Показаны последние \(count). Чтобы увидеть остальные, сузьте даты." }
    let counts = "Численность по классам"
    let atStart = "было"
    let came = "прибыло"
    let left = "выбыло"
    let atEnd = "стало"
    let total = "Всего"
    func orderTitle(_ number: String, _ date: String) -> String { "приказ № \(number) от \(date)" }
    let undone = "отменено"
    let undoneLine = "Эта запись отменена и ни на что не действует."
    let correctOrder = "Исправить приказ"
    let orderNumber = "Номер приказа"
    let orderDate = "Дата приказа"
    let place = "Откуда прибыл или куда выбыл"
    let placeHint = "Например, «школа № 3, г. Балашов». Можно не заполнять."
    let save = "Сохранить"
    let undoTitle = "Ошибка в самом движении"
    let undo = "Отменить движение"
    func moveTitle(_ name: String) -> String { "Движение, \(name)" }
    let whom = "Кого"
    let whatToDo = "Что сделать"
    let transferTo = "Перевести в другой класс"
    let expel = "Отчислить из школы"
    let intoClass = "В класс"
    let targetHint = "Для отчисления не нужен"
    let choose = "выберите"
    let sinceDay = "С какого дня"
    let sinceDayHint = "С этого дня ученик числится по-новому. Если день ещё не наступил, всё выполнится в этот день само."
    let showWhatHappens = "Показать, что изменится"
    func fromDayByOrder(_ day: String, _ order: String, _ date: String) -> String { "С \(day), приказ № \(order) от \(date)" }
    let expelMeans = "Доступ к чатам и дневнику закроется сразу. Родители без других детей в школе потеряют доступ к ней. Отметки и история останутся в школе."
    func guardiansLose(_ names: String) -> String { "потеряют дневник ребёнка: \(names)" }
    let back = "Вернуться и исправить"
    let nameBegins = "Фамилия начинается с"
    let find = "Найти"
    let waiting = "Ещё не зачислены"
    let nobodyWaits = "Все, кто заведён в школе, уже в классах."
    let gone = "Выбывшие: можно восстановить"
    let nobodyGone = "Никто не выбывал."
    let family = "Фамилия"
    let given = "Имя"
    let patronymic = "Отчество"
    let bornOn = "Дата рождения"
    let sex = "Пол"
    let notSaid = "не указан"
    let girl = "девочка"
    let boy = "мальчик"
    let enrol = "Зачислить"
    let openScan = "Открыть скан приказа"
    let addScan = "Скан приказа: PDF, JPEG или PNG"
    let replaceScan = "Заменить скан"
    let attach = "Приложить"
    func inForceOn(_ date: String) -> String { "действуют на \(date)" }
    let appoint = "Назначить приказом"
    let dismiss = "Уволить сотрудника"
    func since(_ date: String) -> String { "с \(date)" }
    let withoutOrder = "приказ не внесён"
    let end = "Прекратить"
    let enterOrder = "Внести приказ"
    let orphans = "Предметы без учителя"
    let role = "Кем"
    let roleHint = "Координатора – из заместителей директора; дополнительного администратора – из педагогов, у которых уже есть вход."
    let noClass = "не нужен"
    let onlyForClassTeacher = "Только для классного руководителя"
    let person = "Кого"
    let notJoined = "ещё не входил"
    let endAppointment = "Прекратить полномочия"
    let endMeans = "Права этой роли закончатся сразу. Остальные роли человека останутся."
    let dismissMeans =
        "Закончатся все роли сотрудника в школе, классное руководство и входы. Его предметы останутся без учителя и встанут в список на этой странице."
    let noYear = "Учебный год ещё не открыт"
    func openYearFirst(_ name: String) -> String { "Чтобы перевести классы из \(name), откройте следующий учебный год." }
    let yearName = "Название года"
    func yearAfter(_ year: Int) -> String { "\(year)/" + String(year + 1).suffix(2) }
    let termsCopied = "Четверти перенесутся с теми же датами; их можно поправить потом."
    let openYear = "Открыть учебный год"
    func nobodyToPromote(_ year: String) -> String { "В классах \(year) никого не осталось: переводить некого" }
    func promotionMeans(_ from: String, _ to: String, _ day: String) -> String {
        "Из \(from) в \(to). Ученики числятся в новых классах с \(day); чаты новых классов откроются сразу. Сначала вы увидите, что изменится."
    }
    let firstClasses = "Первые классы"
    let firstClassesHint = "Названия через запятую. Они откроются пустыми; детей зачислите по заявлениям."
    func pupils(_ count: Int) -> String { "\(count) " + russian(count, one: "ученик", few: "ученика", many: "учеников") }
    let newName = "Класс следующего года"
    func leaderGoesOn(_ names: String) -> String { "классное руководство остаётся: \(names)" }
    func groupsCopied(_ count: Int) -> String { "перенести группы: \(count)" }
    func coursesCopied(_ count: Int) -> String { "перенести предметы с учителями: \(count)" }
    let exceptions = "Кроме отдельных учеников"
    let asTheClass = "как весь класс"
    func promotionSum(_ carried: Int, _ graduates: Int, _ again: Int, _ left: Int) -> String {
        "Перейдут: \(carried). Выпустятся: \(graduates). Повторят год: \(again). Останутся без изменений: \(left)."
    }
    let beginsEmpty = "новый класс, пока пустой"
    let promote = "Перевести"
    let promotionsDone = "Уже сделано"
    let openReports = "Сообщили классные руководители"
    let overdueReports = "Просроченные сообщения"
    let closedReports = "Сделанные и отклонённые"
    let ownReports = "Ваши сообщения"
    let noReports = "Новых сообщений нет"
    let noReportsHint = "Классные руководители сообщают сюда о прибывших, выбывших и об изменениях."
    func checksTitle(_ month: String) -> String { "Сверка данных, \(month)" }
    let noLeader = "классный руководитель не назначен"
    func checkedFor(_ month: String) -> String { "проверено: \(month)" }
    let notYet = "ещё рано"
    let overdue = "просрочено"
    func overdueSince(_ date: String) -> String { "срок был \(date)" }
    func dueBy(_ date: String) -> String { "до \(date)" }
    func checkTitle(_ name: String) -> String { "Данные учеников и родителей, \(name)" }
    let nothingChanged = "Проверено, изменений нет"
    let reportChange = "Сообщить об изменении"
    let pupil = "Ученик"
    let notInList = "нет в списке класса"
    let note = "Что изменилось"
    let noteHint = "Кто, с какого дня, откуда или куда. Оператор увидит это и сделает сам."
    let send = "Отправить оператору"
    let done = "сделано"
    let refused = "отклонено"
    let toMovement = "Перейти к движению класса"
    let answer = "Ответ классному руководителю"
    let answerHint = "Для отказа напишите причину"
    let markDone = "Сделано"
    let refuse = "Отклонить"
    let deadlines = "Сроки"
    let workingDaysRule = "Не считаются воскресенья, при пятидневной неделе и субботы, праздники по Трудовому кодексу и выходные, которые вы внесли ниже."
    let planned = "Запланировано"
    let planFailed = "Не удалось выполнить в назначенный день"
    let callOff = "Снять"
    let plan = "Запланировать"
    func plannedAct(_ act: MovementAct, _ target: String) -> String {
        switch act {
        case .enrol: "зачисление в \(target)"
        case .transfer: "перевод в \(target)"
        case .expel: "выбытие"
        }
    }
    func willWait(_ day: String) -> String {
        "Этот день ещё не наступил. До \(day) ничего не изменится, в этот день всё выполнится само; до тех пор это можно снять."
    }
    func plannedStaff(_ act: StaffPlan.Act, _ role: String) -> String {
        switch act {
        case .appoint: "назначение: \(role)"
        case .end: "окончание назначения: \(role)"
        case .dismiss: "увольнение"
        }
    }
    let laterIsPlanned = "Если день ещё не наступил, приказ запланируется и выполнится сам в этот день. До тех пор его можно снять."
    let staffPlannedAlready = "Для этого сотрудника такое уже запланировано. Сначала снимите запланированное."
    let tooFarAhead = "Так далеко вперёд не планируют: не больше чем на год."
    let plannedAlready = "Для этого ученика уже что-то запланировано. Сначала снимите запланированное."
    let planClosed = "Это уже выполнено или снято."
    let dayInFuture = "Этот день ещё не наступил. Запишите в тот день или укажите сегодняшний."
    let dayAfterYear = "Это позже конца учебного года."
    let movedDays = "Переносы выходных"
    let day = "День"
    let dayIs = "Считать"
    let dayOff = "выходной"
    let workingDay = "рабочий день"
    let byWhat = "На каком основании"
    let byWhatHint = "Например, «постановление о переносе выходных». Можно не заполнять."
    let takeAway = "Убрать"
    let dayBeforeYear = "Это раньше начала учебного года."
    let wasElsewhere = "На эту дату ученик ещё числился в классе. Укажите более поздний день."
    let notInClass = "Ученик не числится ни в одном классе школы."
    let sameClass = "Ученик уже в этом классе."
    let sameDay = "Ученик числится в классе только с этого дня или позже. Укажите более поздний день или отмените прежнее движение."
    let markedSince = "С этого дня у ученика уже есть отметки в прежнем классе. Укажите более поздний день."
    let notLast = "Отменить можно только последнее движение ученика."
    let changedSince = "С тех пор место ученика изменилось. Отмена невозможна: оформите новое движение."
    let writtenSince = "В журналах новых классов уже есть записи. Отменить перевод целиком больше нельзя."
    let nobodyChosen = "Отметьте хотя бы одного ученика."
    let longPlace = "Не больше 200 знаков."
    let bornTooLate = "Дата рождения должна быть раньше дня зачисления."
    let samePupil = "Ученик с таким именем и датой рождения в школе уже есть. Найдите его на странице «Без класса и выбывшие»."
    let orderNumberForm = "Укажите номер приказа, не длиннее 40 знаков."
    let orderInFuture = "Приказ датирован днём, который ещё не наступил."
    let notByOrder = "Эта роль приказом не назначается."
    let classNeeded = "Классному руководителю нужен класс."
    let onlyDeputies = "Координатор назначается из заместителей директора."
    let onlyTeachers = "Классное руководство поручают педагогу; роль получает только сотрудник школы."
    let appointedAlready = "Это назначение уже внесено."
    let beforeAppointment = "Это раньше дня назначения."
    let tooManyClasses = "Слишком много классов: не больше 30."
    let wrongLength = "Нужно целое число: месяцев от 1 до 12, рабочих дней от 1 до 30, дней рабочей недели 5 или 6."
    let longNote = "Не больше 1000 знаков."
    let sayWhat = "Напишите, о ком и о чём речь, или выберите ученика."
    let sayWhy = "Напишите причину отказа."
    let closedAlready = "На это сообщение уже ответили."
    func kind(_ kind: PupilMovement.Kind) -> String {
        switch kind {
        case .enrolment: "зачисление"
        case .return: "восстановление"
        case .transfer: "перевод в другой класс"
        case .departure: "выбытие"
        case .promotion: "перевод на следующий год"
        case .graduation: "выпуск"
        }
    }
    func undoMeans(_ kind: PupilMovement.Kind) -> String {
        switch kind {
        case .enrolment, .return: "Ученик снова будет не зачислен, доступ к чатам класса закроется. Запись останется в книге зачёркнутой."
        case .departure, .graduation: "Ученик вернётся в прежний класс и группы, семья снова получит доступ. Запись останется в книге зачёркнутой."
        case .transfer, .promotion: "Ученик вернётся в прежний класс и группы, будто перевода не было. Запись останется в книге зачёркнутой."
        }
    }
    func act(_ act: MovementAct) -> String {
        switch act {
        case .enrol: "Зачислить"
        case .transfer: "Перевести"
        case .expel: "Отчислить"
        }
    }
    func willHappen(_ act: MovementAct, _ count: Int, _ target: String) -> String {
        switch act {
        case .enrol: "Будет зачислено в \(target): \(pupils(count))"
        case .transfer: "Будет переведено в \(target): \(pupils(count))"
        case .expel: "Будет отчислено из школы: \(pupils(count))"
        }
    }
    func act(_ act: PromotionChoice.Act) -> String {
        switch act {
        case .carry: "Переходит"
        case .graduate: "Выпуск"
        case .leave: "Пока не переводить"
        }
    }
    func exception(_ exception: PromotionChoice.Exception) -> String {
        switch exception {
        case .carry: "переходит"
        case .graduate: "выпускается"
        case .again: "повторный год"
        case .leave: "остаётся, решим позже"
        }
    }
    func fate(_ fate: PromotionChoice.Exception, _ count: Int, _ target: String, _ own: String) -> String {
        switch fate {
        case .carry: "→ \(target), \(pupils(count))"
        case .graduate: "выпуск, \(pupils(count))"
        case .again: "повторный год в \(own), \(pupils(count))"
        case .leave: "без изменений, \(pupils(count))"
        }
    }
    func kind(_ kind: ChangeReport.Kind) -> String {
        switch kind {
        case .arrived: "Прибыл"
        case .left: "Выбыл"
        case .changed: "Изменились данные"
        }
    }
    func deadline(_ deadline: Deadline) -> String {
        switch deadline {
        case .dataCheck: "Сверка данных: раз в столько месяцев"
        case .report: "Сделать по сообщению: рабочих дней"
        case .workingWeek: "Рабочая неделя: дней"
        }
    }
}

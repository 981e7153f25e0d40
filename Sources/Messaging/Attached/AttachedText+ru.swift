struct AttachedRussian: AttachedText {
    let attach = "Прикрепить файлы"
    func attachHint(_ most: Int, _ megabytes: Int) -> String { "До \(most) файлов, вместе до \(megabytes) МБ" }
    let dropHere = "Отпустите, чтобы прикрепить"
    let chosen = "Прикреплённые файлы"
    let sending = "Отправляется"
    let waitingForLine = "Нет связи, продолжится само"
    let checking = "Проверяется"
    let ready = "Готово"
    let failed = "Не отправлено"
    let leavesWhenReady = "Сообщение уйдёт, когда загрузятся файлы"
    let again = "Повторить"
    let takeOff = "Убрать"
    let notNow = "Сейчас не получилось: нет связи. Попробуйте ещё раз."
    let record = "Записать голосовое сообщение"
    let stop = "Закончить запись"
    let discard = "Удалить запись"
    let sendVoice = "Отправить запись"
    let voiceName = "Голосовое сообщение"
    let noMicrophone = "Микрофон недоступен. Разрешите его в настройках браузера или прикрепите готовую запись."
    let level = "Громкость"
    let recorded = "Запись готова, её можно прослушать"
    let fileChecking = "проверяется"
    let fileRefused = "не прошёл проверку"
    let fileGone = "Файл удалён"
    let play = "Слушать"
    let pause = "Пауза"
    let placeInSound = "Место в записи"
    let ofLength = "из"
    let pace = "Скорость"
    let close = "Закрыть"
    let previous = "Предыдущий"
    let next = "Следующий"
    let save = "Скачать"
    let toMessage = "К сообщению"
    let picture = "Просмотр"
    let files = "Файлы чата"
    let filesLink = "Файлы"
    func shelf(_ shelf: AttachedFile.Shelf) -> String {
        switch shelf {
        case .pictures: "Фото и видео"
        case .papers: "Файлы и голос"
        }
    }
    let older = "Показать более ранние"
    let noFiles = "Пока ничего нет"
    let noFilesHint = "Здесь появится то, что отправят в чате."
    func count(_ files: Int) -> String {
        switch (files % 10, files % 100) {
        case (1, let last) where last != 11: "\(files) файл"
        case (2...4, let last) where !(12...14).contains(last): "\(files) файла"
        default: "\(files) файлов"
        }
    }
    func tooMany(_ most: Int) -> String { "В одном сообщении не больше \(most) файлов, и каждый один раз." }
}

import Kernel

struct FilesRussian: FilesText {
    let ownFiles = "Мои файлы"
    let ownFilesHint = "Фото, видео, записи и документы, которые вы отправили"
    let files = "Файлы"
    let name = "Имя"
    let size = "Размер"
    let sentAt = "Отправлен"
    let address = "Где он"
    let back = "Назад"
    let choose = "Файл"
    func limits(_ largest: String, _ kinds: String) -> String { "До \(largest). Можно: \(kinds)." }
    let keepOriginal = "Оставить фото как есть, вместе с местом съёмки"
    let send = "Отправить"
    let record = "Записать голос"
    let stopRecording = "Закончить запись"
    let sendVoice = "Отправить запись"
    let voiceName = "Голосовое сообщение"
    let noMicrophone = "Микрофон недоступен. Разрешите его в настройках браузера или отправьте готовую запись файлом."
    let level = "Громкость"
    let sending = "Отправляется"
    let waitingForLine = "Нет связи. Отправка продолжится сама."
    let checking = "Проверяется"
    let paused = "Приостановлено"
    let failed = "Не отправлено"
    let chooseAgain = "Страница была закрыта. Выберите этот же файл ещё раз: отправка продолжится с того места, где остановилась."
    let pause = "Приостановить"
    let goOn = "Продолжить"
    let cancel = "Отменить"
    let remove = "Удалить"
    func removeNamed(_ name: String) -> String { "Удалить «\(name)»" }
    func used(_ used: String, of quota: String) -> String { "Занято \(used) из \(quota). Неотправленное в сообщениях удаляется через сутки." }
    let noFiles = "Файлов нет"
    let noFilesHint = "Отправленное вами появится здесь."
    func state(_ file: StoredFile) -> String {
        switch file.state {
        case .uploading: "загружено \(bytes(file.received))"
        case .checking: "проверяется"
        case .ready: file.kind.map { one($0) } ?? "файл"
        case .refused: "не принят: " + (file.refusal.map { refusal($0) } ?? "")
        case .erased: "удалён"
        }
    }
    func kind(_ kind: FileKind) -> String {
        switch kind {
        case .photo: "фото"
        case .video: "видео"
        case .audio: "звук"
        case .document: "документы"
        case .archive: "архивы ZIP"
        case .code: "тексты программ"
        }
    }
    private func one(_ kind: FileKind) -> String {
        switch kind {
        case .photo: "фото"
        case .video: "видео"
        case .audio: "звук"
        case .document: "документ"
        case .archive: "архив ZIP"
        case .code: "текст программы"
        }
    }
    func side(_ side: Side) -> String {
        switch side {
        case .staff: "Сотрудники"
        case .pupil: "Ученики"
        case .family: "Родители"
        }
    }
    func refusal(_ refusal: FileRefusal) -> String {
        switch refusal {
        case .infected: "в файле найден вирус. Проверьте своё устройство."
        case .program: "программы не принимаются."
        case .kind: "файлы такого вида в вашей школе не принимаются."
        case .bomb: "архив распаковывается во что-то слишком большое."
        case .nested: "внутри архива есть другой архив. Распакуйте его и отправьте снова."
        case .names: "в архиве опасные имена файлов."
        case .encrypted: "архив под паролем нельзя проверить. Отправьте его без пароля."
        case .otherArchive: "архив такого вида нельзя проверить. Отправьте его в виде ZIP."
        case .unreadable: "файл повреждён и не читается."
        case .pixels: "снимок слишком большой. Уменьшите его."
        }
    }
    func bytes(_ count: Int) -> String { bytes(count, units: ["Б", "КБ", "МБ", "ГБ"], point: ",") }
    let rules = "Правила файлов"
    let rulesHint = "Что и какого размера можно отправлять в вашей школе"
    let largest = "Самый большой файл, МБ"
    let quota = "Всего на одного человека, МБ"
    let allowed = "Что можно отправлять"
    let save = "Сохранить"
    func tooLarge(_ megabytes: Int) -> String { "Файл больше \(megabytes) МБ. Уменьшите его или разделите." }
    func full(_ megabytes: Int) -> String { "Ваше место заполнено: \(megabytes) МБ. Удалите ненужное в «Моих файлах»." }
    let tooMany = "Слишком много файлов отправляется сразу. Дождитесь, пока часть будет готова."
    let empty = "Файл пуст. Выберите другой."
    let badName = "У файла нет имени, которое можно показать. Переименуйте его."
    let otherOffset = "Файл уже загружен дальше или не до этого места."
    let busy = "Этот файл сейчас отправляется из другого окна."
    let pieceTooLong = "Прислано больше, чем было объявлено."
    let offsetMissing = "Не сказано, с какого места продолжается файл."
    let held = "Файл отправлен в сообщении и удаляется вместе с ним."
    let notReady = "Файл ещё проверяется или не принят."
    let ruleLargest = "От 1 до 500 МБ."
    let ruleQuota = "Не меньше самого большого файла и не больше 4 000 000 МБ."
}

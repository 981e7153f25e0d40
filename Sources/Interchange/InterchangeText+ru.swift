import Kernel

struct InterchangeRussian: InterchangeText {
    func file(_ flaw: FileFlaw) -> String {
        switch flaw {
        case .missing: "такого файла нет"
        case .unlisted: "файл есть, но в manifest.csv не назван"
        case .notRead: "такие файлы не читаются"
        case .otherContent: "столбцы как в этом файле; проверьте, не перепутаны ли файлы"
        case .tooLarge: "файл слишком велик"
        case .tooMany: "записей слишком много"
        case .sameName: "файл с таким именем уже есть"
        case .unsafeName: "имя файла ведёт за пределы папки"
        case .encrypted: "файл защищён паролем; сохраните архив без пароля"
        case .compression: "файл упакован неизвестным способом; сохраните архив как обычный ZIP"
        case .damaged: "файл повреждён или не открывается"
        case .notArchive: "это не архив ZIP"
        case .notText: "неизвестная кодировка; сохраните файл в UTF-8"
        case .windows1251: "файл прочитан в кодировке windows-1251; проверьте, верны ли имена"
        case .delimiter: "ячейки разделены не запятой, а этим знаком; так и прочитано"
        case .empty: "файл пуст"
        }
    }

    func column(_ flaw: ColumnFlaw) -> String {
        switch flaw {
        case .missing: "нет обязательного столбца"
        case .duplicate: "столбец назван дважды"
        case .unnamed: "у столбца нет названия"
        case .misspelt: "название столбца похоже на описку; прочитано как это поле"
        case .notRead: "такой столбец не читается"
        case .password: "пароли других систем не переносятся"
        }
    }

    func row(_ flaw: RowFlaw) -> String {
        switch flaw {
        case .ragged: "число ячеек не такое, как в заголовке"
        case .openQuote: "кавычка открыта, но не закрыта"
        case .brokenQuote: "после закрывающей кавычки стоит текст"
        case .controlCharacter: "в тексте недопустимый невидимый знак"
        case .tooLong: "текст в ячейке слишком длинный"
        case .requiredEmpty: "обязательное поле пусто"
        case .unknownValue: "такого значения нет в списке"
        case .invalidNumber: "здесь должно быть число"
        case .invalidDate: "такой даты нет; пишите её как 2026-09-01"
        case .ambiguousDate: "неясно, где день, а где месяц; пишите дату как 2026-09-01"
        case .endsBeforeItBegins: "конец раньше начала"
        case .duplicate: "такая запись уже была, взята первая"
        case .unknownReference: "такой записи в файлах нет"
        case .deletedReference: "эта запись удалена"
        case .referenceElsewhere: "в файлах только изменения, и этой записи среди них нет; она будет найдена в базе"
        case .cyclicParent: "подчинение замкнуто в кольцо"
        case .guardianUnclear: "из ролей не видно, кто чей представитель"
        case .notGuardian: "это не родитель и не законный представитель"
        }
    }

    func timetable(_ flaw: TimetableFlaw) -> String {
        switch flaw {
        case .malformed: "файл оборван или повреждён: это не XML"
        case .notFET: "это не расписание FET"
        case .documentType: "в файле объявлен тип документа; в расписаниях FET его не бывает"
        case .dayUnknown: "день недели не распознан"
        case .dayByPosition: "день недели определён по месту в списке; проверьте"
        case .hourUnknown: "ни время, ни номер урока не распознаны"
        case .countDiffers: "объявлено другое число записей, чем есть в списке"
        }
    }

    func loss(_ loss: Refusal.Loss) -> String {
        switch loss {
        case .nothing: ""
        case .field: "Поле оставлено пустым."
        case .row: "Запись не взята."
        case .file: "Файл не взят."
        }
    }

    func place(file: String, line: Int?, field: String?) -> String {
        file + (line.map { ", строка \($0)" } ?? "") + (field.map { ", поле \($0)" } ?? "")
    }

    func quoted(_ value: String) -> String { "«\(value)»" }
    func taken(_ taken: Int, of rows: Int) -> String {
        "\(rows) " + russian(rows, one: "запись", few: "записи", many: "записей") + ", взято \(taken)"
    }
    func more(_ count: Int) -> String { "и ещё \(count) " + russian(count, one: "замечание", few: "замечания", many: "замечаний") }
}

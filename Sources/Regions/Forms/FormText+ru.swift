import Kernel

extension RegionsRussian: FormText {
    var required: String { "Заполните это поле." }
    var tooLong: String { "Слишком длинно." }
    var choose: String { "Выберите из списка." }
    var wrongNumber: String { "Нужно целое число." }
    var wrongDate: String { "Укажите дату." }
    var dateInFuture: String { "Эта дата ещё не наступила." }
    var wrongSite: String { "Адрес сайта пишется так: school58.ru" }
    var wrongEmail: String { "Почта пишется так: shkola@example.ru" }
    var wrongPhone: String { "Телефон с кодом: не меньше 10 цифр." }
    var wrongContact: String { "Нужна почта или телефон с кодом." }
    var wrongINN: String { "ИНН организации — 10 цифр; эти не сходятся с контрольной. Проверьте." }
    var takenINN: String { "Организация с этим ИНН уже зарегистрирована или подала заявку. Спросите у куратора вашего муниципалитета." }
    var scanNeeded: String { "Приложите скан приказа." }
    var tooMany: String { "Сейчас слишком много заявок ждут решения. Попробуйте завтра." }
    var alreadyDecided: String { "По этой заявке уже принято решение. Обновите страницу." }
    var nothingAsked: String { "Вопрос уже отвечен или снят. Обновите страницу." }
    var organisationThere: String { "Такая организация уже есть." }
    var curatorThere: String { "Такой куратор уже есть." }
    var hasComeIn: String { "Этот человек уже вошёл: код ему не нужен." }
    var notOneself: String { "Себя снять нельзя: попросите другого." }
    var wrongCode: String { "Код не подходит. Проверьте каждую группу знаков." }
    var usedCode: String { "Этим кодом уже воспользовались. Войдите по логину и паролю." }
    var replacedCode: String { "Вместо этого кода выдан новый. Попросите его у куратора." }
    var expiredCode: String { "Срок кода закончился. Попросите куратора выдать новый." }
    var notYours: String { "Это делают администратор, директор или их помощники." }
    var onlyHeads: String { "Документ департамента принимает директор или администратор школы." }
    var alreadyAppointed: String { "Этот человек уже назначен." }
    var actEnded: String { "Документ уже отменён или заменён. Обновите страницу." }
    var textOrScan: String { "Нужен текст или скан." }
}

import Kernel

struct PreparedRussian: PreparedText {
    let later = "Отложенное сообщение"
    let laterHint = "Отправится само в назначенное время."
    let words = "Текст"
    let due = "Когда отправить"
    let isAnnouncement = "Это объявление, нужно «Ознакомлен»"
    let prepare = "Отложить"
    let waiting = "Ждут своего часа"
    let noneWait = "Отложенных сообщений нет"
    let change = "Изменить"
    let save = "Сохранить"
    let cancel = "Не отправлять"
    let badFile = "Один из файлов не прошёл проверку или удалён. Если его оставить, в сообщении будет сказано об этом на его месте."
    let failed = "Не отправлено: в этом чате вы больше не можете писать. Текст сохранён."
    let failedTitle = "Не отправлено"
    let back = "Назад"
    let otherDraft = "Показан черновик с другого устройства, он новее. Прежний текст здесь:"
    let ownPrepared = "Черновики и отложенные сообщения"
    let alreadyPosted = "Сообщение уже отправлено."
    let tooManyWait = "В этом чате уже ждут 50 сообщений."
}

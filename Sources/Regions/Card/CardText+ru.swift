import Kernel

extension RegionsRussian: CardText {
    var card: String { "Карточка организации" }
    var change: String { "Изменить" }
    var firstHelp: String { "Помощь: администратор" }
    var help: String { "Куратор: как связаться" }
    var helpHint: String { "Кабинет, часы, почта или телефон: видят все в организации." }
    var procedure: String { "Порядок в регионе" }
    var procedureHint: String { "Увидят те, кто подаёт заявку." }
    var responsible: String { "Ответственные по приказу" }
    var appoint: String { "Назначить" }
    var endAppointment: String { "Снять" }
    var dutyLabel: String { "За что отвечает" }
    var save: String { "Сохранить" }
    func duty(_ duty: Appointment.Duty) -> String {
        switch duty {
        case .administrator: "администратор платформы"
        case .connecting: "подключение учеников и учителей"
        case .accompanying: "сопровождение и координация"
        }
    }
}

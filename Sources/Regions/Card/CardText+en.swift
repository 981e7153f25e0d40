import Kernel

extension RegionsEnglish: CardText {
    var card: String { "Card of the organisation" }
    var change: String { "Change" }
    var firstHelp: String { "Help: the administrator" }
    var help: String { "Curator: how to get in touch" }
    var helpHint: String { "Room, hours, e-mail or telephone: everybody in the organisation sees it." }
    var procedure: String { "The order of things in the region" }
    var procedureHint: String { "Shown to who applies." }
    var responsible: String { "Appointed by order" }
    var appoint: String { "Appoint" }
    var endAppointment: String { "End" }
    var dutyLabel: String { "For what" }
    var save: String { "Save" }
    func duty(_ duty: Appointment.Duty) -> String {
        switch duty {
        case .administrator: "administrator of the platform"
        case .connecting: "bringing in pupils and teachers"
        case .accompanying: "guidance and co-ordination"
        }
    }
}

import Kernel

/// Words of the school's card. Each comment is the translator's context.
protocol CardText {
    var card: String { get }
    /// Button.
    var change: String { get }
    /// Label before how to reach the school’s administrator.
    var firstHelp: String { get }
    /// Label.
    var help: String { get }
    var helpHint: String { get }
    /// Label: how a school is registered and a teacher verified here.
    var procedure: String { get }
    var procedureHint: String { get }
    var responsible: String { get }
    /// Button.
    var appoint: String { get }
    /// Button.
    var endAppointment: String { get }
    var dutyLabel: String { get }
    /// Button.
    var save: String { get }
    func duty(_ duty: Appointment.Duty) -> String
}

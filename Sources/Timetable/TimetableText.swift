import Kernel

/// Every word of the timetable. Each comment is the translator's context.
protocol TimetableText: Sendable {
    /// A slot was placed on a lesson number for which no bell rings.
    var noBell: String { get }
    var wrongBell: String { get }
    /// The academic year has no plan for these days.
    var outsideYear: String { get }
}

extension Language {
    var timetable: any TimetableText {
        switch self {
        case .ru: TimetableRussian()
        case .en: TimetableEnglish()
        }
    }
}

extension Denial.Reason {
    static let noBell = Denial.Reason("timetable.no-bell") { $0.timetable.noBell }
    static let wrongBell = Denial.Reason("timetable.wrong-bell") { $0.timetable.wrongBell }
    static let outsideYear = Denial.Reason("timetable.outside-year") { $0.timetable.outsideYear }
}

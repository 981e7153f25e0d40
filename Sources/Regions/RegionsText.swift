import Accounts
import Kernel
import WebCore

/// Every word of this feature, by its parts.
protocol RegionsText: ApplicationText, DepartmentText, CardText, ActText, FormText, Sendable {
    /// «3 сентября 2026 г.»
    func dated(_ day: Day, _ web: any WebText) -> String
}

extension Language {
    var regions: any RegionsText {
        switch self {
        case .ru: RegionsRussian()
        case .en: RegionsEnglish()
        }
    }
}

/// Lists for a form's choices.
extension RegionsText {
    var kinds: [(value: String, words: String)] {
        [OpenSchool.Kind.general, .vocational, .additional].map { ($0.rawValue, kind($0)) }
    }
    var programmeList: [(value: String, words: String)] { Programme.allCases.map { ($0.rawValue, programme($0)) } }
    var zones: [(value: String, words: String)] { Zone.ofRussia.map { ($0.identifier, zoneName($0.identifier)) } }
    var duties: [(value: String, words: String)] { Appointment.Duty.allCases.map { ($0.rawValue, duty($0)) } }
    var actKinds: [(value: String, words: String)] { LocalAct.Kind.allCases.map { ($0.rawValue, actKind($0)) } }
}

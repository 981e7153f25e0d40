import Kernel

/// The words of requests to publish.
protocol RequestText: Sendable {
    var propose: String { get }
    var proposeHint: String { get }
    var words: String { get }
    var send: String { get }
    var requests: String { get }
    var none: String { get }
    func state(_ state: PublishRequest.State) -> String
    var publish: String { get }
    /// Beside the files where one was not taken or is no more.
    var badFile: String { get }
    var giveBack: String { get }
    var reason: String { get }
    var withdraw: String { get }
    /// Heading on «Сегодня» of who decides.
    var waiting: String { get }
    var back: String { get }
    var ownRequests: String { get }
    var onlyStaffPropose: String { get }
    var alreadyDecided: String { get }
}

extension Language {
    var requests: any RequestText {
        switch self {
        case .ru: RequestRussian()
        case .en: RequestEnglish()
        }
    }
}

extension Denial.Reason {
    static let onlyStaffPropose = Denial.Reason("messaging.only-staff-propose") { $0.requests.onlyStaffPropose }
    static let alreadyDecided = Denial.Reason("messaging.already-decided") { $0.requests.alreadyDecided }
}

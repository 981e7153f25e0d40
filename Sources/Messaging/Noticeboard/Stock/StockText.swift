import Kernel

/// The words of the stock of ready posts.
protocol StockText: Sendable {
    var stock: String { get }
    var hint: String { get }
    var keeperHint: String { get }
    var none: String { get }
    var title: String { get }
    var words: String { get }
    var from: String { get }
    var until: String { get }
    var audience: String { get }
    func audience(_ audience: StockPost.Audience) -> String
    var add: String { get }
    var end: String { get }
    /// «использовали 3 школы, 12 чатов»
    func used(_ schools: Int, _ chats: Int) -> String
    func validUntil(_ day: String) -> String
    var sendTo: String { get }
    var send: String { get }
    /// On «Сегодня» of a class teacher.
    var weekly: String { get }
    var weeklyHint: String { get }
    var back: String { get }
    var stockTitle: String { get }
    var stockUntil: String { get }
    var notForThisChat: String { get }
}

extension Language {
    var stock: any StockText {
        switch self {
        case .ru: StockRussian()
        case .en: StockEnglish()
        }
    }
}

extension Denial.Reason {
    static let stockTitle = Denial.Reason("messaging.stock-title") { $0.stock.stockTitle }
    static let stockUntil = Denial.Reason("messaging.stock-until") { $0.stock.stockUntil }
    static let notForThisChat = Denial.Reason("messaging.not-for-this-chat") { $0.stock.notForThisChat }
}

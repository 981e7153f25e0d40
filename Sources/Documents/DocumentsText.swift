import Kernel

/// Why a file is not taken. Each comment is the translator's context.
protocol DocumentsText: Sendable {
    /// The number is of megabytes.
    func tooLarge(_ megabytes: Int) -> String
    var kind: String { get }
}

extension Language {
    var documents: any DocumentsText {
        switch self {
        case .ru: DocumentsRussian()
        case .en: DocumentsEnglish()
        }
    }
}

extension Denial.Reason {
    static let scanTooLarge = Denial.Reason("documents.too-large") { $0.documents.tooLarge(Scan.largest >> 20) }
    static let scanKind = Denial.Reason("documents.kind") { $0.documents.kind }
}

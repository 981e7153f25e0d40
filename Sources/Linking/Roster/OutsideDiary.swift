import Interchange
import Kernel
import WebCore

/// How an outside diary's people are read: the one thing that differs from system to system (docs/linking.md). Everything after it, from
/// the comparison of keys to the shares, is the same for all.
protocol OutsideDiary: Sendable {
    /// Reads an export. What cannot be taken goes to the report with its line; throws `Refusal` if nothing can be.
    func entries(of file: UploadedFile, _ report: inout ImportReport) throws -> [OutsideEntry]
    /// By what a login a person types is found among the entries.
    func key(of login: String, salt: String) -> OutsideKey
}

extension OutsideDiary {
    func key(of login: String, salt: String) -> OutsideKey { OutsideKey(login: login, salt: salt) }
}

import Kernel

/// Words about files. Each comment is the translator's context.
protocol FilesText: Sendable {
    /// The door and the heading of one's own files.
    var ownFiles: String { get }
    var ownFilesHint: String { get }
    /// A section of one's own data.
    var files: String { get }
    var name: String { get }
    var size: String { get }
    var sentAt: String { get }
    var address: String { get }
    /// The way back, for those who do not see the arrow.
    var back: String { get }
    /// Label of the file's field.
    var choose: String { get }
    /// Under it: the largest size and the kinds.
    func limits(_ largest: String, _ kinds: String) -> String
    /// Beside a box to tick: the photo keeps what the camera has written into it.
    var keepOriginal: String { get }
    var send: String { get }
    var record: String { get }
    /// On the button that ends a recording.
    var stopRecording: String { get }
    /// On the button that sends what was recorded.
    var sendVoice: String { get }
    /// The name of a recorded voice message; a script adds the day and the ending.
    var voiceName: String { get }
    var noMicrophone: String { get }
    /// What the moving bar beside a recording shows.
    var level: String { get }
    /// States of a file on its way. `sending`: a script puts the percentage after it.
    var sending: String { get }
    var waitingForLine: String { get }
    var checking: String { get }
    var paused: String { get }
    var failed: String { get }
    /// After a reload the browser no longer has the file: the same one is to be chosen once more, and goes on where it was.
    var chooseAgain: String { get }
    var pause: String { get }
    var goOn: String { get }
    var cancel: String { get }
    var remove: String { get }
    /// The same for those who do not see which line the button is in.
    func removeNamed(_ name: String) -> String
    func used(_ used: String, of quota: String) -> String
    var noFiles: String { get }
    var noFilesHint: String { get }
    /// In a list: what a file is, or how far it is.
    func state(_ file: StoredFile) -> String
    func kind(_ kind: FileKind) -> String
    func side(_ side: Side) -> String
    func refusal(_ refusal: FileRefusal) -> String
    /// «1,4 МБ»
    func bytes(_ count: Int) -> String
    /// The school's limits.
    var rules: String { get }
    var rulesHint: String { get }
    /// Both in megabytes.
    var largest: String { get }
    var quota: String { get }
    var allowed: String { get }
    var save: String { get }
    // Refusals.
    func tooLarge(_ megabytes: Int) -> String
    func full(_ megabytes: Int) -> String
    var tooMany: String { get }
    var empty: String { get }
    var badName: String { get }
    var otherOffset: String { get }
    var busy: String { get }
    var pieceTooLong: String { get }
    var offsetMissing: String { get }
    var held: String { get }
    var notReady: String { get }
    var ruleLargest: String { get }
    var ruleQuota: String { get }
}

extension FilesText {
    /// «2:05»
    func length(_ seconds: Int) -> String {
        let (minutes, rest) = (seconds / 60, seconds % 60)
        return "\(minutes):" + (rest < 10 ? "0" : "") + "\(rest)"
    }
    func kinds(_ kinds: Set<FileKind>) -> String { FileKind.allCases.filter(kinds.contains).map { kind($0) }.joined(separator: ", ") }

    /// A size in the nearest unit, with a tenth below ten.
    func bytes(_ count: Int, units: [String], point: String) -> String {
        var (unit, size) = (0, Double(count))
        while size >= 1000, unit < units.count - 1 { (unit, size) = (unit + 1, size / 1024) }
        let tenths = Int((size * 10).rounded())
        return (unit == 0 || tenths >= 100 || tenths % 10 == 0 ? "\(Int(size.rounded()))" : "\(tenths / 10)\(point)\(tenths % 10)") + " " + units[unit]
    }
}

extension Language {
    /// «1,5 МБ», for other features that show a file.
    public func fileSize(_ bytes: Int) -> String { files.bytes(bytes) }
    /// «2:05»
    public func fileLength(milliseconds: Int) -> String { files.length((milliseconds + 500) / 1000) }
    /// What is wrong with a file that was not taken, as part of a sentence.
    public func fileRefusal(_ refusal: FileRefusal) -> String { files.refusal(refusal) }
    var files: any FilesText {
        switch self {
        case .ru: FilesRussian()
        case .en: FilesEnglish()
        }
    }
}

extension Denial.Reason {
    static func fileTooLarge(_ megabytes: Int) -> Denial.Reason { Denial.Reason("files.too-large") { $0.files.tooLarge(megabytes) } }
    static func filesFull(_ megabytes: Int) -> Denial.Reason { Denial.Reason("files.full") { $0.files.full(megabytes) } }
    static let tooManyUploads = Denial.Reason("files.too-many") { $0.files.tooMany }
    static let fileEmpty = Denial.Reason("files.empty") { $0.files.empty }
    static let fileName = Denial.Reason("files.name") { $0.files.badName }
    static let otherOffset = Denial.Reason("files.other-offset") { $0.files.otherOffset }
    static let uploadBusy = Denial.Reason("files.busy") { $0.files.busy }
    static let pieceTooLong = Denial.Reason("files.piece-too-long") { $0.files.pieceTooLong }
    static let offsetMissing = Denial.Reason("files.offset-missing") { $0.files.offsetMissing }
    static let fileHeld = Denial.Reason("files.held") { $0.files.held }
    static let fileNotReady = Denial.Reason("files.not-ready") { $0.files.notReady }
    static let fileRuleLargest = Denial.Reason("files.rule-largest") { $0.files.ruleLargest }
    static let fileRuleQuota = Denial.Reason("files.rule-quota") { $0.files.ruleQuota }
}

import Files
import Kernel

/// The words of files in messages. Each comment is the translator's context.
protocol AttachedText: Sendable {
    /// Name of the button that chooses files, and of the field where no script runs.
    var attach: String { get }
    /// Under the field where no script runs: how many, how large in all.
    func attachHint(_ most: Int, _ megabytes: Int) -> String
    /// While files are dragged over the thread.
    var dropHere: String { get }
    /// Name of the list of files that were chosen, read aloud.
    var chosen: String { get }
    /// States of a file on its way.
    var sending: String { get }
    var waitingForLine: String { get }
    var checking: String { get }
    var ready: String { get }
    var failed: String { get }
    /// The message leaves once all its files have arrived.
    var leavesWhenReady: String { get }
    /// Buttons beside a file on its way.
    var again: String { get }
    var takeOff: String { get }
    /// The scripts for files have not come: no connection.
    var notNow: String { get }
    /// Buttons of a voice message, and its name as a file.
    var record: String { get }
    var stop: String { get }
    var discard: String { get }
    var sendVoice: String { get }
    var voiceName: String { get }
    var noMicrophone: String { get }
    var level: String { get }
    var recorded: String { get }
    /// In place of a file that is being looked into, was not taken, is no more.
    var fileChecking: String { get }
    var fileRefused: String { get }
    var fileGone: String { get }
    /// Buttons of a sound; the name of its slider, and what its value is: «0:03 из 0:12»; how fast it is played.
    var play: String { get }
    var pause: String { get }
    var placeInSound: String { get }
    var ofLength: String { get }
    var pace: String { get }
    /// Buttons of a picture or a film that is shown large.
    var close: String { get }
    var previous: String { get }
    var next: String { get }
    var save: String { get }
    var toMessage: String { get }
    /// Name of what shows pictures and films large.
    var picture: String { get }
    /// Heading of a chat's files, its two parts, and the link to older ones.
    var files: String { get }
    /// The way to them, at the head of the chat; one word.
    var filesLink: String { get }
    func shelf(_ shelf: AttachedFile.Shelf) -> String
    var older: String { get }
    var noFiles: String { get }
    var noFilesHint: String { get }
    /// Beside a message's words in a list: «3 файла».
    func count(_ files: Int) -> String
    /// Why a message is refused.
    func tooMany(_ most: Int) -> String
}

extension AttachedText {
    /// Words with the number of their files: «Вот план · 2 файла».
    func said(_ words: String, _ files: Int) -> String { [words, files > 0 ? count(files) : ""].filter { !$0.isEmpty }.joined(separator: " · ") }
}

extension Language {
    var attached: any AttachedText {
        switch self {
        case .ru: AttachedRussian()
        case .en: AttachedEnglish()
        }
    }
}

extension Denial.Reason {
    static func fileRefused(_ name: String, _ refusal: FileRefusal) -> Denial.Reason {
        Denial.Reason("messaging.file-refused") { "\(name): \($0.fileRefusal(refusal))" }
    }
    static func tooManyFiles(_ most: Int) -> Denial.Reason { Denial.Reason("messaging.too-many-files") { $0.attached.tooMany(most) } }
}

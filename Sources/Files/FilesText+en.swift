import Kernel

struct FilesEnglish: FilesText {
    let ownFiles = "My files"
    let ownFilesHint = "Photos, videos, recordings and documents that you have sent"
    let files = "Files"
    let name = "Name"
    let size = "Size"
    let sentAt = "Sent"
    let address = "Where it is"
    let back = "Back"
    let choose = "File"
    func limits(_ largest: String, _ kinds: String) -> String { "Up to \(largest). Allowed: \(kinds)." }
    let keepOriginal = "Keep the photo as it is, with the place where it was taken"
    let send = "Send"
    let record = "Record your voice"
    let stopRecording = "Stop recording"
    let sendVoice = "Send the recording"
    let voiceName = "Voice message"
    let noMicrophone = "The microphone is not available. Allow it in the browser’s settings, or send a recording as a file."
    let level = "Loudness"
    let sending = "Sending"
    let waitingForLine = "No connection. Sending will go on by itself."
    let checking = "Being checked"
    let paused = "Paused"
    let failed = "Not sent"
    let chooseAgain = "The page was closed. Choose the same file once more: sending goes on from where it stopped."
    let pause = "Pause"
    let goOn = "Go on"
    let cancel = "Cancel"
    let remove = "Delete"
    func removeNamed(_ name: String) -> String { "Delete “\(name)”" }
    func used(_ used: String, of quota: String) -> String { "\(used) of \(quota) used. What is not sent in a message is deleted after a day." }
    let noFiles = "No files"
    let noFilesHint = "What you send will appear here."
    func state(_ file: StoredFile) -> String {
        switch file.state {
        case .uploading: "\(bytes(file.received)) received"
        case .checking: "being checked"
        case .ready: file.kind.map { one($0) } ?? "file"
        case .refused: "not accepted: " + (file.refusal.map { refusal($0) } ?? "")
        case .erased: "deleted"
        }
    }
    func kind(_ kind: FileKind) -> String {
        switch kind {
        case .photo: "photos"
        case .video: "videos"
        case .audio: "sound"
        case .document: "documents"
        case .archive: "ZIP archives"
        case .code: "program texts"
        }
    }
    private func one(_ kind: FileKind) -> String {
        switch kind {
        case .photo: "photo"
        case .video: "video"
        case .audio: "sound"
        case .document: "document"
        case .archive: "ZIP archive"
        case .code: "program text"
        }
    }
    func side(_ side: Side) -> String {
        switch side {
        case .staff: "Staff"
        case .pupil: "Pupils"
        case .family: "Parents"
        }
    }
    func refusal(_ refusal: FileRefusal) -> String {
        switch refusal {
        case .infected: "a virus was found in it. Check your device."
        case .program: "programs are not accepted."
        case .kind: "files of this kind are not accepted in your school."
        case .bomb: "the archive unpacks into something too large."
        case .nested: "there is another archive inside. Unpack it and send it again."
        case .names: "there are dangerous file names in the archive."
        case .encrypted: "an archive with a password cannot be checked. Send it without one."
        case .otherArchive: "an archive of this kind cannot be checked. Send it as ZIP."
        case .unreadable: "the file is damaged and cannot be read."
        case .pixels: "the picture is too large. Make it smaller."
        }
    }
    func bytes(_ count: Int) -> String { bytes(count, units: ["B", "KB", "MB", "GB"], point: ".") }
    let rules = "File rules"
    let rulesHint = "What may be sent in your school, and how large"
    let largest = "Largest file, MB"
    let quota = "For one person in all, MB"
    let allowed = "What may be sent"
    let save = "Save"
    func tooLarge(_ megabytes: Int) -> String { "The file is larger than \(megabytes) MB. Make it smaller or split it." }
    func full(_ megabytes: Int) -> String { "Your \(megabytes) MB are full. Delete what you do not need in “My files”." }
    let tooMany = "Too many files are being sent at once. Wait until some are ready."
    let empty = "The file is empty. Choose another."
    let badName = "The file has no name that can be shown. Rename it."
    let otherOffset = "More of the file has arrived already, or not as much."
    let busy = "This file is being sent from another window."
    let pieceTooLong = "More was sent than was announced."
    let offsetMissing = "It was not said from where the file goes on."
    let held = "The file was sent in a message and is deleted with it."
    let notReady = "The file is still being checked or was not accepted."
    let ruleLargest = "From 1 to 500 MB."
    let ruleQuota = "Not less than the largest file, and not more than 4,000,000 MB."
}

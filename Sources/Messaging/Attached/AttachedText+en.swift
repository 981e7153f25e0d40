struct AttachedEnglish: AttachedText {
    let attach = "Attach files"
    func attachHint(_ most: Int, _ megabytes: Int) -> String { "Up to \(most) files, \(megabytes) MB together" }
    let dropHere = "Drop to attach"
    let chosen = "Attached files"
    let sending = "Sending"
    let waitingForLine = "No connection, it goes on by itself"
    let checking = "Being checked"
    let ready = "Ready"
    let failed = "Not sent"
    let leavesWhenReady = "The message leaves once its files have arrived"
    let again = "Try again"
    let takeOff = "Remove"
    let notNow = "It did not work just now: no connection. Try again."
    let record = "Record a voice message"
    let stop = "Stop recording"
    let discard = "Discard the recording"
    let sendVoice = "Send the recording"
    let voiceName = "Voice message"
    let noMicrophone = "The microphone is not available. Allow it in the browser’s settings, or attach a recording."
    let level = "Loudness"
    let recorded = "The recording is ready; you can listen to it"
    let fileChecking = "being checked"
    let fileRefused = "did not pass the check"
    let fileGone = "The file was deleted"
    let close = "Close"
    let previous = "Previous picture"
    let next = "Next picture"
    let save = "Download"
    let toMessage = "To the message"
    let picture = "Picture"
    let files = "Files of the chat"
    let filesLink = "Files"
    func shelf(_ shelf: AttachedFile.Shelf) -> String {
        switch shelf {
        case .pictures: "Photos and videos"
        case .papers: "Files and voice"
        }
    }
    let older = "Show earlier ones"
    let noFiles = "Nothing here yet"
    let noFilesHint = "What is sent in the chat will appear here."
    func count(_ files: Int) -> String { files == 1 ? "1 file" : "\(files) files" }
    func tooMany(_ most: Int) -> String { "One message has at most \(most) files, each once." }
}

import Accounts
import Files
import Kernel
import Messaging
import WebCore

/// A message that brings files. It is sent once the school is there: files go through the hands of the file store, outside any transaction.
struct FileLetter: Sendable {
    let chat: ID<Chat>
    let author: Viewer
    let words: String
    /// Asks to be acknowledged.
    var isAnnouncement = false
    let files: @Sendable () -> [UploadedFile]

    fileprivate func send(as number: Int, at moment: Moment, on site: Site) async throws {
        var taken: [ID<StoredFile>] = []
        for file in files() { taken.append(try await WholeUpload(site).take(file, by: author)) }
        let body = try Message.Body(words), name = try Message.ClientID("made-up-files-\(number)")
        if isAnnouncement {
            try await site.perform(PostAnnouncement(body, as: name, in: chat, with: taken), by: author, at: moment)
        } else {
            try await site.perform(PostMessage(body, as: name, in: chat, with: taken), by: author, at: moment)
        }
    }
}

extension Chatting {
    /// What the class that is shown sends and is sent: in its own chat and in its parents'.
    func letters(in rooms: Rooms) -> [FileLetter] {
        let chats = rooms.classes[shownClass], teacher = school.viewer(teacher: school.plan.classTeachers[shownClass])
        let household = school.cast.pupils[shown.pupil].household
        let guardian = school.viewer(guardian: shown.guardianPlace, of: household, named: shown.guardian.name)
        return [
            FileLetter(chat: chats.forClass, author: teacher, words: "Снимки с нашей прогулки, спасибо всем!") {
                (1...3).map { DrawnPicture.hills($0).file("Прогулка \($0)") }
            },
            FileLetter(chat: chats.forClass, author: school.viewer(pupil: shown.pupil), words: "Записали новый звонок, послушайте") {
                [RungBell.file("Звонок")]
            },
            FileLetter(
                chat: chats.forFamilies, author: teacher, words: "Памятка к собранию. Прочитайте, пожалуйста, заранее и отметьте, что ознакомились.",
                isAnnouncement: true
            ) { [PaperScan.file("Памятка родителям")] },
            FileLetter(chat: chats.forFamilies, author: guardian, words: "Нарисовала, как пройти в новый корпус") {
                [DrawnPicture.plan().file("Схема прохода")]
            },
        ]
    }
}

extension Demonstration.Made {
    /// Sends the messages that bring files, by the same way as any person's files go, shortly before the moment at which the school was made.
    public func sendFiles(on site: Site) async throws {
        for (place, letter) in letters.enumerated() { try await letter.send(as: place + 1, at: now - 60 * (letters.count - place), on: site) }
    }
}

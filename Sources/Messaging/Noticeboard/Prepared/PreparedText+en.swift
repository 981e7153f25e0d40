import Kernel

struct PreparedEnglish: PreparedText {
    let later = "Message for later"
    let laterHint = "It is sent by itself at its hour."
    let words = "Text"
    let due = "When to send"
    let isAnnouncement = "It is an announcement to be confirmed"
    let prepare = "Send later"
    let waiting = "Waiting for their hour"
    let noneWait = "No messages wait"
    let change = "Change"
    let save = "Save"
    let cancel = "Do not send"
    let badFile = "One of the files did not pass the check or was deleted. If it stays, the message will say so in its place."
    let failed = "Not sent: you can no longer write in this chat. The text is kept."
    let failedTitle = "Not sent"
    let back = "Back"
    let otherDraft = "This draft is from another device and is newer. What stood here:"
    let ownPrepared = "Drafts and messages for later"
    let alreadyPosted = "The message was sent already."
    let tooManyWait = "50 messages wait in this chat already."
}

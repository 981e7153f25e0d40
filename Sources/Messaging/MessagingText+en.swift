import Kernel

struct MessagingEnglish: MessagingText {
    let saidTwice = "Both have sent the same message under one name."
    let ownMessages = "Messages"
    let ownChat = "Chat"
    let ownText = "Text"
    let ownTime = "When"
    let chats = "Chats"
    func classChat(_ name: String) -> String { "\(name), class" }
    func familyChat(_ name: String) -> String { "\(name), parents" }
    let staffRoom = "Staff room"
    let noChats = "No chats yet"
    let noChatsHint = "A class chat appears when the school has entered you in a class list."
    let noMessages = "No messages yet"
    let noMessagesHint = "Write the first: everyone in the chat will see it."
    func said(_ author: String?, _ words: String) -> String { "\(author ?? "You"): \(words)" }
    func unread(_ count: Int) -> String { english(count, one: "unread message", other: "unread messages") }
    let unreadTitle = "Unread"
    func members(_ count: Int) -> String { "\(count) " + english(count, one: "member", other: "members") }
    let back = "Back to all chats"
    let messages = "Messages"
    let older = "Show earlier messages"
    let newest = "To the latest messages"
    let fresh = "New"
    let newMessages = "New messages ↓"
    let markRead = "Mark as read"
    let yourMessage = "Message"
    let post = "Send"
    let sending = "Sending…"
    let notSent = "Not sent"
    let retry = "Try again"
    let remove = "Delete"
    let signedOut = "Sign in again and the message will be sent."
    func bodyLength(_ longest: Int) -> String { "A message has from 1 to \(longest) characters." }
    let clientID = "The message’s identifier is wrong."
}

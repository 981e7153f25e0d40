import Kernel

struct RequestEnglish: RequestText {
    let propose = "Propose a post"
    let proposeHint = "Those who manage the channel publish the text in your name or return it with a reason."
    let words = "Text"
    let send = "Propose"
    let requests = "Proposed posts"
    let none = "Nothing is proposed"
    func state(_ state: PublishRequest.State) -> String {
        switch state {
        case .waiting: "waits for a decision"
        case .published: "published"
        case .returned: "returned"
        case .withdrawn: "withdrawn"
        }
    }
    let publish = "Publish"
    let badFile = "One of the files did not pass the check or was deleted: it will be published without it."
    let giveBack = "Return"
    let reason = "Why you return it"
    let withdraw = "Withdraw"
    let waiting = "Posts are proposed"
    let back = "Back"
    let ownRequests = "Proposed posts"
    let onlyStaffPropose = "Posts are proposed by staff, in channels where only those who manage them write."
    let alreadyDecided = "This proposal has been decided."
}

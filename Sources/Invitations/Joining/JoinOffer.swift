/// What the page of a good code has to show.
struct JoinOffer: Sendable {
    let invitation: Invitation
    let code: Code
    /// The login they have, or one that is free.
    let login: String?
    /// What is asked of whoever comes in anew.
    let consents: ConsentStep.Offer
    /// What is asked of one who joins with the account they have.
    var ownConsents: [ConsentStep.Text] = []
    /// The texts are on the page because coming in has failed for want of them.
    var isAskedFor = false
}

/// What the page of a good code has to show.
struct JoinOffer: Sendable {
    let invitation: Invitation
    let code: Code
    /// The login they have, or one that is free.
    let login: String?
    let consents: [ConsentStep.Text]
}

import Consents
import Kernel
import WebCore

/// Every word of asking to be let in without a code. Each comment is the translator's context.
protocol JoinRequestText: Sendable {
    /// Title.
    var askToJoin: String { get }
    /// Under it.
    var askWords: String { get }
    /// Label: who somebody is.
    var whoAreYou: String { get }
    /// Who somebody says they are.
    func asker(_ role: Role) -> String
    /// Label.
    var classOrChild: String { get }
    /// Under it.
    var classOrChildHint: String { get }
    /// Label.
    var message: String { get }
    /// Under it.
    var messageHint: String { get }
    /// Button.
    var ask: String { get }
    /// State of a request.
    var requestWaitsTitle: String { get }
    /// Under it.
    func requestWaitsHint(_ school: String) -> String
    /// Over the number of a request.
    var keepNumber: String { get }
    /// State of a request.
    var requestRefusedTitle: String { get }
    /// Title.
    var requests: String { get }
    /// Under the link.
    var requestsHint: String { get }
    /// Title.
    var request: String { get }
    /// Empty queue.
    var noRequests: String { get }
    /// Under it.
    var noRequestsHint: String { get }
    /// What became of a request.
    var accepted: String { get }
    /// What became of a request.
    func refusedWith(_ reason: String) -> String
    /// Heading.
    var letIn: String { get }
    /// Under it.
    var letInHint: String { get }
    /// Label: somebody of that name is entered already.
    var isItThem: String { get }
    /// Under it.
    var isItThemHint: String { get }
    /// Button.
    var accept: String { get }
    /// Heading.
    var refuseTitle: String { get }
    /// Label.
    var reason: String { get }
    /// Under it.
    var reasonHint: String { get }
    /// Button.
    var refuse: String { get }
    /// Title.
    var entrance: String { get }
    /// Under the link.
    var entranceHint: String { get }
    /// What it is for.
    var entranceWords: String { get }
    /// Button.
    var openEntrance: String { get }
    /// Button.
    var changeEntrance: String { get }
    /// Button.
    var closeEntrance: String { get }
    /// On the print.
    var posterWords: String { get }
}

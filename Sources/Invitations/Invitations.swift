import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// Codes and links by which people come in, and the requests of those who came without one.
public enum InvitationsFeature: Feature {
    public static let name = "invitations"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
}

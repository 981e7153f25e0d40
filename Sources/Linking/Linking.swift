import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// A person's account in another diary, linked with the one here.
public enum LinkingFeature: Feature {
    public static let name = "linking"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
}

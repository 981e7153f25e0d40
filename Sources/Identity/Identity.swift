import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// How a person proves who they are beyond login and password: outside providers, second factors, devices.
public enum IdentityFeature: Feature {
    public static let name = "identity"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
}

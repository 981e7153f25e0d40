import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// Who has agreed to what for whom; what follows when a family refuses.
public enum ConsentsFeature: Feature {
    public static let name = "consents"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
}

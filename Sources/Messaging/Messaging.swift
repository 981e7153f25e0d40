import Foundation
import Hummingbird
import WebCore

public enum MessagingFeature: Feature {
    public static let name = "messaging"
    public static var bundle: Bundle? { .module }
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
}

import Foundation
import Hummingbird
import WebCore

public enum JournalFeature: Feature {
    public static let name = "journal"
    public static var bundle: Bundle? { .module }
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
}

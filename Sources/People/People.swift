import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// The school's people for those who answer for them; everyone's own data.
public enum PeopleFeature: Feature {
    public static let name = "people"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
}

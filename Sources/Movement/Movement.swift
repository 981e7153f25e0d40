import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// Who comes, goes and moves, by which order; the yearly promotion; what must be checked and by when.
public enum MovementFeature: Feature {
    public static let name = "movement"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
}

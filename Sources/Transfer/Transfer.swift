import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// A pupil's signed record on its way to another school.
public enum TransferFeature: Feature {
    public static let name = "transfer"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
}

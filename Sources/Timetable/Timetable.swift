import Hummingbird
import Kernel
import Storage
import WebCore

/// Bells, the weekly plan and the dated lessons made from it.
public enum TimetableFeature: Feature {
    public static let name = "timetable"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
}

import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// Regions, municipalities and their curators; how a school comes in; its card and local acts.
public enum RegionsFeature: Feature {
    public static let name = "regions"
    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {}
}

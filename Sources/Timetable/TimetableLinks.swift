import Kernel
import Markup

extension Link {
    static let bells: Link = "/school/bells"
    static let usualBells: Link = "/school/bells/usual"
    static let newBells: Link = "/school/bells/new"
    static func bellSchedule(_ schedule: ID<BellSchedule>) -> Link { "/school/bells/\(schedule.number)" }
}

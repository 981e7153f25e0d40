import Markup

extension Link {
    static let applications: Link = "/department/applications"
    static let departmentSchools: Link = "/department/schools"
    static let organisations: Link = "/department/organisations"
    static let acts: Link = "/acts"
    static let schoolCard: Link = "/school/card"
}

/// A site's address as a person typed it.
enum SiteAddress {
    /// Whether a browser may be sent there.
    static func isSound(_ address: String) -> Bool { Link(external: address) != nil && address.contains(".") }
}

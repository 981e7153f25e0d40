import Markup

extension Link {
    static let applications: Link = "/department/applications"
    static let departmentSchools: Link = "/department/schools"
    static let organisations: Link = "/department/organisations"
    static let acts: Link = "/acts"
    static let schoolCard: Link = "/school/card"
    static func applications(_ filter: String, after place: Int = 0) -> Link {
        place == 0 ? "/department/applications?state=\(filter)" : "/department/applications?state=\(filter)&after=\(place)"
    }
    static func departmentSchools(after place: Int) -> Link { "/department/schools?after=\(place)" }
    static func apply(in region: Int64) -> Link { "/apply?region=\(region)" }
    static func readers(of act: Int64, part: String, schoolClass: String) -> Link { "/acts/\(act)/readers?part=\(part)&class=\(schoolClass)" }
}

/// A site's address as a person typed it.
enum SiteAddress {
    /// Whether a browser may be sent there.
    static func isSound(_ address: String) -> Bool { Link(external: address) != nil && address.contains(".") }
}

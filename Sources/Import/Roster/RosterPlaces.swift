import Interchange

/// Which school each organisation of a roster belongs to.
///
/// A school, college or university is one. Whatever stands below one (a department, a campus) belongs to the nearest above. Where the
/// files have none above, the highest organisation that is no authority is taken as a school itself. Authorities (districts, ministries)
/// are schools only where classes hang on them.
struct RosterPlaces {
    /// To be opened or known, in the order of their names there.
    private(set) var schools: [OneRoster.Org] = []
    private(set) var findings: [Finding] = []
    private let orgs: [OrgID: OneRoster.Org]
    private let homes: [OrgID: OrgID?]
    /// Of departments that earlier deliveries had.
    private let known: [String: String]

    init(_ bundle: OneRosterBundle, known: [String: String] = [:]) {
        self.known = known
        orgs = Dictionary(bundle.orgs.filter { $0.status == .active }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let withClasses = Set(bundle.classes.filter { $0.status == .active }.map(\.school))
        let withPeople = Set(bundle.roles.filter { $0.status == .active }.map(\.org)).union(withClasses)
        var homes: [OrgID: OrgID?] = [:]
        for org in orgs.values { homes[org.id] = .some(Self.home(of: org, orgs, withClasses)) }
        self.homes = homes
        let used = Set(withPeople.compactMap { homes[$0] ?? nil })
        schools = orgs.values.filter { $0.isSchool || used.contains($0.id) }.sorted { $0.id.text < $1.id.text }
        for org in bundle.orgs where orgs[org.id] != nil && !org.isSchool {
            if used.contains(org.id) {
                note(.takenAsSchool, org)
            } else if let home = homes[org.id] ?? nil, home != org.id {
                note(.partOfSchool, org, value: orgs[home]?.name ?? home.text)
            } else {
                note(.notSchool, org)
            }
        }
    }

    /// Nil above schools. An organisation that the files do not have is asked for under its own name.
    func school(of org: OrgID) -> OrgID? { homes[org] ?? OrgID(known[org.text] ?? org.text) }

    /// The departments of these files, each with its school.
    var departments: [(org: OrgID, school: OrgID)] {
        homes.compactMap { org, home in home.flatMap { $0 == org ? nil : (org, $0) } }.sorted { $0.org.text < $1.org.text }
    }

    /// The one at the top, by which a delivery is known.
    static func root(of bundle: OneRosterBundle) -> OneRoster.Org? {
        let tops = bundle.orgs.filter { $0.status != .deleted && $0.parent == nil }.sorted { $0.id.text < $1.id.text }
        return tops.first { $0.isAuthority } ?? tops.first
    }

    private static func home(of org: OneRoster.Org, _ orgs: [OrgID: OneRoster.Org], _ withClasses: Set<OrgID>) -> OrgID? {
        var above = [org]
        while let parent = above.last?.parent, let next = orgs[parent] { above.append(next) }
        if let school = above.first(where: \.isSchool) { return school.id }
        if let top = above.prefix(while: { !$0.isAuthority }).last { return top.id }
        return withClasses.contains(org.id) ? org.id : nil
    }

    private mutating func note(_ flaw: OrderFlaw, _ org: OneRoster.Org, value: String? = nil) {
        findings.append(Finding(kind: .school, flaw: flaw, place: org.origin.place("type"), value: value ?? org.name, isRefusal: false))
    }
}

extension OneRoster.Org {
    var isSchool: Bool { if case .known(let kind) = kind { kind.isSchool } else { false } }
    var isAuthority: Bool { if case .known(let kind) = kind { kind.isAuthority } else { false } }
}

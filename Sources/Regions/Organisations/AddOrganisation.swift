import Accounts
import Kernel
import Storage

/// A region, a municipality, or the installation's own operator comes into being. The platform and regions are made by whoever runs
/// the installation or by its operator; a municipality by its region's curator as well.
public struct AddOrganisation: Verb {
    public let name: String
    public let level: Level
    public let zone: Zone
    public let parent: ID<School>?
    public init(_ name: String, _ level: Level, zone: Zone, in parent: ID<School>?) {
        self.name = name
        self.level = level
        self.zone = zone
        self.parent = parent
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<School> {
        guard viewer.person.number != 0 else { return try add(by: viewer, at: now, in: tx) }
        let curated = try RegionsAccess.curated(by: viewer, in: tx)
        let isOperator = curated.organisation.level == .platform
        guard level == .municipality || (level == .region && isOperator), isOperator || parent == curated.organisation.id else { throw Denial.notFound }
        return try add(by: viewer, at: now, in: tx)
    }

    private func add(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<School> {
        guard level != .school else { throw Denial.notFound }
        let above = try parent.flatMap { try OrganisationStore.find($0, tx) }
        guard above?.level == level.above || (level == .region && parent == nil) || level == .platform else { throw Denial.invalid(field: "parent", .choose) }
        let same = try OrganisationStore.list(where: "s.level = \(level.rawValue)", tx).filter {
            $0.parent == parent && TextKey.of($0.name) == TextKey.of(name)
        }
        guard same.isEmpty else { throw Denial.invalid(field: "name", .organisationThere) }
        let school = try OpenSchool(name: name, kind: .general, zone: zone).run(at: now, in: tx)
        try OrganisationStore.place(school.id, level, in: parent, tx)
        try tx.rows("INSERT INTO school_card (school_id, changed_at) VALUES (\(school.id), \(now))")
        let trace = Trace("regions.organisation", about: "school:\(school.id.number)", became: level.rawValue)
        try tx.leave(trace, in: parent ?? school.id, by: viewer.person.number == 0 ? nil : viewer.person, at: now)
        return school.id
    }
}

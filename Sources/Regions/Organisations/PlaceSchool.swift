import Accounts
import Kernel
import Storage

/// A school that was made without an application (by an import) is put under its municipality.
public struct PlaceSchool: Verb {
    public let school: ID<School>
    public let municipality: ID<School>
    public init(_ school: ID<School>, in municipality: ID<School>) {
        self.school = school
        self.municipality = municipality
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        if viewer.person.number != 0 {
            guard try RegionsAccess.curated(by: viewer, in: tx).organisation.level == .platform else { throw Denial.notFound }
        } else if !viewer.has(.platformOperator) {
            throw Denial.notFound
        }
        guard let was = try OrganisationStore.find(school, tx), was.level == .school, try OrganisationStore.find(municipality, tx)?.level == .municipality
        else {
            throw Denial.notFound
        }
        try OrganisationStore.place(school, .school, in: municipality, tx)
        let trace = Trace(
            "regions.placed", about: "school:\(school.number)", was: was.parent.map { "school:\($0.number)" }, became: "school:\(municipality.number)")
        for log in [school, municipality] { try tx.leave(trace, in: log, by: viewer.person.number == 0 ? nil : viewer.person, at: now) }
    }
}

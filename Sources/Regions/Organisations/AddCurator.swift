import Accounts
import Kernel
import Storage

/// A department gets a curator. They come in by a one-time code, which is issued apart, so that a form sent twice does nothing twice.
struct AddCurator: Verb {
    let name: PersonName
    let organisation: ID<School>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        _ = try add(to: RegionsAccess.ruled(organisation, by: viewer, in: tx), at: now, in: tx)
    }

    func add(to ruled: RuledOrganisation, at now: Moment, in tx: Transaction) throws -> ID<Person> {
        guard let role = ruled.organisation.level.curator else { throw Denial.notFound }
        let isThere = try OrganisationStore.curators(of: ruled.organisation, tx).contains { $0.name.key == name.key }
        guard !isThere else { throw Denial.invalid(field: "family", .curatorThere) }
        let founder = RegionsAccess.founder(of: ruled.school, by: ruled.ruler)
        return try RegisterPerson(name, as: role, since: ruled.organisation.zone.day(of: now)).run(by: founder, at: now, in: tx)
    }
}

/// A curator who has not come in yet gets a code; the one before it is dead.
struct IssueCuratorCode: Verb {
    let person: ID<Person>
    let organisation: ID<School>
    let code = Secret()

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> IssuedCode {
        let ruled = try RegionsAccess.ruled(organisation, by: viewer, in: tx)
        guard let curator = try OrganisationStore.curators(of: ruled.organisation, tx).first(where: { $0.person == person }) else { throw Denial.notFound }
        guard !curator.hasCome else { throw Denial.conflict(.hasComeIn) }
        try ActivationStore.issue(code, to: person, in: organisation, by: viewer, at: now, tx)
        return IssuedCode(code: code, name: curator.name, school: ruled.organisation.name, expires: now + ActivationStore.life)
    }
}

/// A person is no longer a department's curator; a code that was not used is dead.
struct EndCurator: Verb {
    let person: ID<Person>
    let organisation: ID<School>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try RegionsAccess.ruled(organisation, by: viewer, in: tx)
        guard let role = ruled.organisation.level.curator else { throw Denial.notFound }
        // Else the last operator could lock everybody out by one tap.
        guard person != viewer.person else { throw Denial.conflict(.notOneself) }
        let founder = RegionsAccess.founder(of: ruled.school, by: viewer)
        try EndRole(role, of: person, on: ruled.organisation.zone.day(of: now)).run(by: founder, at: now, in: tx)
        try ActivationStore.revoke(of: person, in: organisation, by: viewer, at: now, tx)
    }
}

/// The same at the command line: whoever runs the installation makes the first operator and any curator.
public struct InstallCurator: Verb {
    public let organisation: ID<School>
    public let name: PersonName
    private let code = Secret()
    public init(_ name: PersonName, of organisation: ID<School>) {
        self.name = name
        self.organisation = organisation
    }

    /// The one-time code, for paper.
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> String {
        guard let organisation = try OrganisationStore.find(organisation, tx) else { throw Denial.notFound }
        let ruled = try RegionsAccess.ruled(organisation, byInstaller: viewer)
        let person = try AddCurator(name: name, organisation: organisation.id).add(to: ruled, at: now, in: tx)
        try ActivationStore.issue(code, to: person, in: organisation.id, by: viewer, at: now, tx)
        return code.forPaper
    }
}

import Accounts
import Documents
import Kernel
import Storage

/// Who may see and do what above the schools, in a school's card and with its local acts — the only file that answers that.
enum RegionsAccess {
    static let curators = Role.above
    /// Those who answer for the school before the department (REQUIREMENTS A12).
    static let heads: Set<Role> = [.director, .administrator]
    /// Those who issue the school's acts (REQUIREMENTS I08).
    static let publishers: Set<Role> = [.director, .deputy, .administrator, .operator]
    /// Those who see who has read them.
    static let controllers: Set<Role> = [.director, .deputy, .coordinator, .administrator, .operator]

    // MARK: Above the schools

    /// The organisation for which the viewer acts. A curator's role counts in an organisation of its own level alone, so a school's
    /// administrator cannot make a curator of themselves. To all others the department's pages do not exist.
    static func curated(by viewer: Viewer, in tx: Transaction) throws -> Curated {
        guard viewer.hasAny(of: curators), let organisation = try OrganisationStore.find(viewer.school, tx), let role = organisation.level.curator,
            viewer.has(role)
        else { throw Denial.notFound }
        return Curated(organisation: organisation, curator: viewer)
    }

    /// Reading: a condition on the columns of a school under the curator's organisation.
    static func isSchool(_ school: SQL, under curated: Curated) -> SQL { isUnder(curated, parent: "\(school).parent_id") }

    /// Reading: a condition on an application's columns.
    static func isApplication(_ application: SQL, to curated: Curated) -> SQL { isUnder(curated, parent: "\(application).municipality_id") }

    private static func isUnder(_ curated: Curated, parent: SQL) -> SQL {
        switch curated.organisation.level {
        case .municipality: "\(parent) = \(curated.organisation.id)"
        case .region: "\(parent) IN (SELECT id FROM school WHERE parent_id = \(curated.organisation.id) AND level = 'municipality')"
        case .platform: "1 = 1"
        case .school: "1 = 0"
        }
    }

    /// Reading and ruling: a condition on an organisation `s` whose curators this one appoints.
    static func isOrganisation(under curated: Curated) -> SQL {
        switch curated.organisation.level {
        case .platform: "s.level IN ('platform', 'region', 'municipality')"
        case .region: "s.level = 'municipality' AND s.parent_id = \(curated.organisation.id)"
        case .municipality, .school: "1 = 0"
        }
    }

    static func ruled(_ id: ID<School>, by viewer: Viewer, in tx: Transaction) throws -> RuledOrganisation {
        let curated = try curated(by: viewer, in: tx)
        guard let found = try OrganisationStore.list(where: "s.id = \(id) AND \(isOrganisation(under: curated))", tx).first else { throw Denial.notFound }
        return RuledOrganisation(organisation: found, ruler: viewer)
    }
    /// The same for whoever runs the installation, at the command line.
    static func ruled(_ organisation: Organisation, byInstaller viewer: Viewer) throws -> RuledOrganisation {
        guard viewer.person.number == 0, viewer.has(.platformOperator), organisation.level != .school else { throw Denial.notFound }
        return RuledOrganisation(organisation: organisation, ruler: viewer)
    }

    /// Acting on one application that is not decided yet; its row stays as it was read until the transaction ends.
    static func decidable(_ id: ID<SchoolApplication>, by viewer: Viewer, in tx: Transaction) throws -> DecidableApplication {
        let curated = try curated(by: viewer, in: tx)
        guard let application = try ApplicationStore.find(id, seenBy: curated, tx) else { throw Denial.notFound }
        guard application.state.isOpen else { throw Denial.conflict(.alreadyDecided) }
        return DecidableApplication(application: application, curator: viewer)
    }

    /// One who acts in an organisation as those above it may: to enter its first person. Never handed to a page.
    static func founder(of school: School, by curator: Viewer) -> Viewer {
        Viewer(person: curator.person, name: curator.name, hat: Hat(school: school, side: .staff, roles: [.platformOperator]))
    }

    // MARK: In a school

    /// Changing the card: the school's rulers; a department's curators.
    static func card(by viewer: Viewer, in tx: Transaction) throws -> ChangeableCard {
        if viewer.hasAny(of: [.administrator, .operator, .director]) { return ChangeableCard(school: viewer.school, changer: viewer) }
        guard viewer.hasAny(of: curators) else { throw Denial.forbidden(.notYours) }
        return ChangeableCard(school: try curated(by: viewer, in: tx).organisation.id, changer: viewer)
    }
    static func mayChangeCard(_ viewer: Viewer) -> Bool { viewer.hasAny(of: curators.union([.administrator, .operator, .director])) }

    /// Reading acts: a condition on `a`. The school's own, and those of all it stands in (REQUIREMENTS I06: readable by all).
    static func isAct(seenBy viewer: Viewer) -> SQL { "a.school_id IN \(OrganisationStore.upwards(from: viewer.school))" }

    /// Acting: publishing in the viewer's own school or department.
    static func publisher(_ viewer: Viewer, in tx: Transaction) throws -> Publisher {
        if viewer.hasAny(of: publishers) { return Publisher(school: viewer.school, isDepartment: false, person: viewer) }
        guard viewer.hasAny(of: curators) else { throw Denial.forbidden(.notYours) }
        return Publisher(school: try curated(by: viewer, in: tx).organisation.id, isDepartment: true, person: viewer)
    }
    static func mayPublish(_ viewer: Viewer) -> Bool { viewer.hasAny(of: publishers.union(curators)) }

    /// A condition on `a`: an act of the viewer's own school that asks this side of it to be read.
    static func asks(_ viewer: Viewer) -> SQL {
        let side: SQL =
            switch viewer.side {
            case .staff: "a.asks_staff = 1"
            case .family: "a.asks_family = 1"
            case .pupil: "a.asks_pupil = 1"
            }
        return "(a.school_id = \(viewer.school) AND \(side))"
    }
    static func isHead(_ viewer: Viewer) -> Bool { viewer.hasAny(of: heads) }

    /// Whether the viewer sees who has read the acts of the viewer's own school or department.
    static func controls(_ viewer: Viewer, in tx: Transaction) throws -> Bool {
        if viewer.hasAny(of: controllers.union(curators)) { return true }
        do { return try controlled(by: viewer, in: tx) != [] } catch Denial.notFound { return false }
    }

    /// The classes whose lists of readers the viewer may open: `nil` means the whole school.
    static func controlled(by viewer: Viewer, in tx: Transaction) throws -> [Int64]? {
        if viewer.hasAny(of: controllers) { return nil }
        guard viewer.side == .staff else { throw Denial.notFound }
        let classes = try tx.rows(
            """
            SELECT t.class_id FROM class_teacher t JOIN school_class c ON c.id = t.class_id
            WHERE t.teacher_id = \(viewer.person) AND t.until IS NULL AND c.school_id = \(viewer.school) ORDER BY t.class_id
            """
        ).map { try $0.int("class_id") }
        guard !classes.isEmpty else { throw Denial.notFound }
        return classes
    }
}

/// Proof that the viewer acts for this department.
struct Curated: Sendable {
    let organisation: Organisation
    let curator: Viewer
    fileprivate init(organisation: Organisation, curator: Viewer) {
        self.organisation = organisation
        self.curator = curator
    }
}

/// Proof that the viewer may appoint this organisation's curators.
struct RuledOrganisation: Sendable {
    let organisation: Organisation
    let ruler: Viewer
    var school: School { School(id: organisation.id, name: organisation.name, zone: organisation.zone) }
    fileprivate init(organisation: Organisation, ruler: Viewer) {
        self.organisation = organisation
        self.ruler = ruler
    }
}

/// Proof that the viewer may decide this application, and that nobody has.
struct DecidableApplication: Sendable {
    let application: SchoolApplication
    let curator: Viewer
    fileprivate init(application: SchoolApplication, curator: Viewer) {
        self.application = application
        self.curator = curator
    }
}

/// Proof that the viewer may change this school's or department's card.
struct ChangeableCard: Sendable {
    let school: ID<School>
    let changer: Viewer
    fileprivate init(school: ID<School>, changer: Viewer) {
        self.school = school
        self.changer = changer
    }
}

/// Proof that the viewer may publish acts of this school or department.
struct Publisher: Sendable {
    let school: ID<School>
    let isDepartment: Bool
    let person: Viewer
    fileprivate init(school: ID<School>, isDepartment: Bool, person: Viewer) {
        self.school = school
        self.isDepartment = isDepartment
        self.person = person
    }
}

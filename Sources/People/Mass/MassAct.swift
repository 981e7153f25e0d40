import Accounts
import Kernel

/// One thing done to many people at once.
struct MassAct: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable, CaseIterable { case giveRole, endRole, confirm, endSignIns }
    /// As many people as one act takes: more would hold up everyone who writes.
    static let most = 500
    /// An act can be undone for so many seconds.
    static let undoable = 30 * 60

    let kind: Kind
    let role: Role?

    /// Roles that are given and taken in crowds. Who leads a class is appointed to it; pupils and guardians come with their papers.
    static let roles: [Role] = [.subjectTeacher, .substitute, .additionalTeacher, .lecturer, .deputy, .coordinator, .operator, .administrator]

    init(_ kind: Kind, _ role: Role? = nil) {
        self.kind = kind
        self.role = role
    }

    /// It gives or takes rights, so that who does it proves first who they are.
    var changesRights: Bool { kind != .endSignIns }

    /// From a form. Throws `Denial.invalid` for `act` or `role`.
    init(kind: String?, role: String?) throws {
        guard let kind = kind.flatMap(Kind.init) else { throw Denial.invalid(field: "act", .chooseAct) }
        guard kind == .giveRole || kind == .endRole else { self.init(kind); return }
        guard let role = role.flatMap(Role.init), Self.roles.contains(role) else { throw Denial.invalid(field: "role", .chooseRole) }
        self.init(kind, role)
    }

    /// What becomes of each person, and why.
    enum Fate: String, Hashable, Sendable, CaseIterable {
        case done
        /// Nothing to do: it is so already.
        case already
        case notHere, isPupil, isFamily, notATeacher, oneself, belongsElsewhere, leadsClass, teaches
        var isRefused: Bool { self != .done && self != .already }
    }

    /// One person of an act.
    struct Line: Hashable, Sendable {
        let person: ID<Person>
        let name: PersonName
        let fate: Fate
        /// Was a verified teacher: with their last role the badge goes, with the undoing it comes back.
        var hadBadge = false
        var isUndone = false
    }

    /// An act that was done.
    struct Done: Hashable, Sendable {
        let id: ID<MassAct>
        let act: MassAct
        let at: Moment
        let by: PersonName
        let undoneAt: Moment?
        let lines: [Line]

        /// Sign-ins that were ended are begun anew by people themselves.
        func canBeUndone(at now: Moment) -> Bool {
            undoneAt == nil && act.kind != .endSignIns && now <= at + MassAct.undoable && lines.contains { $0.fate == .done }
        }
    }
}

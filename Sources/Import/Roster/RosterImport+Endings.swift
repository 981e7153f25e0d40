import Accounts
import Interchange
import Kernel
import School

/// What the files say is over, or, in a complete delivery, no longer say at all. Nothing is ended that an import has not made, and nothing
/// on which a journal stands is removed.
extension RosterImport {
    /// What the files call over.
    private struct Over {
        var users: Set<String> = []
        var sections: Set<String> = []
        /// A person's places in sections, by their key.
        var places: Set<String> = []
        /// Pupils of whose places some are over.
        var pupils: Set<String> = []
        var links: Set<String> = []
        /// Guardians who have just lost a child: person and school.
        var guardians: Set<String> = []
    }

    func settleEndings() throws {
        try run.begin(.endings, of: 1)
        var over = over()
        for kind in [ImportKind.guardian, .seat, .enrolment, .classTeacher, .role] {
            for (key, entry) in try run.keys.all(kind).sorted(by: { $0.key < $1.key }) where !run.hasSeen(kind, key) {
                let parts = key.split(separator: ImportKeys.divider, omittingEmptySubsequences: false).map(String.init)
                guard isOver(kind, key, parts, over) || isComplete(kind) else { continue }
                try end(kind, key, parts, entry.number)
                if kind == .guardian, parts.count == 3 { over.guardians.insert(ImportKeys.key(parts[1], parts[2])) }
            }
        }
        try tellWhatStays()
        try run.tick()
    }

    /// Deleted there, but here lessons and marks may stand on it.
    private func tellWhatStays() throws {
        for org in bundle.orgs where org.status == .deleted {
            if try run.keys.entry(.school, org.id.text) != nil { run.remark(.stays, at: org.origin.place("status"), value: org.name) }
        }
        let terms = Set(try run.keys.all(.term).keys.compactMap { $0.split(separator: ImportKeys.divider).last.map(String.init) })
        for session in bundle.academicSessions where session.status == .deleted && terms.contains(session.id.text) {
            run.remark(.stays, at: session.origin.place("status"), value: session.title)
        }
        for entry in bundle.classes where entry.status == .deleted {
            if try run.keys.entry(.section, entry.id.text) != nil { run.remark(.stays, at: entry.origin.place("status"), value: entry.title) }
        }
    }

    private func over() -> Over {
        var over = Over()
        over.users = Set(bundle.users.filter { $0.status != .active }.map(\.id.text))
        over.sections = Set(bundle.classes.filter { $0.status != .active }.map(\.id.text))
        for entry in bundle.enrollments where entry.status != .active || RosterRoles.isOver(entry.end, today) {
            over.places.insert(ImportKeys.key(entry.user.text, entry.group.text))
            if entry.role == .student { over.pupils.insert(entry.user.text) }
        }
        for entry in bundle.relationships where entry.status != .active { over.links.insert(ImportKeys.key(entry.ward.text, entry.guardian.text)) }
        return over
    }

    private func isOver(_ kind: ImportKind, _ key: String, _ parts: [String], _ over: Over) -> Bool {
        if over.users.contains(parts[0]) { return true }
        switch kind {
        case .guardian:
            return parts.count == 3 && (over.users.contains(parts[1]) || over.links.contains(ImportKeys.key(parts[0], parts[1])))
                || roles.ended.contains(RosterRoles.key(UserID(parts[0]), OrgID(parts.last ?? ""), .pupil))
        case .seat, .classTeacher:
            return parts.count >= 2 && (over.sections.contains(parts[1]) || over.places.contains(ImportKeys.key(parts[0], parts[1])))
        case .enrolment:
            return homes.homes[UserID(parts[0])] == nil && (over.pupils.contains(parts[0]) || isNoPupil(parts[0]))
        case .role:
            guard parts.count == 3 else { return false }
            return roles.ended.contains(key) || parts[2] == Role.guardian.rawValue && over.guardians.contains(ImportKeys.key(parts[0], parts[1]))
        default: return false
        }
    }

    private func isNoPupil(_ user: String) -> Bool {
        roles.schools(of: UserID(user), as: .pupil).isEmpty
            && roles.ended.contains { $0.hasPrefix(user + String(ImportKeys.divider)) && $0.hasSuffix(Role.pupil.rawValue) }
    }

    /// Only if the file that says such things is there, and whole.
    private func isComplete(_ kind: ImportKind) -> Bool {
        guard run.options.isComplete else { return false }
        switch kind {
        case .guardian: return !bundle.relationships.isEmpty && !bundle.isDelta("relationships.csv") && !bundle.isDelta("users.csv")
        case .role: return !bundle.roles.isEmpty && !bundle.isDelta("roles.csv") && !bundle.isDelta("users.csv")
        default: return !bundle.enrollments.isEmpty && !bundle.isDelta("enrollments.csv")
        }
    }

    private func end(_ kind: ImportKind, _ key: String, _ parts: [String], _ number: Int64) throws {
        let person = try person(UserID(parts[0]))
        try run.end(kind, key) {
            guard let person else { return }
            switch kind {
            case .guardian: try unlink(person, parts)
            case .seat: try endSeat(of: person, in: ID(number))
            case .enrolment: try endEnrolment(of: person, in: number)
            case .classTeacher: try endClassTeacher(person, of: number)
            default: try endRole(of: person, parts)
            }
        }
    }

    private func unlink(_ ward: ID<Person>, _ parts: [String]) throws {
        guard parts.count == 3, let guardian = try person(UserID(parts[1])), let school = try school(OrgID(parts[2])) else { return }
        try run.perform(UnlinkGuardian(guardian, from: ward), in: school)
    }

    private func endSeat(of pupil: ID<Person>, in group: ID<StudyGroup>) throws {
        guard let school = try ImportStore.school(ofGroup: group, run.tx) else { return }
        try run.perform(LeaveGroup(pupil, from: group, on: run.today(in: school)), in: school)
    }

    /// One who has been transferred by hand stays where they are now.
    private func endEnrolment(of pupil: ID<Person>, in schoolClass: Int64) throws {
        guard let present = try ImportStore.enrolment(of: pupil, run.tx), present.schoolClass == schoolClass else { throw Denial.notFound }
        try run.perform(EndEnrolment(of: pupil, on: run.today(in: present.school)), in: present.school)
    }

    private func endClassTeacher(_ teacher: ID<Person>, of schoolClass: Int64) throws {
        guard let school = try ImportStore.school(ofClass: schoolClass, run.tx)?.school else { return }
        try run.perform(DismissClassTeacher(teacher, of: ID(schoolClass), on: run.today(in: school)), in: school)
    }

    private func endRole(of person: ID<Person>, _ parts: [String]) throws {
        guard parts.count == 3, let role = Role(rawValue: parts[2]), let school = try school(OrgID(parts[1])) else { return }
        try run.perform(EndRole(role, of: person, on: run.today(in: school)), in: school)
    }
}

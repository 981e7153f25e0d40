import Accounts
import Interchange
import Kernel
import School

extension RosterImport {
    func settleSchools() throws {
        try run.begin(.schools, of: places.schools.count)
        for org in places.schools {
            let number = try run.settle(.school, org.id.text, [org.name], at: org.origin.place) {
                try open(org)
            } change: { number in
                try run.perform(RenameSchool(to: org.name), in: ID(number))
                return number
            }
            schools[org.id] = number.map { ID($0) }
            try run.tick()
        }
        for (org, school) in places.departments {
            guard let number = try self.school(school)?.number else { continue }
            try run.keys.note(.place, org.text, ImportKeys.Entry(number: number, fingerprint: school.text))
        }
    }

    /// The one that was named at the command line, or a new one.
    private func open(_ org: OneRoster.Org) throws -> ImportRun.Settled {
        if let wanted = run.options.school, places.schools.count == 1 {
            let found = try SchoolChoice.named(wanted, run.tx)
            run.knows(found)
            return .found(found.id.number)
        }
        let school = try OpenSchool(name: org.name, kind: org.schoolKind, zone: run.options.zone).run(at: run.now, in: run.tx)
        run.knows(school)
        return .added(school.id.number)
    }

    func settleYears() throws {
        var needed: Set<[String]> = []
        for section in sections.all.values { needed.insert([section.school.text, "\(section.year)"]) }
        for org in places.schools {
            let parts = calendar.parts(used: sections.sessions[org.id] ?? [])
            for part in parts { needed.insert([org.id.text, "\(RosterCalendar.number(of: part.days))"]) }
            if !bundle.academicSessions.isEmpty, !needed.contains(where: { $0[0] == org.id.text }) { needed.insert([org.id.text, "\(calendar.current)"]) }
        }
        try run.begin(.years, of: needed.count)
        for pair in needed.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
            if let number = Int(pair[1]) { try settleYear(number, of: OrgID(pair[0])) }
            try run.tick()
        }
        for org in places.schools { try settleTerms(of: org.id) }
        for part in calendar.parts where !places.schools.contains(where: { run.hasSeen(.term, ImportKeys.key($0.id.text, part.session.id.text)) }) {
            run.refuse(.term, .unusedTerm, at: part.session.origin.place, value: part.session.title)
        }
    }

    private func settleYear(_ number: Int, of org: OrgID) throws {
        guard let school = try school(org) else { return }
        let key = ImportKeys.key(org.text, "\(number)"), days = calendar.days(of: number), name = RosterCalendar.name(of: number)
        let place = ImportRun.Place(file: "academicSessions.csv")
        let year = try run.settle(.year, key, [days.lowerBound.description, days.upperBound.description], at: place) {
            let middle = Day(number: (days.lowerBound.number + days.upperBound.number) / 2)
            if let known = try ImportStore.year(named: name, of: school, run.tx) ?? ImportStore.year(of: school, on: middle, run.tx) { return .found(known) }
            return .added(try run.perform(OpenYear(name, days, parts: []), in: school).number)
        } change: { known in
            try run.perform(CorrectYear(ID(known), days), in: school)
            return known
        }
        years[key] = year.map { ID($0) }
    }

    private func settleTerms(of org: OrgID) throws {
        guard let school = try school(org) else { return }
        for part in calendar.parts(used: sections.sessions[org] ?? []) {
            guard let year = years[ImportKeys.key(org.text, "\(RosterCalendar.number(of: part.days))")] else { continue }
            let values = [part.session.title, part.days.lowerBound.description, part.days.upperBound.description]
            try run.settle(.term, ImportKeys.key(org.text, part.session.id.text), values, at: part.session.origin.place) {
                if let known = try ImportStore.term(part.kind, from: part.days.lowerBound, in: year, run.tx) { return .found(known) }
                return .added(try run.perform(AddTerm(part.kind, part.session.title, part.days, in: year), in: school).number)
            } change: { known in
                try run.perform(CorrectTerm(ID(known), name: part.session.title, part.days), in: school)
                return known
            }
        }
    }
}

extension OneRoster.Org {
    var schoolKind: OpenSchool.Kind {
        guard case .known(let kind) = kind else { return .general }
        return switch kind {
        case .college, .university: .vocational
        case .adultEducation: .additional
        default: .general
        }
    }
}

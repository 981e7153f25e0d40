import Accounts
import Hummingbird
import Kernel
import Storage
import WebCore
import Wire

/// The school's order for programs: the same verbs, stores and rights as the pages.
struct SchoolAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        addReading(to: &api)
        addYears(to: &api)
        addClasses(to: &api)
    }

    private func addReading(to api: inout API) {
        api.get("school/years", "The school's academic years, the latest first") { _, context -> [YearInfo] in
            let school = try SchoolAccess.seen(by: context.viewer)
            return try await site.read { tx in try StructureStore.years(of: school, tx) }.map(YearInfo.init)
        }
        api.get("school/years/:year", "A year with its terms and classes") { _, context -> YearSheetInfo in
            let school = try SchoolAccess.seen(by: context.viewer), id: ID<AcademicYear> = try context.id("year")
            let found = try await site.read { tx in
                try StructureStore.year(id, of: school, tx).map { try StructureStore.sheet(of: $0, in: school, tx) }
            }
            guard let found else { throw Denial.notFound }
            return YearSheetInfo(found)
        }
        api.get("school/classes/:class", "A class with its pupils and groups") { _, context -> ClassCardInfo in
            let school = try SchoolAccess.seen(by: context.viewer), id: ID<SchoolClass> = try context.id("class")
            guard let card = try await site.read({ tx in try StructureStore.card(of: id, in: school, tx) }) else { throw Denial.notFound }
            return ClassCardInfo(card)
        }
        api.get("school/staff", "Who works in the school, with their roles") { _, context -> [StaffInfo] in
            let school = try SchoolAccess.seen(by: context.viewer), today = context.reader.today
            return try await site.read { tx in try StructureStore.staff(of: school, on: today, tx) }.map(StaffInfo.init)
        }
        api.get("school/subjects", "The school's subjects") { _, context -> [SubjectInfo] in
            let school = try SchoolAccess.seen(by: context.viewer)
            return try await site.read { tx in try StructureStore.subjects(of: school, tx) }.map {
                SubjectInfo(id: $0.subject.id.number, name: $0.subject.name)
            }
        }
    }

    private func addYears(to api: inout API) {
        api.post("school/years", "Open an academic year") { (body: YearBody, _, context) -> Made in
            let verb = OpenYear(try Self.name(body.name), try Self.days(body.starts, body.ends), parts: [])
            return Made(id: try await site.perform(verb, by: context.viewer, at: context.now).number)
        }
        api.put("school/years/:year", "Put the dates of a year right") { (body: YearBody, _, context) -> Nothing in
            try await site.perform(CorrectYear(try context.id("year"), try Self.days(body.starts, body.ends)), by: context.viewer, at: context.now)
            return Nothing()
        }
        api.post("school/years/:year/terms", "Add a part of a year") { (body: TermBody, _, context) -> Made in
            guard let kind = Term.Kind(rawValue: body.kind) else { throw Denial.invalid(field: "kind", .notChosen) }
            let verb = AddTerm(kind, try Self.name(body.name), try Self.days(body.starts, body.ends), in: try context.id("year"))
            return Made(id: try await site.perform(verb, by: context.viewer, at: context.now).number)
        }
        api.put("school/terms/:term", "Put a term's name and dates right") { (body: YearBody, _, context) -> Nothing in
            let verb = CorrectTerm(try context.id("term"), name: try Self.name(body.name), try Self.days(body.starts, body.ends))
            try await site.perform(verb, by: context.viewer, at: context.now)
            return Nothing()
        }
        api.post("school/terms/:term/close", "Close a term: its journals change only with a reason") { (_: Nothing, _, context) -> Nothing in
            try await site.perform(CloseTerm(try context.id("term")), by: context.viewer, at: context.now)
            return Nothing()
        }
        api.post("school/terms/:term/reopen", "Open a closed term again, after a fresh proof") { (_: Nothing, _, context) -> Nothing in
            _ = try SchoolAccess.closing(by: context.viewer)
            try StepUp.require(context)
            try await site.perform(ReopenTerm(try context.id("term")), by: context.viewer, at: context.now)
            return Nothing()
        }
        api.post("school/subjects", "Add a subject") { (body: NameBody, _, context) -> Made in
            Made(id: try await site.perform(AddSubject(try Self.name(body.name)), by: context.viewer, at: context.now).number)
        }
    }

    private func addClasses(to api: inout API) {
        api.post("school/years/:year/classes", "Add a class to a year") { (body: ClassBody, _, context) -> Made in
            let verb = AddClass(try Self.name(body.name), year: try Self.parallel(body.year), in: try context.id("year"))
            return Made(id: try await site.perform(verb, by: context.viewer, at: context.now).id.number)
        }
        api.put("school/classes/:class", "Change a class's name or year") { (body: ClassBody, _, context) -> Nothing in
            let verb = ChangeClass(try context.id("class"), name: try Self.name(body.name), year: try Self.parallel(body.year))
            try await site.perform(verb, by: context.viewer, at: context.now)
            return Nothing()
        }
        api.post("school/classes/:class/groups", "Form a group out of a class") { (body: NameBody, _, context) -> Made in
            Made(id: try await site.perform(AddStudyGroup(try Self.name(body.name), of: try context.id("class")), by: context.viewer, at: context.now).number)
        }
        api.put("school/groups/:group/members", "Say who is in a group from a day on") { (body: MembersBody, _, context) -> Nothing in
            let verb = SetGroup(try context.id("group"), pupils: Set(body.pupils.map { ID($0) }), since: body.since)
            try await site.perform(verb, by: context.viewer, at: context.now)
            return Nothing()
        }
    }

    private static func name(_ text: String) throws -> String { try SentForm([("name", text)]).name("name") }

    private static func days(_ starts: Day, _ ends: Day) throws -> ClosedRange<Day> {
        guard starts <= ends else { throw Denial.invalid(field: "ends", .wrongDates) }
        return starts...ends
    }

    private static func parallel(_ year: Int?) throws -> Int? {
        guard year.map((1...11).contains) ?? true else { throw Denial.invalid(field: "year", .wrongParallel) }
        return year
    }
}

extension YearInfo {
    init(_ year: AcademicYear) { self.init(id: year.id.number, name: year.name, starts: year.starts, ends: year.ends) }
}

extension YearSheetInfo {
    init(_ sheet: YearSheet) {
        self.init(
            year: YearInfo(sheet.year),
            terms: sheet.terms.map {
                YearPartInfo(id: $0.id.number, kind: $0.kind.rawValue, name: $0.name, starts: $0.starts, ends: $0.ends, closedAt: $0.closing?.at.milliseconds)
            },
            classes: sheet.classes.map {
                ClassLineInfo(
                    id: $0.schoolClass.id.number, name: $0.schoolClass.name, year: $0.schoolClass.year, classTeachers: $0.leaders.map(\.full), pupils: $0.pupils
                )
            })
    }
}

extension ClassCardInfo {
    init(_ card: ClassCard) {
        self.init(
            id: card.schoolClass.id.number, name: card.schoolClass.name,
            pupils: card.seats.map { SeatInfo(person: $0.pupil.id.number, name: $0.pupil.name.full, since: $0.since) },
            groups: card.groups.map { GroupInfo(id: $0.group.id.number, name: $0.group.name, pupils: $0.pupils.map(\.number).sorted()) })
    }
}

extension StaffInfo {
    init(_ line: StaffLine) { self.init(person: line.id.number, name: line.name.full, roles: line.roles.map(\.rawValue), leads: line.leads) }
}

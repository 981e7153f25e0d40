import Accounts
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// The pages about the school's order: years, classes, groups, subjects, staff. Reads requests, runs verbs, shows views. Decides nothing.
struct SchoolRoutes: Sendable {
    let site: Site

    func add(to school: RouterGroup<SignedIn>) {
        school.get { request, context in try await overview(request, context) }
        school.get("years/:year") { request, context in try await year(try context.id("year"), .nothing, context) }
        school.get("classes/:class") { request, context in try await card(try context.id("class"), .nothing, context) }
        school.get("groups/:group") { request, context in try await group(try context.id("group"), .nothing, context) }
        school.get("subjects") { request, context in try await subjects(.nothing, context) }
        school.get("staff", use: staff)
        addYears(to: school)
        addClasses(to: school)
    }

    private func addYears(to school: RouterGroup<SignedIn>) {
        school.post("years", use: openYear)
        school.post("years/:year", use: correctYear)
        school.post("years/:year/terms", use: addTerm)
        school.post("years/:year/classes", use: addClass)
        school.post("terms/:term", use: correctTerm)
        school.post("terms/:term/close", use: closeTerm)
        school.post("terms/:term/reopen", use: reopenTerm)
        school.post("subjects", use: addSubject)
    }

    private func addClasses(to school: RouterGroup<SignedIn>) {
        school.post("classes/:class", use: changeClass)
        school.post("classes/:class/groups", use: addGroup)
        school.post("classes/:class/courses", use: addCourse)
        school.post("groups/:group", use: renameGroup)
        school.post("groups/:group/members", use: setMembers)
        school.post("courses/:course", use: changeTeacher)
    }

    // MARK: Pages

    private func overview(_ request: Request, _ context: SignedIn, _ filled: Filled = .nothing) async throws -> HTML {
        let school = try SchoolAccess.seen(by: context.viewer), today = context.reader.today
        let asked = try request.uri.queryParameters.get("year").map { asked -> ID<AcademicYear> in
            guard let number = Int64(asked) else { throw Denial.notFound }
            return ID(number)
        }
        guard let sheet = try await site.read({ tx in try StructureStore.structure(asked, on: today, of: school, tx) }) else { throw Denial.notFound }
        let doors = site.features.flatMap { $0.doors(for: context.reader, context.viewer) }.filter { $0.group == .school && $0.link.text != "/school" }
        return StructureViews(reader: context.reader, rules: SchoolAccess.rules(context.viewer)).page(sheet, doors, filled)
    }

    private func year(_ id: ID<AcademicYear>, _ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let school = try SchoolAccess.seen(by: context.viewer)
        let found = try await site.read { tx in
            try StructureStore.year(id, of: school, tx).map { try StructureStore.sheet(of: $0, in: school, tx) }
        }
        guard let sheet = found else { throw Denial.notFound }
        return YearViews(reader: context.reader, rules: SchoolAccess.rules(context.viewer), closes: SchoolAccess.closes(context.viewer)).page(sheet, filled)
    }

    private func card(_ id: ID<SchoolClass>, _ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let school = try SchoolAccess.seen(by: context.viewer), today = context.reader.today, rules = SchoolAccess.rules(context.viewer)
        let found = try await site.read { tx -> (card: ClassCard, subjects: [SubjectLine], staff: [StaffLine])? in
            guard let card = try StructureStore.card(of: id, in: school, tx) else { return nil }
            guard rules else { return (card, [], []) }
            return (card, try StructureStore.subjects(of: school, tx), try StructureStore.staff(of: school, on: today, tx))
        }
        guard let found else { throw Denial.notFound }
        return ClassViews(reader: context.reader, rules: rules).page(found.card, found.subjects, found.staff, filled)
    }

    private func group(_ id: ID<StudyGroup>, _ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let school = try SchoolAccess.seen(by: context.viewer)
        let found = try await site.read { tx in
            try StructureStore.schoolClass(ofGroup: id, in: school, tx).flatMap { try StructureStore.card(of: $0, in: school, tx) }
        }
        guard let card = found, let group = card.groups.first(where: { $0.group.id == id }) else { throw Denial.notFound }
        return ClassViews(reader: context.reader, rules: SchoolAccess.rules(context.viewer)).group(group, of: card, filled)
    }

    private func subjects(_ filled: Filled, _ context: SignedIn) async throws -> HTML {
        let school = try SchoolAccess.seen(by: context.viewer)
        let subjects = try await site.read { tx in try StructureStore.subjects(of: school, tx) }
        return StructureViews(reader: context.reader, rules: SchoolAccess.rules(context.viewer)).subjects(subjects, filled)
    }

    @Sendable func staff(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let school = try SchoolAccess.seen(by: context.viewer), today = context.reader.today
        let staff = try await site.read { tx in try StructureStore.staff(of: school, on: today, tx) }
        return StructureViews(reader: context.reader, rules: SchoolAccess.rules(context.viewer)).staff(staff)
    }

    // MARK: Years and terms

    @Sendable func openYear(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        return try await request.answer("year", page: { try await overview(request, context, $0) }) { form in
            let year = try await site.perform(OpenYear(try form.name("name"), try form.days("starts", "ends"), parts: []), by: context.viewer, at: context.now)
            return .academicYear(year)
        }
    }

    @Sendable func correctYear(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        let id: ID<AcademicYear> = try context.id("year")
        return try await request.answer("year", page: { try await year(id, $0, context) }) { form in
            try await site.perform(CorrectYear(id, try form.days("starts", "ends")), by: context.viewer, at: context.now)
            return .academicYear(id)
        }
    }

    @Sendable func addTerm(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        let id: ID<AcademicYear> = try context.id("year")
        return try await request.answer("term", page: { try await year(id, $0, context) }) { form in
            guard let kind = Term.Kind(rawValue: form.text("kind")) else { throw Denial.invalid(field: "kind", .notChosen) }
            try await site.perform(AddTerm(kind, try form.name("name"), try form.days("starts", "ends"), in: id), by: context.viewer, at: context.now)
            return .academicYear(id)
        }
    }

    @Sendable func correctTerm(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        let term: ID<Term> = try context.id("term"), school = try SchoolAccess.seen(by: context.viewer)
        guard let id = try await site.read({ tx in try StructureStore.year(ofTerm: term, in: school, tx) }) else { throw Denial.notFound }
        return try await request.answer("term-\(term.number)", page: { try await year(id, $0, context) }) { form in
            try await site.perform(CorrectTerm(term, name: try form.name("name"), try form.days("starts", "ends")), by: context.viewer, at: context.now)
            return .academicYear(id)
        }
    }

    @Sendable func closeTerm(_ request: Request, _ context: SignedIn) async throws -> Response {
        let term: ID<Term> = try context.id("term"), id = try await yearToClose(term, context)
        return try await request.answer("closing", page: { try await year(id, $0, context) }) { _ in
            try await site.perform(CloseTerm(term), by: context.viewer, at: context.now)
            return .academicYear(id)
        }
    }

    /// What is open again can be changed without a word: so who opens it proves first who they are.
    @Sendable func reopenTerm(_ request: Request, _ context: SignedIn) async throws -> Response {
        let term: ID<Term> = try context.id("term"), id = try await yearToClose(term, context)
        try StepUp.require(context)
        try await site.perform(ReopenTerm(term), by: context.viewer, at: context.now)
        return .seeOther(.academicYear(id))
    }

    private func yearToClose(_ term: ID<Term>, _ context: SignedIn) async throws -> ID<AcademicYear> {
        _ = try SchoolAccess.closing(by: context.viewer)
        let school = try SchoolAccess.seen(by: context.viewer)
        guard let id = try await site.read({ tx in try StructureStore.year(ofTerm: term, in: school, tx) }) else { throw Denial.notFound }
        return id
    }

    @Sendable func addSubject(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        return try await request.answer("subject", page: { try await subjects($0, context) }) { form in
            try await site.perform(AddSubject(try form.name("name")), by: context.viewer, at: context.now)
            return "/school/subjects"
        }
    }

    // MARK: Classes, groups, courses

    @Sendable func addClass(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        let id: ID<AcademicYear> = try context.id("year")
        return try await request.answer("class", page: { try await year(id, $0, context) }) { form in
            try await site.perform(AddClass(try form.name("name"), year: try form.parallel("year"), in: id), by: context.viewer, at: context.now)
            return .academicYear(id)
        }
    }

    @Sendable func changeClass(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        let id: ID<SchoolClass> = try context.id("class")
        return try await request.answer("class", page: { try await card(id, $0, context) }) { form in
            try await site.perform(ChangeClass(id, name: try form.name("name"), year: try form.parallel("year")), by: context.viewer, at: context.now)
            return .classCard(id)
        }
    }

    @Sendable func addGroup(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        let id: ID<SchoolClass> = try context.id("class")
        return try await request.answer("group", page: { try await card(id, $0, context) }) { form in
            .studyGroup(try await site.perform(AddStudyGroup(try form.name("name"), of: id), by: context.viewer, at: context.now))
        }
    }

    @Sendable func addCourse(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        let id: ID<SchoolClass> = try context.id("class")
        return try await request.answer("course", page: { try await card(id, $0, context) }) { form in
            let verb = AddCourse(try form.id("subject"), for: id, group: try form.optionalID("group"), teacher: try form.optionalID("teacher"))
            try await site.perform(verb, by: context.viewer, at: context.now)
            return .classCard(id)
        }
    }

    @Sendable func changeTeacher(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        let id: ID<Course> = try context.id("course"), school = try SchoolAccess.seen(by: context.viewer)
        guard let course = try await site.read({ tx in try StructureStore.course(id, in: school, tx) }) else { throw Denial.notFound }
        return try await request.answer("course-\(id.number)", page: { try await card(course.schoolClass, $0, context) }) { form in
            let verb = ChangeCourse(id, subject: course.subject, group: course.group, teacher: try form.optionalID("teacher"))
            try await site.perform(verb, by: context.viewer, at: context.now)
            return .classCard(course.schoolClass)
        }
    }

    @Sendable func renameGroup(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        let id: ID<StudyGroup> = try context.id("group")
        return try await request.answer("group", page: { try await group(id, $0, context) }) { form in
            try await site.perform(RenameStudyGroup(id, to: try form.name("name")), by: context.viewer, at: context.now)
            return .studyGroup(id)
        }
    }

    @Sendable func setMembers(_ request: Request, _ context: SignedIn) async throws -> Response {
        try SchoolAccess.checkRule(context.viewer)
        let id: ID<StudyGroup> = try context.id("group"), today = context.reader.today
        return try await request.answer("members", page: { try await group(id, $0, context) }) { form in
            try await site.perform(SetGroup(id, pupils: Set(form.numbers("pupil[]").map { ID($0) }), since: today), by: context.viewer, at: context.now)
            return .studyGroup(id)
        }
    }
}

extension SentForm {
    /// The number of a class's year, 1–11; none for a college's group.
    fileprivate func parallel(_ name: String) throws -> Int? {
        guard !text(name).isEmpty else { return nil }
        guard let year = Int(text(name)), (1...11).contains(year) else { throw Denial.invalid(field: name, .wrongParallel) }
        return year
    }
}

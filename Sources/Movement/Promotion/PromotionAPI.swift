import Accounts
import Hummingbird
import Kernel
import School
import Storage
import WebCore
import Wire

/// The yearly promotion for programs: what is proposed, what would be done, the doing and the undoing, with the page's verbs and rights.
struct PromotionAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        let from = [Parameter("from", .integer, "The year to be left; the running one if it is missing")]
        api.get("promotion", "The classes of a year with what is proposed for each, and the promotions done", query: from) {
            request, context -> PromotionSheetInfo in
            PromotionSheetInfo(try await sheet(request.uri.queryParameters.get("from").flatMap { Int64($0) }, context))
        }
        api.post("promotion/preview", "What a promotion would do, without doing it") { (body: PromotionBody, _, context) -> PromotionPreviewInfo in
            let sheet = try await sheet(body.from, context), wanted = try PromotionRequest(body, sheet)
            guard let to = sheet.to else { throw Denial.notFound }
            try wanted.order.check(today: context.reader.today)
            return PromotionPreviewInfo(sheet, to, wanted)
        }
        api.post("promotion", "Take the school into the next year by an order, all or none") { (body: PromotionBody, _, context) -> PromotionDoneInfo in
            let sheet = try await sheet(body.from, context), wanted = try PromotionRequest(body, sheet)
            guard let to = sheet.to else { throw Denial.notFound }
            let verb = PromoteSchool(from: sheet.from.id, to: to.id, wanted.choices, first: wanted.first, order: wanted.order)
            return PromotionDoneInfo(id: try await site.perform(verb, by: context.viewer, at: context.now)?.number)
        }
        api.post("promotion/:promotion/undo", "Take a promotion back as a whole") { (_: Nothing, _, context) -> Nothing in
            try await site.perform(UndoPromotion(try context.id("promotion")), by: context.viewer, at: context.now)
            return Nothing()
        }
    }

    private func sheet(_ from: Int64?, _ context: SignedIn) async throws -> PromotionSheet {
        let school = try MovementAccess.seen(by: context.viewer), today = context.reader.today
        _ = try MovementAccess.moved(by: context.viewer)
        guard let sheet = try await site.read({ tx in try PromotionStore.sheet(from: from.map { ID($0) }, today: today, in: school, tx) }) else {
            throw Denial.notFound
        }
        return sheet
    }
}

extension PromotionRequest {
    /// A class that is not named is left as it is; one that is not in the year cannot be named.
    init(_ body: PromotionBody, _ sheet: PromotionSheet) throws {
        let named = Dictionary(body.choices.map { ($0.schoolClass, $0) }, uniquingKeysWith: { first, _ in first })
        guard named.keys.allSatisfy({ id in sheet.lines.contains { $0.schoolClass.id.number == id } }) else { throw Denial.notFound }
        let choices = try sheet.lines.map { line in
            guard let choice = named[line.schoolClass.id.number] else { return PromotionChoice(line.schoolClass.id, .leave, name: "") }
            return try PromotionChoice(choice, line)
        }
        try self.init(choices: choices, first: body.first.filter { !$0.isEmpty }, order: OrderDraft(number: body.order, date: body.orderDate))
    }
}

extension PromotionChoice {
    fileprivate init(_ choice: PromotionChoiceBody, _ line: PromotionLine) throws {
        guard let act = Act(rawValue: choice.act) else { throw Denial.invalid(field: "act", .notChosen) }
        let exceptions = try choice.exceptions.reduce(into: [ID<Person>: Exception]()) { found, exception in
            guard let fate = Exception(rawValue: exception.fate) else { throw Denial.invalid(field: "fate", .notChosen) }
            guard line.pupils.contains(where: { $0.id.number == exception.person }) else { throw Denial.notFound }
            found[ID(exception.person)] = fate
        }
        let goesOn = act == .carry || exceptions.values.contains(.carry)
        guard !goesOn || (1...100).contains(choice.name.count) else { throw Denial.invalid(field: "name", .emptyName) }
        self.init(
            line.schoolClass.id, act, name: choice.name, keepsLeader: choice.keepsLeader ?? line.proposal.keepsLeader,
            copiesGroups: choice.copiesGroups ?? line.proposal.copiesGroups, copiesCourses: choice.copiesCourses ?? line.proposal.copiesCourses,
            exceptions: exceptions)
    }
}

extension PromotionSheetInfo {
    init(_ sheet: PromotionSheet) {
        self.init(
            from: YearInfo(sheet.from), to: sheet.to.map { YearInfo($0) },
            classes: sheet.lines.map { line in
                PromotionClassInfo(
                    id: line.schoolClass.id.number, name: line.schoolClass.name,
                    pupils: line.pupils.map { PromotedInfo(person: $0.id.number, name: $0.name.full) },
                    proposal: PromotionChoiceBody(
                        schoolClass: line.schoolClass.id.number, act: line.proposal.act.rawValue, name: line.proposal.name,
                        keepsLeader: line.proposal.keepsLeader, copiesGroups: line.proposal.copiesGroups, copiesCourses: line.proposal.copiesCourses,
                        exceptions: []))
            }, first: sheet.first,
            done: sheet.done.map {
                PromotionInfo(
                    id: $0.id.number, from: $0.from, to: $0.to, order: $0.order.number, orderDate: $0.order.date, pupils: $0.pupils, isUndone: $0.isUndone)
            })
    }
}

extension YearInfo {
    fileprivate init(_ year: AcademicYear) { self.init(id: year.id.number, name: year.name, starts: year.starts, ends: year.ends) }
}

extension PromotionPreviewInfo {
    init(_ sheet: PromotionSheet, _ to: AcademicYear, _ wanted: PromotionRequest) {
        let classes = zip(sheet.lines, wanted.choices).map { line, choice in
            let fates = Dictionary(grouping: line.pupils.map(\.id)) { choice.fate(of: $0) }
            func people(_ fate: PromotionChoice.Exception) -> [Int64] { (fates[fate] ?? []).map(\.number) }
            return PromotionFateInfo(
                id: line.schoolClass.id.number, name: line.schoolClass.name, to: people(.carry).isEmpty ? nil : choice.name, carried: people(.carry),
                graduated: people(.graduate), again: people(.again), left: people(.leave))
        }
        self.init(day: to.starts, classes: classes, first: wanted.first)
    }
}

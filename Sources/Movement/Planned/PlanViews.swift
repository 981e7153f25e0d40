import Kernel
import Markup
import School
import WebCore

/// Movements, appointments and dismissals that are still to come: values to markup, nothing else.
struct PlanViews<Plan: PlannedByOrder> {
    let reader: Reader
    /// What is planned, in words.
    let words: (Plan) -> String
    /// Where the reader may call it off; `nil` where they may not.
    let revoking: (Plan) -> Link?
    private var text: any MovementText { reader.language.movement }

    func list(_ plans: [Plan]) -> HTML? {
        guard !plans.isEmpty else { return nil }
        return #"<section class="block"><h2>\#(text.planned) <small>\#(plans.count)</small></h2><ul class="lines">\#(each: plans, line)</ul></section>"#
    }

    /// On «Сегодня»: what could not be done.
    func failures(_ plans: [Plan]) -> HTML {
        #"<section class="block"><h2>\#(text.planFailed)</h2><ul class="lines">\#(each: plans, line)</ul></section>"#
    }

    private func line(_ plan: Plan) -> HTML {
        """
        <li\(plan.state == .failed ? #" data-state="missing""# as HTML : nil)><span class="line"><span class="grow"><b>\(plan.name.full)</b>
        <small>\(words(plan)) · \(text.since(text.shortDate(plan.day))) · <a href="\(Link.order(plan.order.id))">\(text.orderTitle(plan.order.number, text.shortDate(plan.order.date)))</a></small>\
        \(plan.refusal.map { #"<span class="why">\#(Icon.Small.alert)\#($0.words(reader.language))</span>"# as HTML })</span>\
        \(revoking(plan).map { #"<form method="post" action="\#($0)">\#(reader.formField)<button aria-label="\#(text.callOff): \#(plan.name.full)">\#(text.callOff)</button></form>"# as HTML })</span></li>

        """
    }
}

extension PlanViews<PlannedMovement> {
    init(reader: Reader, moves: Bool) {
        self.init(reader: reader, words: { reader.language.movement.plannedAct($0.act, $0.target ?? "") }, revoking: { moves ? Link.revoking($0.id) : nil })
    }
}

extension PlanViews<StaffPlan> {
    /// Who may not give a role does not call it off either.
    init(reader: Reader, viewer: Viewer) {
        self.init(
            reader: reader,
            words: { plan in
                let role = [plan.role.map { reader.language.web.role($0) }, plan.schoolClass].compactMap { $0 }.joined(separator: " ")
                return reader.language.movement.plannedStaff(plan.act, role)
            },
            revoking: { ($0.role.map { MovementAccess.mayAppoint($0, viewer) } ?? MovementAccess.moves(viewer)) ? Link.revoking($0.id) : nil })
    }
}

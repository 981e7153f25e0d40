import Kernel
import Markup
import School
import WebCore

/// Movements that are still to come: values to markup, nothing else.
struct PlanViews {
    let reader: Reader
    /// Whether the reader may call them off.
    let moves: Bool
    private var text: any MovementText { reader.language.movement }

    func list(_ plans: [PlannedMovement]) -> HTML? {
        guard !plans.isEmpty else { return nil }
        return #"<section class="block"><h2>\#(text.planned) <small>\#(plans.count)</small></h2><ul class="lines">\#(each: plans, line)</ul></section>"#
    }

    /// On «Сегодня»: what could not be done.
    func failures(_ plans: [PlannedMovement]) -> HTML {
        #"<section class="block"><h2>\#(text.planFailed)</h2><ul class="lines">\#(each: plans, line)</ul></section>"#
    }

    private func line(_ plan: PlannedMovement) -> HTML {
        """
        <li\(plan.state == .failed ? #" data-state="missing""# as HTML : nil)><span class="line"><span class="grow"><b>\(plan.pupil.name.full)</b>
        <small>\(text.plannedAct(plan.act, plan.target ?? "")) · \(text.since(text.shortDate(plan.day))) · <a href="\(Link.order(plan.order.id))">\(text.orderTitle(plan.order.number, text.shortDate(plan.order.date)))</a></small>\
        \(plan.refusal.map { #"<span class="why">\#(Icon.Small.alert)\#($0.words(reader.language))</span>"# as HTML })</span>\
        \(moves ? #"<form method="post" action="\#(Link.revoking(plan.id))">\#(reader.formField)<button aria-label="\#(text.callOff): \#(plan.pupil.name.full)">\#(text.callOff)</button></form>"# as HTML : nil)</span></li>

        """
    }
}

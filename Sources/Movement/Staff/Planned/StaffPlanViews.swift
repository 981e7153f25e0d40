import Kernel
import Markup
import School
import WebCore

/// Appointments and dismissals that are still to come: values to markup, nothing else.
struct StaffPlanViews {
    let reader: Reader
    let viewer: Viewer
    private var text: any MovementText { reader.language.movement }

    func list(_ plans: [StaffPlan]) -> HTML? {
        guard !plans.isEmpty else { return nil }
        return #"<section class="block"><h2>\#(text.planned) <small>\#(plans.count)</small></h2><ul class="lines">\#(each: plans, line)</ul></section>"#
    }

    /// On «Сегодня»: what could not be done.
    func failures(_ plans: [StaffPlan]) -> HTML {
        #"<section class="block"><h2>\#(text.planFailed)</h2><ul class="lines">\#(each: plans, line)</ul></section>"#
    }

    private func line(_ plan: StaffPlan) -> HTML {
        let role = [plan.role.map { reader.language.web.role($0) }, plan.schoolClass].compactMap { $0 }.joined(separator: " ")
        let mayRevoke = plan.role.map { MovementAccess.mayAppoint($0, viewer) } ?? MovementAccess.moves(viewer)
        return """
            <li\(plan.state == .failed ? #" data-state="missing""# as HTML : nil)><span class="line"><span class="grow"><b>\(plan.name.full)</b>
            <small>\(text.plannedStaff(plan.act, role)) · \(text.since(text.shortDate(plan.day))) · <a href="\(Link.order(plan.order.id))">\(text.orderTitle(plan.order.number, text.shortDate(plan.order.date)))</a></small>\
            \(plan.refusal.map { #"<span class="why">\#(Icon.Small.alert)\#($0.words(reader.language))</span>"# as HTML })</span>\
            \(mayRevoke ? #"<form method="post" action="\#(Link.revoking(plan.id))">\#(reader.formField)<button aria-label="\#(text.callOff): \#(plan.name.full)">\#(text.callOff)</button></form>"# as HTML : nil)</span></li>

            """
    }
}

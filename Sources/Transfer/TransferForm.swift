import Kernel

/// A form that was refused: why, and what was typed, so that nothing is lost.
struct RefusedForm: Sendable {
    var denial: Denial?
    var typed: [String: String] = [:]
    static let none = RefusedForm()

    /// The reason, if it concerns this field.
    func reason(_ field: String) -> Denial.Reason? {
        if case .invalid(let wrong, let reason) = denial, wrong == field { reason } else { nil }
    }
    /// The reason, if it concerns none of the fields by itself.
    func reason(besides fields: [String]) -> Denial.Reason? {
        switch denial {
        case .invalid(let wrong, let reason): fields.contains(wrong) ? nil : reason
        case .conflict(let reason), .forbidden(let reason): reason
        default: nil
        }
    }
}

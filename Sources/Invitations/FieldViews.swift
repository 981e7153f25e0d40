import Kernel
import Markup
import School
import WebCore

/// Fields that say which place in the school a newcomer gets, for the forms that ask it.
struct PlaceFields {
    let reader: Reader
    let refused: Denial?
    private var text: any InvitationsText { reader.language.invitations }

    /// What is wrong as a whole, where no field of the form is at fault.
    var summary: HTML? {
        switch refused {
        case .forbidden(let reason), .conflict(let reason): #"<div class="errors" role="alert" tabindex="-1"><p>\#(reason.words(reader.language))</p></div>"#
        case .wait(let seconds):
            #"<div class="errors" role="alert" tabindex="-1"><b>\#(reader.language.web.waitTitle)</b><p>\#(reader.language.web.wait(seconds))</p></div>"#
        case .invalid(let field, let reason) where field.isEmpty:
            #"<div class="errors" role="alert" tabindex="-1"><p>\#(reason.words(reader.language))</p></div>"#
        default: nil
        }
    }

    private var fields: FieldViews { FieldViews(reader: reader, refused: RefusedForm(denial: refused)) }

    func why(_ field: String) -> HTML? {
        guard case .invalid(field, let reason) = refused else { return nil }
        return #"<p class="why" role="alert" id="\#(field)-why">\#(reason.words(reader.language))</p>"#
    }

    /// The attributes of a field that was refused.
    func wrong(_ field: String) -> HTML? {
        guard case .invalid(field, _) = refused else { return nil }
        return #" aria-invalid="true" aria-describedby="\#(field)-why""#
    }

    func role(_ chosen: String?, of roles: [Role]) -> HTML {
        select("role", text.role, options: roles.map { ($0.rawValue, reader.language.web.role($0)) }, chosen: chosen)
    }

    func schoolClass(_ chosen: Int64?, of classes: [SchoolClass], hint: String? = nil) -> HTML {
        select("class", text.schoolClass, options: classes.map { (String($0.id.number), $0.name) }, chosen: chosen.map { String($0) }, hint: hint)
    }

    func pupil(_ chosen: Int64?, of pupils: [Pupil]) -> HTML {
        select("pupil", text.whoseGuardian, options: pupils.map { (String($0.id.number), $0.name.list) }, chosen: chosen.map { String($0) })
    }

    func select(_ name: String, _ label: String, options: [(value: String, words: String)], chosen: String?, hint: String? = nil) -> HTML {
        fields.select(name, label, options, chosen: chosen, nothing: text.notChosen, hint: hint)
    }

    func number(_ name: String, _ label: String, _ value: String, hint: String) -> HTML {
        fields.input(name, label, value: value, most: 3, isRequired: false, hint: hint, isNumeric: true)
    }
}

/// The three parts of a name.
struct NameFields {
    let reader: Reader
    let refused: Denial?
    private var text: any InvitationsText { reader.language.invitations }

    func required(_ form: JoinForm) -> HTML {
        "\(field("family", text.family, form.family, "family-name", isRequired: true))\(field("given", text.given, form.given, "given-name", isRequired: true))\(field("patronymic", text.patronymic, form.patronymic, "additional-name", isRequired: false))"
    }

    /// For one whose name may be left open.
    func optional(_ form: JoinForm) -> HTML {
        """
        <fieldset class="flow"><legend>\(text.nameIfKnown)</legend>\(field("family", text.family, form.family, "off", isRequired: false))\
        \(field("given", text.given, form.given, "off", isRequired: false))\(field("patronymic", text.patronymic, form.patronymic, "off", isRequired: false))</fieldset>
        """
    }

    private func field(_ name: String, _ label: String, _ value: String?, _ kind: String, isRequired: Bool) -> HTML {
        FieldViews(reader: reader, refused: RefusedForm(denial: refused)).input(
            name, label, value: value ?? "", most: 80, isRequired: isRequired, complete: kind)
    }
}

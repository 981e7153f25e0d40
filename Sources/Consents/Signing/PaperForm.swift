import Documents
import Kernel
import WebCore

/// A paper as the form has it.
struct PaperForm {
    private let form: MultipartForm
    init(_ form: MultipartForm) { self.form = form }

    /// - Throws: `Denial.invalid` for the field that is wrong.
    func paper(for person: ID<Person>) throws -> EnterPaper {
        guard let purpose = form.fields["purpose"].flatMap({ Purpose(rawValue: $0) }) else { throw Denial.invalid(field: "purpose", .notAsked) }
        guard let answer = form.fields["answer"], ["yes", "no"].contains(answer) else { throw Denial.invalid(field: "answer", .unreadable) }
        return EnterPaper(for: person, purpose, agrees: answer == "yes", signer: try signer(), signedOn: try form.day("signedOn"), scan: try form.scan("scan"))
    }

    private func signer() throws -> PaperSigner {
        switch form.fields["signer"] ?? "" {
        case "own": return .own
        case "named": return .named(form.fields["signerName"] ?? "")
        case let text:
            guard let number = Int64(text) else { throw Denial.invalid(field: "signer", .noSuchGuardian) }
            return .guardian(ID(number))
        }
    }
}

extension MultipartForm {
    func day(_ field: String) throws -> Day {
        guard let day = fields[field].flatMap({ Day($0) }) else { throw Denial.invalid(field: field, .signedLater) }
        return day
    }
    func scan(_ field: String) throws -> Scan? { try file(field).map { try Scan($0, field: field) } }
}

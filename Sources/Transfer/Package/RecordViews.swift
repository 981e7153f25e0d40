import Kernel
import Markup
import WebCore

/// A pupil's record as people read it: in the preview, on paper, and in the new school. Values to markup, nothing else.
struct RecordViews {
    let language: Language
    init(_ language: Language) { self.language = language }
    private var text: any TransferText { language.transfer }
    private var web: any WebText { language.web }

    /// All of the record.
    func body(_ record: TransferRecord) -> HTML {
        """
        \(about(record))\(terms(record))\(attendance(record.attendance))\(debts(record.homework))\(guardians(record.guardians))\(consents(record.consents))
        """
    }

    /// The page for print inside the package: plain, readable in any browser without this product.
    func page(_ record: TransferRecord, fingerprint: String) -> HTML {
        """
        <!doctype html><html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(text.record) · \(record.pupil.name.full)</title></head><body>
        <h1>\(text.record)</h1><p>\(record.pupil.name.full)</p>\(body(record))<p>\(text.fingerprint): \(fingerprint)</p></body></html>

        """
    }

    private func about(_ record: TransferRecord) -> HTML {
        let left = record.left
        let lines: [(String, String)] = [
            (text.pupil, record.pupil.name.full), (text.bornOn, record.pupil.bornOn.map(date) ?? text.notSaid), (text.fromSchool, record.from.school),
            (text.toSchool, record.to.map(\.school) ?? text.anySchool), (text.classLeft, "\(left.schoolClass), \(left.academicYear)"),
            (text.timeThere, text.span(date(left.since), date(left.until))), (text.order, text.orderOf(left.order.number, date(left.order.day))),
            (text.madeOn, text.madeAndValid(date(record.madeOn), date(record.validUntil))),
        ]
        return block(text.whoAndWhence, lines.map { line($0.0, $0.1) })
    }

    private func terms(_ record: TransferRecord) -> HTML {
        let terms = Set(record.subjects.flatMap { $0.terms.map { Heading(name: $0.name, starts: $0.starts) } }).sorted { $0.starts < $1.starts }
        guard !terms.isEmpty else { return block(text.marks, [line(text.noMarks, "")]) }
        return "\(each: terms, { term in block(text.marksOf(term.name), subjects(record, term)) })"
    }

    private struct Heading: Hashable { let name: String, starts: Day }

    private func subjects(_ record: TransferRecord, _ term: Heading) -> [HTML] {
        record.subjects.compactMap { subject in
            subject.terms.first { $0.name == term.name && $0.starts == term.starts }.map { part in
                let marks = part.marks.map { text.markOn($0.value, $0.on) }.joined(separator: ", ")
                return line(subject.name, marks, number: part.mark ?? part.numbers.mean.map(text.mean), isMean: part.mark == nil)
            }
        }
    }

    private func attendance(_ parts: [TransferRecord.AttendancePart]) -> HTML? {
        parts.isEmpty ? nil : block(text.attendance, parts.map { line($0.term, text.attended($0)) })
    }

    private func debts(_ debts: [TransferRecord.Debt]) -> HTML? {
        debts.isEmpty ? nil : block(text.debts, debts.map { line($0.subject, text.debt(date($0.givenOn), $0.dueOn.map(date)) + ": " + $0.text) })
    }

    private func guardians(_ guardians: [TransferRecord.GuardianPart]) -> HTML? {
        guardians.isEmpty ? nil : block(text.guardians, guardians.map { line($0.name.full, text.relation($0.relation)) })
    }

    private func consents(_ consents: [String]) -> HTML? {
        consents.isEmpty ? nil : block(text.consentsNeeded, consents.map { line(ConsentNeeded(rawValue: $0).map(text.consent) ?? $0, "") })
    }

    private func block(_ heading: String, _ lines: [HTML]) -> HTML {
        #"<section class="block"><h2>\#(heading)</h2><ul class="lines">\#(each: lines, { $0 })</ul></section>"#
    }

    private func line(_ name: String, _ words: String, number: String? = nil, isMean: Bool = false) -> HTML {
        """
        <li><span class="line"><span class="grow"><b>\(name)</b>\(words.isEmpty ? nil : "<small>\(words)</small>" as HTML)</span>\
        \(number.map { #"<span class="num">\#(isMean ? #"<span class="away">\#(text.meanWord) </span>"# as HTML : nil)\#($0)</span>"# as HTML })</span></li>
        """
    }

    /// «12 ноября 2026»
    private func date(_ day: Day) -> String { text.date(day) }
}

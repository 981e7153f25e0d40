import Kernel
import Markup
import WebCore

/// A pupil's marks and absences on paper: values to markup, nothing else.
struct JournalPaperViews {
    let reader: Reader
    private var text: any JournalText { reader.language.journal }

    func sheet(_ record: [PaperEntry]) -> [PaperPart] {
        let marks = grouped(record) { entry in entry.entry.mark.map { "\(day(entry.day)) — \($0.number)" } }
        let absences = grouped(record) { entry in entry.entry.absence.map { "\(day(entry.day)) — \(text.word($0))" } }
        return [PaperPart(section(text.marksOnPaper, marks)), PaperPart(section(text.absencesOnPaper, absences))]
    }

    private func section(_ heading: String, _ lines: [(subject: String, words: [String])]) -> HTML {
        """
        <section class="block"><h2>\(heading)</h2>\(lines.isEmpty ? #"<p class="quiet">\#(text.nothingOnPaper)</p>"# as HTML : nil)\
        <ul class="lines">\(each: lines, { #"<li><span class="line"><span class="grow"><b>\#($0.subject)</b><span>\#($0.words.joined(separator: "; "))</span></span></span></li>"# })</ul></section>
        """
    }

    private func grouped(_ record: [PaperEntry], _ words: (PaperEntry) -> String?) -> [(subject: String, words: [String])] {
        record.reduce(into: []) { lines, entry in
            guard let said = words(entry) else { return }
            if lines.last?.subject == entry.subject { lines[lines.count - 1].words.append(said) } else { lines.append((entry.subject, [said])) }
        }
    }

    /// «09.11.26»: a record may go back for years.
    private func day(_ day: Day) -> String { (day.day < 10 ? "0" : "") + "\(day.day)." + (day.month < 10 ? "0" : "") + "\(day.month).\(day.year % 100)" }
}

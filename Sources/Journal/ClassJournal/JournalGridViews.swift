import Kernel
import Markup
import School
import Timetable
import WebCore

/// The table of the class journal: pupils × lessons. Built by appending, since it has thousands of cells. An empty cell is truly empty and
/// a filled one carries its date, because on a phone the same table becomes a list by pupil; which cell has the focus is the script's to say.
struct JournalGrid {
    let reader: Reader
    let journal: ClassJournal
    private let text: any JournalText
    private let letters: [Absence: String]

    init(reader: Reader, journal: ClassJournal) {
        self.reader = reader
        self.journal = journal
        let text = reader.language.journal
        self.text = text
        letters = Dictionary(uniqueKeysWithValues: Absence.allCases.map { ($0, text.letter($0)) })
    }

    var html: HTML {
        var out = HTML.Interpolation(literalCapacity: 4096 + journal.entries.count * 20, interpolationCount: 0)
        head(&out)
        out.appendLiteral("<tbody>")
        let empty = journal.columns.enumerated().map { cell($0.offset, isFilled: false) + "</td>" }
        let filled = journal.columns.enumerated().map { cell($0.offset, isFilled: true) }
        for (number, pupil) in journal.pupils.enumerated() { row(number, pupil, empty, filled, &out) }
        out.appendLiteral("</tbody></table>")
        return HTML(stringInterpolation: out)
    }

    // MARK: Head

    private func head(_ out: inout HTML.Interpolation) {
        let course = journal.course
        out.appendInterpolation(
            """
            <table class="journal" role="grid" aria-label="\(text.journalOf), \(course.audience), \(course.subject)"><thead><tr>\
            <th class="corner" rowspan="2" scope="col">\(text.pupil)</th>\(each: months, month)\
            <th class="sumhead" rowspan="2" scope="col"><abbr title="\(text.average)">\(text.averageShort)</abbr></th></tr>
            <tr>\(each: journal.columns.indices, date)</tr></thead>

            """ as HTML)
    }

    /// Runs of lessons in one month: where each begins and how many there are.
    private var months: [(first: Int, count: Int)] {
        journal.columns.indices.reduce(into: []) { runs, index in
            if startsMonth(index) { runs.append((index, 1)) } else { runs[runs.count - 1].count += 1 }
        }
    }

    private func startsMonth(_ index: Int) -> Bool { index == 0 || journal.columns[index].day.month != journal.columns[index - 1].day.month }

    private func month(_ run: (first: Int, count: Int)) -> HTML {
        let name = reader.language.web.month(journal.columns[run.first].day.month)
        return
            #"<th\#(run.first > 0 ? #" class="first""# as HTML : nil) colspan="\#(run.count)" scope="colgroup">\#(name.prefix(1).uppercased() + name.dropFirst())</th>"#
    }

    private func date(_ index: Int) -> HTML {
        let column = journal.columns[index]
        return """
            <th scope="col"\(classes(index)) data-l="\(column.id.number)" data-d="\(shortDate(column.day))"\(column.isKept && !column.isClosed ? #" data-kept="""# as HTML : nil)>\
            <a href="\(Link.lesson(column.id))" aria-label="\(text.openLesson(on: reader.language.web.date(column.day)))\(column.isClosed ? ", " + text.termIsClosed : "")">\(column.day.day)</a></th>
            """
    }

    private func classes(_ index: Int) -> HTML? {
        let isFirst = index > 0 && startsMonth(index), isToday = journal.columns[index].day == reader.today
        guard isFirst || isToday else { return nil }
        return #" class="\#(isFirst ? isToday ? "first today" : "first" : "today")""#
    }

    /// «17.11»
    private func shortDate(_ day: Day) -> String { "\(day.day).\(day.month < 10 ? "0" : "")\(day.month)" }

    // MARK: Body

    private func cell(_ index: Int, isFilled: Bool) -> HTML {
        "<td\(classes(index))\(isFilled ? #" data-d="\#(shortDate(journal.columns[index].day))""# as HTML : nil)>"
    }

    private func row(_ number: Int, _ pupil: Pupil, _ empty: [HTML], _ filled: [HTML], _ out: inout HTML.Interpolation) {
        out.appendInterpolation(#"<tr data-p="\#(pupil.id.number)"><th scope="row"><small>\#(number + 1)</small> \#(pupil.name.list)</th>"# as HTML)
        for (index, entry) in journal.row(number).enumerated() {
            guard let entry else { out.appendInterpolation(empty[index]); continue }
            out.appendInterpolation(filled[index])
            if let mark = entry.mark { out.appendInterpolation(mark.number) }
            if let absence = entry.absence {
                out.appendLiteral(entry.mark == nil ? "<span class=\"a\">" : " <span class=\"a\">")
                out.appendInterpolation(letters[absence] ?? "")
                out.appendLiteral("</span>")
            }
            out.appendLiteral("</td>")
        }
        out.appendInterpolation(
            #"<td class="sum" data-d="\#(text.averageShort.lowercased())">\#(journal.average(ofRow: number).map(text.hundredths) ?? "")</td></tr>"# as HTML)
        out.appendLiteral("\n")
    }
}

extension HTML {
    fileprivate static func + (a: HTML, b: HTML) -> HTML { "\(a)\(b)" }
}

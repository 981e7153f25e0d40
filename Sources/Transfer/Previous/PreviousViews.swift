import Kernel
import Markup
import School
import WebCore

/// «Прежняя школа»: values to markup, nothing else.
struct PreviousViews {
    let reader: Reader
    private var text: any TransferText { reader.language.transfer }

    func list(_ lines: [PreviousLine]) -> HTML {
        TransferFrame(reader: reader).page(
            text.previousSchool, backTo: "/more",
            lines.isEmpty
                ? #"<div class="empty"><b>\#(text.noPrevious)</b>\#(text.noPreviousHint)</div>"# : #"<ul class="lines">\#(each: lines, line)</ul>"#)
    }

    func line(_ line: PreviousLine) -> HTML {
        """
        <li><a href="\(Link.previousSchool(line.pupil.id))"><span class="grow"><b>\(line.pupil.name.list)</b>\
        <small>\(line.sender) · \(text.receivedOn(text.date(line.receivedOn)))</small></span><span class="go"></span></a></li>
        """
    }

    func page(_ shown: ReadRecord.Shown) -> HTML {
        let newest = shown.records[0]
        return TransferFrame(reader: reader).page(
            text.previousSchool, newest.pupil.name.full, backTo: "/previous-school",
            "\(joined(shown.joined))\(each: shown.records, record)")
    }

    /// The term in which the pupil came, both schools side by side.
    private func joined(_ joined: [JoinedMarks]) -> HTML? {
        guard !joined.isEmpty else { return nil }
        let rows: HTML = "\(each: joined, row)"
        return """
            <section class="block"><h2>\(text.forTermMark)</h2><p class="hint">\(text.forTermMarkHint)</p><div class="scroll"><table>
            <thead><tr><th scope="col">\(text.subject)</th><th scope="col">\(text.there)</th><th scope="col">\(text.here)</th><th scope="col">\(text.meanTogether)</th></tr></thead>
            <tbody>\(rows)</tbody></table></div></section>
            """
    }

    private func row(_ marks: JoinedMarks) -> HTML {
        """
        <tr><th scope="row">\(marks.subject)</th><td>\(numbers(marks.before))</td><td>\(numbers(marks.here))</td><td>\(marks.mean.map(text.mean) ?? "")</td></tr>
        """
    }
    private func numbers(_ numbers: [Int]) -> String { numbers.isEmpty ? "—" : numbers.map(String.init).joined(separator: " ") }

    private func record(_ record: PreviousRecord) -> HTML {
        """
        <p class="notice">\(text.cameFrom(record.sender, text.date(record.receivedOn)))</p>
        \(record.receipt.map { #"<details><summary>\#(text.receiptForSender)</summary><p class="hint">\#(text.receiptForSenderHint)</p><p><code>\#($0)</code></p></details>"# as HTML })
        \(RecordViews(reader.language).body(record.record))
        """
    }
}

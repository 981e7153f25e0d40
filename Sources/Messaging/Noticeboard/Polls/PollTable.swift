import Kernel

/// The answers as a table that a spreadsheet opens (CSV, RFC 4180). What begins like a formula gets an apostrophe before it: a
/// spreadsheet shows it instead of doing it.
struct PollTable {
    let text: any PollsText

    func csv(_ poll: Poll, _ ballots: [NamedBallot]) -> String {
        var rows: [[String]]
        if !poll.isAnonymous {
            rows = [[text.person, text.side, text.answer]] + ballots.map { [$0.name.full, text.side($0.side), Self.answer(of: $0, to: poll)] }
        } else if poll.kind == .open {
            rows = [[text.answer]] + (poll.isShownAnswered ? poll.answers.map { [$0] } : [])
        } else {
            rows = [[text.answer, text.answers]] + (poll.isShownAnswered ? poll.options.map { [$0.words, String($0.votes)] } : [])
        }
        rows.insert([poll.question], at: 0)
        // Excel takes the file for UTF-8 by its first sign.
        return "\u{FEFF}" + rows.map { $0.map(Self.cell).joined(separator: ";") + "\r\n" }.joined()
    }

    static func answer(of ballot: NamedBallot, to poll: Poll) -> String {
        ballot.words ?? poll.options.filter { ballot.choices.contains($0.number) }.map(\.words).joined(separator: ", ")
    }

    static func cell(_ value: String) -> String {
        let opensFormula = value.unicodeScalars.first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
        return "\"" + ((opensFormula ? "'" : "") + value).replacing("\"", with: "\"\"") + "\""
    }
}

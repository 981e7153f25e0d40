/// A part of each day, and perhaps all of Sunday, in which nothing comes. Minutes since the local midnight; the end is the first
/// minute that is open again. May pass midnight.
struct QuietHours: Hashable, Sendable {
    let from: Int
    let until: Int
    let isSundayQuiet: Bool

    /// What holds in a school that has said nothing: 21:00–7:00 and Sunday.
    static let standard = QuietHours(from: 21 * 60, until: 7 * 60, isSundayQuiet: true)

    /// Monday is 1.
    func holds(weekday: Int, minute: Int) -> Bool {
        if isSundayQuiet, weekday == 7 { return true }
        return from <= until ? from <= minute && minute < until : minute >= from || minute < until
    }

    /// How many minutes of a working day are quiet.
    var length: Int { (until - from + 1440) % 1440 }
}

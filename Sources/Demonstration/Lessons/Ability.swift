import Journal

/// How well a pupil does: at large, and in each subject a little otherwise.
struct Ability {
    private let base: [Double]

    init(pupils: Int) {
        var dice = Dice("ability")
        base = (0..<pupils).map { _ in min(5, max(2.7, 3.9 + dice.normal() * 0.6)) }
    }

    /// A mark from 2 to 5; twos are rare.
    func mark(of pupil: Int, in subject: String, _ dice: inout Dice) throws -> Mark.Value {
        var own = Dice("\(pupil) \(subject)")
        let kindness = Curriculum.practical.contains(subject) ? 0.6 : 0
        let level = base[pupil] + own.normal() * 0.35 + kindness + dice.normal() * 0.6
        let mark = Int(min(5, max(2, level.rounded())))
        return try Mark.Value(mark == 2 && dice.happens(0.35) ? 3 : mark)
    }
}

import Journal
import Kernel

/// On which days each pupil was not in school, and why: about one day in twenty, several in a row.
struct Sickness {
    private let away: [[Day: Absence]]

    /// - Parameter days: the school days, in order.
    init(pupils: Int, days: [Day]) {
        var dice = Dice("sickness")
        away = (0..<pupils).map { _ in
            // Some are ill often, most hardly ever.
            let frailty = pow2(dice.share()) * 0.03
            var away: [Day: Absence] = [:], left = 0, code = Absence.ill
            for day in days {
                if left == 0, dice.happens(frailty) {
                    code = dice.pick([.ill, .ill, .ill, .ill, .ill, .excused, .excused, .absent])
                    left = code == .ill ? dice.number(3...8) : dice.number(1...2)
                }
                guard left > 0 else { continue }
                left -= 1
                away[day] = code
            }
            return away
        }
    }

    func absence(of pupil: Int, on day: Day) -> Absence? { away[pupil][day] }
}

private func pow2(_ number: Double) -> Double { number * number }

import Kernel
import WebCore

struct RegionsRussian: RegionsText {
    func dated(_ day: Day, _ web: any WebText) -> String { "\(web.date(day)) \(day.year) г." }
}

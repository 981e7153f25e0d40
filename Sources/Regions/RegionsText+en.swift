import Kernel
import WebCore

struct RegionsEnglish: RegionsText {
    func dated(_ day: Day, _ web: any WebText) -> String { "\(web.date(day)) \(day.year)" }
}

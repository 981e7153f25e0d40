import Metrics
import Synchronization

/// The process's figures in Prometheus' text form. A small backend for swift-metrics: counters, meters, and timers as
/// histograms with fixed buckets.
public final class Figures: MetricsFactory, Sendable {
    public static let shared = Figures()
    private let state = Mutex(State())

    struct State {
        var counters: [Series: Double] = [:]
        var meters: [Series: Double] = [:]
        var timers: [Series: Histogram] = [:]
    }

    struct Series: Hashable, Comparable {
        let label: String
        let dimensions: String
        init(_ label: String, _ dimensions: [(String, String)]) {
            self.label = String(label.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" })
            self.dimensions = dimensions.map { "\($0.0)=\"\($0.1.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " "))\"" }
                .joined(separator: ",")
        }
        static func < (a: Series, b: Series) -> Bool { (a.label, a.dimensions) < (b.label, b.dimensions) }
        var text: String { dimensions.isEmpty ? label : "\(label){\(dimensions)}" }
    }

    struct Histogram {
        static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
        var counts = [Int](repeating: 0, count: bounds.count)
        var count = 0
        var sum = 0.0
        mutating func add(_ seconds: Double) {
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { counts[index] += 1 }
            count += 1
            sum += seconds
        }
    }

    func change(_ body: (inout sending State) -> Void) { state.withLock { body(&$0) } }

    public var exposition: String {
        state.withLock { state in
            var lines: [String] = []
            for (series, value) in state.counters.sorted(by: { $0.key < $1.key }) { lines.append("\(series.text) \(value)") }
            for (series, value) in state.meters.sorted(by: { $0.key < $1.key }) { lines.append("\(series.text) \(value)") }
            for (series, histogram) in state.timers.sorted(by: { $0.key < $1.key }) { lines += Self.lines(series, histogram) }
            return lines.joined(separator: "\n") + "\n"
        }
    }

    private static func lines(_ series: Series, _ histogram: Histogram) -> [String] {
        let comma = series.dimensions.isEmpty ? "" : ","
        let buckets = zip(Histogram.bounds, histogram.counts).map { "\(series.label)_bucket{\(series.dimensions)\(comma)le=\"\($0)\"} \($1)" }
        let braces = series.dimensions.isEmpty ? "" : "{\(series.dimensions)}"
        return buckets + [
            "\(series.label)_bucket{\(series.dimensions)\(comma)le=\"+Inf\"} \(histogram.count)", "\(series.label)_sum\(braces) \(histogram.sum)",
            "\(series.label)_count\(braces) \(histogram.count)",
        ]
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        FigureCounter(series: Series(label, dimensions), figures: self)
    }
    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        FigureMeter(series: Series(label, dimensions), figures: self)
    }
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { FigureTimer(series: Series(label, dimensions), figures: self) }
    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}
}

private final class FigureCounter: CounterHandler {
    let series: Figures.Series
    let figures: Figures
    init(series: Figures.Series, figures: Figures) {
        self.series = series
        self.figures = figures
    }
    func increment(by amount: Int64) { figures.change { $0.counters[series, default: 0] += Double(amount) } }
    func reset() { figures.change { $0.counters[series] = 0 } }
}

private final class FigureMeter: RecorderHandler {
    let series: Figures.Series
    let figures: Figures
    init(series: Figures.Series, figures: Figures) {
        self.series = series
        self.figures = figures
    }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) { figures.change { $0.meters[series] = value } }
}

private final class FigureTimer: TimerHandler {
    let series: Figures.Series
    let figures: Figures
    init(series: Figures.Series, figures: Figures) {
        self.series = series
        self.figures = figures
    }
    func recordNanoseconds(_ duration: Int64) { figures.change { $0.timers[series, default: .init()].add(Double(duration) / 1_000_000_000) } }
}

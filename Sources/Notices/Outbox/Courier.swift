import Crypto
import Kernel
import Logging
import Metrics
import Storage

/// Sends what is due. Several nodes may each have one: what one has taken no other takes. What was sent, but not noted before a crash,
/// is sent once more under the same name, which replaces the first.
public struct Courier: Sendable {
    let database: any Database
    let works: NoticesWorks
    private let logger = Logger(label: "notices")
    public init(database: any Database, works: NoticesWorks) {
        self.database = database
        self.works = works
    }

    private static let look = Duration.seconds(5)
    private static let tidying = 3600

    /// Until the task is cancelled.
    public func run() async {
        var tidiedAt = Moment(milliseconds: 0)
        while !Task.isCancelled {
            do {
                while try await deliver(at: .now) > 0 {}
                if Moment.seconds(from: tidiedAt, to: .now) > Self.tidying {
                    tidiedAt = .now
                    try await database.write { tx in try OutboxStore.tidy(at: .now, tx) }
                }
            } catch { logger.error("notices were not sent", metadata: ["error": "\(error)"]) }
            try? await Task.sleep(for: Self.look)
        }
    }

    /// One round: how many notices it has looked at.
    @discardableResult func deliver(at now: Moment) async throws -> Int {
        guard try await database.read({ tx in try OutboxStore.isAnythingDue(at: now, tx) }) else { return 0 }
        let claimed = try await database.write { tx in try Claiming(now: now, tx: tx).run() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for parcel in claimed.parcels {
                group.addTask { try await settle(parcel, await hand(over: parcel, at: now), at: now) }
            }
            try await group.waitForAll()
        }
        return claimed.looked
    }

    /// All channels at once, each in bounded time.
    func hand(over parcel: Parcel, at now: Moment) async -> [String: Handed] {
        await withTaskGroup(of: (String, Handed).self) { group in
            for device in parcel.devices where !parcel.done.contains(device.channel) {
                group.addTask { (device.channel, await works.push(parcel, to: device, at: now)) }
            }
            if let mail = parcel.mail, !parcel.done.contains(MailAddress.channel) {
                group.addTask { (MailAddress.channel, await works.write(parcel, to: mail, at: now)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    private func settle(_ parcel: Parcel, _ handed: [String: Handed], at now: Moment) async throws {
        for (channel, outcome) in handed {
            let way = channel == MailAddress.channel ? "mail" : "push"
            Counter(label: "notices_handed_total", dimensions: [("channel", way), ("outcome", "\(outcome)")]).increment()
        }
        try await database.write { tx in
            var isUnfinished = false
            for (channel, outcome) in handed.sorted(by: { $0.key < $1.key }) {
                switch outcome {
                case .taken, .refused: for notice in parcel.notices { try OutboxStore.note(channel, has: notice, tx) }
                case .gone: try PushStore.forget(channel: channel, of: parcel.person, tx)
                case .failed: isUnfinished = true
                }
            }
            if case .taken? = handed[MailAddress.channel] { try MailStore.noteSent(to: parcel.person, at: now, tx) }
            for notice in parcel.notices {
                if isUnfinished, notice.tries + 1 < OutboxStore.mostTries {
                    try OutboxStore.tryAgain(notice, lease: parcel.lease, at: now + Self.backOff(notice.tries), tx)
                } else {
                    try OutboxStore.finish(notice, lease: parcel.lease, at: now, tx)
                }
            }
        }
    }

    /// Half a minute, two, eight, …: two hours at most.
    static func backOff(_ tries: Int64) -> Int { min(7200, 30 << Int(min(tries, 5) * 2)) }
}

import Kernel
import Logging
import Messaging
import Storage

/// What the server does by itself beside answering, until it is told to stop. Each step is a transaction of its own, so that it may end
/// anywhere and goes on from there; several nodes may do the same.
func chores(in database: any Database) -> Task<Void, Never> {
    Task(priority: .background) {
        let logger = Logger(label: "chores")
        while !Task.isCancelled {
            do {
                while try await database.write(.rowLock, { tx in try FillSearch().run(in: tx) }) { try Task.checkCancellation() }
                while try await database.write(.rowLock, { tx in try ForgetOldMessages().run(at: .now, in: tx) }) { try Task.checkCancellation() }
            } catch is CancellationError {
                return
            } catch {
                logger.error("a chore failed and is tried again in an hour", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: .seconds(3_600))
        }
    }
}

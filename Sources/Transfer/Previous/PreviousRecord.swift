import Foundation
import Kernel
import School

/// What came with a pupil from the school before. Read only; the journal here never takes its marks.
struct PreviousRecord: Sendable {
    let id: ID<PreviousRecord>
    let pupil: Pupil
    let sender: String
    let receivedOn: Day
    let record: TransferRecord
    /// The line for the sender, where it is of another installation.
    let receipt: String?
}

/// A line of the list of records.
struct PreviousLine: Hashable, Sendable { let pupil: Pupil, sender: String, receivedOn: Day }

/// One subject of the term that goes on: what stood there, what stands here, and both together, for whoever gives the term's mark.
struct JoinedMarks: Hashable, Sendable {
    let subject: String
    let before: [Int]
    let here: [Int]
    /// Whole hundredths.
    var mean: Int? { (before + here).mean }
}

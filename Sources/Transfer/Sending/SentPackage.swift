import Kernel
import School

/// A package a school has made.
struct SentPackage: Hashable, Sendable {
    enum State: String, Sendable { case offered, withdrawn, accepted, expired }
    let id: ID<SentPackage>
    let pupil: Pupil
    let name: String
    let code: String?
    let schoolClass: String
    let order: TransferRecord.Order
    let addressee: String
    let offeredAt: Moment
    let validUntil: Day
    let state: State
    let settledOn: Day?
    /// The school that has accepted it, as far as it is known here.
    let acceptedBy: String?
}

/// A pupil of whom a package may be made, with the last class in the school.
struct Leaver: Sendable {
    let pupil: Pupil
    let bornOn: Day?
    let sex: String?
    let schoolClass: SchoolClass
    let academicYear: Year
    let since: Day
    let until: Day?

    struct Year: Hashable, Sendable { let name: String, starts: Day, ends: Day }
}

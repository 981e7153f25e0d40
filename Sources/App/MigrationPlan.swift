import Accounts
import Import
import Journal
import Messaging
import School
import Storage
import Timetable

/// Every schema step of the product, in the order it was made. Append; never reorder, never edit a released one.
/// Two branches that each add a step meet here as a merge conflict, which is what they are.
public let migrationPlan: [Migration] = [
    m0001Accounts,
    m0002School,
    m0003Timetable,
    m0004Journal,
    m0005Messaging,
    m0006Import,
]

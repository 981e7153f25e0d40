import Accounts
import Consents
import Documents
import Identity
import Import
import Invitations
import Journal
import Linking
import Messaging
import Movement
import People
import Regions
import School
import Storage
import Timetable
import Transfer

/// Every schema step of the product, in the order it was made. Append; never reorder, never edit a released one.
/// Two branches that each add a step meet here as a merge conflict, which is what they are.
public let migrationPlan: [Migration] = [
    m0001Accounts,
    m0002School,
    m0003Timetable,
    m0004Journal,
    m0005Messaging,
    m0006Import,
    m0007Documents,
    m0008Consents,
    m0009Invitations,
    m0010Regions,
    m0011Identity,
    m0012Movement,
    m0013People,
    m0014Linking,
    m0015Transfer,
    m0036Messages,
    m0046Search,
    m0047Order,
    m0048Keeping,
]

import Accounts
import Consents
import Documents
import Files
import Identity
import Import
import Invitations
import Journal
import Linking
import Messaging
import Movement
import Notices
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
    m0016BellSchedules,
    m0017PlannedMovement,
    m0018ComeReminder,
    m0019ClosedTerm,
    m0020RefusalBySchool,
    m0030Files,
    m0033Notices,
    m0034PushDevice,
    m0035MailAddress,
    m0036Messages,
    m0037Typing,
    m0038Telling,
    m0039NoticeLevels,
    m0040Rooms,
    m0041Urgent,
    m0042CheckTold,
    m0043Announcements,
    m0044Polls,
    m0045Prepared,
    m0046Search,
    m0047Order,
    m0048Keeping,
    m0049Attached,
    m0050Exports,
    m0051PlannedStaff,
    m0052KeptAway,
    m0053Presence,
    m0054Unsent,
    m0055Sought,
]

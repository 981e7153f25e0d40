import Kernel
import WebCore

struct LinkingEnglish: LinkingText {
    let linked = "Linked diaries"
    let linkedHint = "Your account in another electronic diary"
    let back = "Back"
    let noSystems = "The school has named no other diary yet"
    let noSystemsHint = "If another school gave you a code, type it below."
    let link = "Link"
    let system = "Diary"
    let otherSchool = "Another school, by its code"
    let login = "Your login in that diary"
    let loginHint = "The login alone, no password. The login itself is not kept."
    let code = "Another school’s code"
    let codeHint = "Only if you are not in that school yet."
    func linkedSince(_ day: String) -> String { "linked: \(day)" }
    let goneThere = "The diary’s newest export no longer has this account"
    func askedOn(_ day: String) -> String { "waits for the administrator: \(day)" }
    let unlink = "Unlink"
    let takeBack = "Take back"
    let office = "Links with other diaries"
    let officeHint = "Exports of Dnevnik.ru and ElJur, who is not linked yet"
    let requests = "Ask to be linked"
    func notMember(_ role: String) -> String { "Not in the school in that role yet: \(role)." }
    let nameDiffers = "The export has another name or none."
    func takenBy(_ name: String) -> String { "The account is linked already: \(name)" }
    let confirm = "Confirm"
    let refuse = "Refuse"
    let systems = "Diaries"
    let noSystemsYet = "Name the diary the school works with."
    let addSystem = "Add a diary"
    let nameOfSystem = "Name"
    let systemNameHint = "For example: Dnevnik.ru, ElJur"
    func uploadedOn(_ day: String) -> String { "Newest export: \(day)" }
    let neverUploaded = "No export yet"
    let upload = "New export"
    let file = "File"
    let fileHint = "CSV or JSON up to 4 MB. What is not in the file counts as deleted there. The same file may be sent again."
    let uploadFile = "Upload"
    let sure = "Yes, they are no longer in that diary"
    let howToExport = "How to make the export"
    let exportHint = "Columns: key, role, class, name. key is SHA-256 of the login in small letters, a colon and the school’s salt. The last two may be empty."
    let salt = "The school’s salt"
    let joinCode = "Code for those not in the school yet"
    let lastReport = "Report of the newest export"
    let chooseRole = "Whom to show"
    let unmatchedAccounts = "Accounts without a person"
    let allMatched = "All accounts are linked"
    func nameless(_ key: String) -> String { "No name, \(key)…" }
    let unlinkedPeople = "People without an account"
    let allLinked = "All are linked"
    func shownOf(_ shown: Int, _ all: Int) -> String { "The first \(shown) of \(all) are shown." }
    let admission = "Joining by the diary"
    let admitsAlone = "A pupil or guardian whose name and class the export has comes in by themselves. Staff are always confirmed by you."
    let admitsAfterCheck = "Everybody who wants to join by the diary is confirmed by you."
    let checkFirst = "Confirm everybody"
    let admitAlone = "Let pupils and guardians in without confirming"
    let report = "What has changed"
    let added = "New"
    let changed = "Changed"
    let gone = "Gone"
    let same = "The same"
    let refused = "Not taken"
    func belongsTo(_ name: String) -> String { "Linked: \(name)" }
    let searchByName = "Family name"
    let search = "Search"
    let nobodyFound = "Nobody unlinked has a name that begins so"
    func linkWith(_ name: String) -> String { "Link: \(name)" }
    let shares = "Share of the linked"
    let sharesHint = "By role, as of today"
    func asOf(_ date: String) -> String { "as of \(date)" }
    let allSchools = "All schools"
    func smallHidden(_ smallest: Int) -> String { "Groups of fewer than \(smallest) people are in no sum." }
    func linkedOf(_ linked: Int, _ people: Int) -> String { "\(linked) of \(people) linked" }
    let noSuchAccount = "There is no such account. See the login and the code, or ask the school’s administrator."
    let linkedAlready = "You are linked with an account in this diary already. Unlink first."
    let accountTaken = "This account is linked with another person already."
    let personLinked = "This person is linked with another account of this diary already."
    let noSuchPerson = "Choose a person of your school."
    let systemName = "Name the diary, 100 characters at most."
    let systemThere = "This diary is here already."
    let tooManySystems = "There are never more than ten diaries."
    let chooseFile = "Choose a file."
    let nothingInFile = "The file has not one good account. See the columns key and role."
    let manyGone = "More than half of the accounts are not in this file. If that is right, tick this and upload again."
    let roleByHand = "Choose this person’s role yourself in the list of people, then confirm."

    func oddCell(_ line: Int, isKey: Bool) -> String {
        isKey
            ? "Line \(line): the column key has no SHA-256 hash. The login may have been left in clear. Not taken."
            : "Line \(line): the name or class has unseen characters or a spreadsheet’s formula. Not taken."
    }

    func done(_ outcome: ClaimAccount.Outcome) -> String {
        switch outcome {
        case .linked: "Linked."
        case .admitted: "Linked, and you are in the school."
        case .asked: "Sent to the school’s administrator, who will look and confirm."
        }
    }
    func role(_ role: OutsideRole) -> String {
        switch role {
        case .pupil: "pupil"
        case .guardian: "guardian"
        case .teacher: "teacher"
        case .staff: "staff"
        }
    }
    func people(_ role: OutsideRole) -> String {
        switch role {
        case .pupil: "Pupils"
        case .guardian: "Guardians"
        case .teacher: "Teachers"
        case .staff: "Others"
        }
    }
    func linkMatches(_ count: Int) -> String { "Link \(count) " + english(count, one: "match", other: "matches") + " by name and role" }
}

import Kernel

struct RoomsEnglish: RoomsText {
    func folder(_ folder: ChatShelf.Folder) -> String {
        switch folder {
        case .all: "All"
        case .classes: "Classes"
        case .families: "Families"
        case .staff: "Staff"
        case .groups: "Groups"
        case .direct: "Direct"
        }
    }
    let folders = "Folders"
    let search = "Search by a chat’s title"
    let find = "Find"
    let nothingFound = "No such chats"
    func archive(_ count: Int) -> String { "Archive: \(count) " + english(count, one: "chat", other: "chats") }
    let named = "you are mentioned"
    let first = "kept on top"
    let muted = "muted"

    let newChat = "New chat"
    let writeTo = "Write to someone"
    let nameBegins = "Family or given name"
    let write = "Write"
    let nobody = "Nobody found"
    let nobodyHint = "Only those you may write to by the school’s rules are shown here."
    let gather = "Start a group"
    func purpose(_ purpose: ChatDraft.Purpose) -> String {
        switch purpose {
        case .group: "Group"
        case .project: "Project"
        case .event: "Event"
        }
    }
    let kind = "What for"
    let title = "Title"
    let about = "Description"
    let make = "Create and choose members"
    let ownCourses = "Chats of your courses"
    let openCourse = "Open a chat"

    let members = "Members"
    let owner = "owner"
    let manager = "manager"
    let you = "you"
    let add = "Add members"
    let addChosen = "Add those chosen"
    let remove = "Remove"
    let makeManager = "Make a manager"
    let endManager = "No longer a manager"
    let handOver = "Hand the chat over"
    let leave = "Leave the chat"
    let leaveAsks = "You will not see new messages. Those who manage the chat can bring you back."
    let end = "End the chat"
    let endAsks = "It can then be read, but nobody can post in it."
    let reopen = "Let the chat go on"
    let change = "Title and description"
    let save = "Save"
    let postingAll = "Everyone posts"
    let postingManagers = "Only managers post"
    let posting = "Who posts"
    let putFirst = "Keep on top of the list"
    let putBack = "No longer on top"
    let mute = "Mute"
    let unmute = "Unmute"
    let followsListsHint = "Who is in this chat follows the school’s own lists and changes with them."
    let onlyManagersShown = "Shown are those who manage the channel, and you."
    func shown(_ count: Int, of all: Int) -> String { "\(count) of \(all) are shown. Search finds the others." }
    let acts = "What to do"

    let links = "Invitation links"
    let linksHint = "Only those who are in the school already come in by a link. Others need an invitation code."
    let linkFor = "For whom"
    func linkFor(_ side: Side) -> String {
        switch side {
        case .staff: "Staff"
        case .pupil: "Pupils"
        case .family: "Parents"
        }
    }
    let linkDays = "How long it holds"
    func days(_ count: Int) -> String { "\(count) " + english(count, one: "day", other: "days") }
    let makeLink = "Make a link"
    func holdsUntil(_ words: String) -> String { "until \(words)" }
    let revoke = "Revoke"
    func joinTitle(_ chat: String) -> String { "Invitation to the chat “\(chat)”" }
    let joinHint = "Its members will see your name and role."
    let join = "Join"

    let policy = "Who writes to whom"
    let policyHint = "The rules hold at once, also for direct chats that are there already."
    func rule(_ rule: ChatRule) -> String {
        switch rule {
        case .staffStaff: "Staff to one another"
        case .staffPupil: "Teachers and pupils"
        case .staffFamily: "Teachers and parents"
        case .pupilPupil: "Pupils to one another"
        case .familyFamily: "Parents to one another"
        case .pupilFamily: "Pupils and parents"
        case .pupilGroups: "Pupils start groups"
        case .familyGroups: "Parents start groups"
        }
    }
    func reach(_ reach: ChatRule.Reach, of rule: ChatRule) -> String {
        switch (rule, reach) {
        case (.pupilGroups, .none), (.familyGroups, .none): "no"
        case (.pupilGroups, _), (.familyGroups, _): "yes, of those they may write to"
        case (_, .none): "they do not"
        case (_, .school): "the whole school"
        case (.staffPupil, .near): "those who teach them, and the heads"
        case (.staffFamily, .near): "those who teach the children, and the heads"
        case (.pupilFamily, .near): "their own family only"
        case (_, .near): "one class"
        }
    }
    let saved = "Saved"

    let networks = "Chats with other schools"
    let networksHint = "Each school adds its own people. The others see their name, role and school, and nothing else."
    let propose = "Propose"
    let otherSchool = "The other school’s name, as it is written in Zvonok"
    func proposedBy(_ school: String) -> String { "Proposed by \(school)" }
    func agreedWith(_ schools: String) -> String { "Taking part: \(schools)" }
    func waitingFor(_ schools: String) -> String { "Waiting for: \(schools)" }
    let agree = "Agree"
    let decline = "Decline"
    let endNetwork = "Leave as a school"
    let noNetworks = "There are no shared chats yet"
    let open = "Open"

    let onlyHeads = "The rules are changed by the director, deputies and the administrator."
    let onlyAdministrators = "Agreements with other schools are made by the director and the administrator."
    let onlyCourseTeacher = "A course’s chat is opened by its teacher."
    let onlyManagers = "Only those who manage the chat can do this."
    let onlyOwner = "Only the chat’s owner can do this."
    let onlyStaffInvite = "Invitation links are given by staff only."
    let mayNotWrite = "By the school’s rules you cannot write to this person."
    let mayNotMake = "In your school groups are started by staff."
    let followsLists = "Who is in this chat follows the school’s lists: it is not changed here."
    let successorFirst = "First hand the chat over to another member."
    let linkDoesNotOpen =
        "The link does not work: it was revoked, has expired, or is not for you. If you are not in the school yet, ask the class teacher for a code."
    let titleLength = "A title has from 1 to 100 characters."
    let aboutLength = "A description has at most 1000 characters."
    let tooManyMembers = "A chat has at most 1000 members."
    let unknownRule = "There is no such rule."
    let unknownDays = "A link holds for 1, 7 or 30 days."
    let unknownSchool = "There is no such school in Zvonok: check its name."
    let unknownPeer = "Choose people from the list."
}

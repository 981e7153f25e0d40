import Kernel

/// Words of the list of chats, of making them and of who is in them. Each comment is the translator's context.
protocol RoomsText: Sendable {
    // The list
    /// Names of the folders, short: they stand in one row on a phone.
    func folder(_ folder: ChatShelf.Folder) -> String
    /// Name of the row of folders, read aloud.
    var folders: String { get }
    /// Label of the search field and its button.
    var search: String { get }
    var find: String { get }
    /// Nothing was found by the search.
    var nothingFound: String { get }
    /// Heading over chats that are over.
    func archive(_ count: Int) -> String
    /// Read aloud beside a chat: the reader is named in it; it is put first; it is silenced.
    var named: String { get }
    var first: String { get }
    var muted: String { get }

    // Making
    /// Title of the page and name of the button that leads to it.
    var newChat: String { get }
    /// Heading: write to one person.
    var writeTo: String { get }
    /// Label of the field for a name.
    var nameBegins: String { get }
    /// Button beside a person.
    var write: String { get }
    /// Nobody of this name may be written to.
    var nobody: String { get }
    var nobodyHint: String { get }
    /// Heading: put a group together.
    var gather: String { get }
    func purpose(_ purpose: ChatDraft.Purpose) -> String
    var kind: String { get }
    var title: String { get }
    var about: String { get }
    /// Button that makes the group and leads to the choice of its members.
    var make: String { get }
    /// Heading and button: chats of the teacher's own courses.
    var ownCourses: String { get }
    var openCourse: String { get }

    // Members
    var members: String { get }
    /// Under a person: they own the chat, they answer for it.
    var owner: String { get }
    var manager: String { get }
    /// Beside the reader's own line.
    var you: String { get }
    var add: String { get }
    var addChosen: String { get }
    var remove: String { get }
    var makeManager: String { get }
    var endManager: String { get }
    var handOver: String { get }
    var leave: String { get }
    /// Before leaving: what it means.
    var leaveAsks: String { get }
    var end: String { get }
    var endAsks: String { get }
    var reopen: String { get }
    var change: String { get }
    var save: String { get }
    var postingAll: String { get }
    var postingManagers: String { get }
    /// Heading over who may post.
    var posting: String { get }
    var putFirst: String { get }
    var putBack: String { get }
    var mute: String { get }
    var unmute: String { get }
    /// In a list that follows the school's own lists: why nobody can be added here.
    var followsListsHint: String { get }
    /// In the school's channel, to families: only those who post are named.
    var onlyManagersShown: String { get }
    /// Not all members fit; search.
    func shown(_ count: Int, of all: Int) -> String
    /// What can be done with a member; read aloud.
    var acts: String { get }

    // Links
    var links: String { get }
    var linksHint: String { get }
    var linkFor: String { get }
    func linkFor(_ side: Side) -> String
    var linkDays: String { get }
    func days(_ count: Int) -> String
    var makeLink: String { get }
    func holdsUntil(_ words: String) -> String
    var revoke: String { get }
    func joinTitle(_ chat: String) -> String
    var joinHint: String { get }
    var join: String { get }

    // Rules
    var policy: String { get }
    var policyHint: String { get }
    func rule(_ rule: ChatRule) -> String
    func reach(_ reach: ChatRule.Reach, of rule: ChatRule) -> String
    var saved: String { get }

    // Networks
    var networks: String { get }
    var networksHint: String { get }
    var propose: String { get }
    var otherSchool: String { get }
    func proposedBy(_ school: String) -> String
    func agreedWith(_ schools: String) -> String
    func waitingFor(_ schools: String) -> String
    var agree: String { get }
    var decline: String { get }
    var endNetwork: String { get }
    var noNetworks: String { get }
    var open: String { get }

    // Why something is refused
    var onlyHeads: String { get }
    var onlyAdministrators: String { get }
    var onlyCourseTeacher: String { get }
    var onlyManagers: String { get }
    var onlyOwner: String { get }
    var onlyStaffInvite: String { get }
    var mayNotWrite: String { get }
    var mayNotMake: String { get }
    var followsLists: String { get }
    var successorFirst: String { get }
    var linkDoesNotOpen: String { get }
    var titleLength: String { get }
    var aboutLength: String { get }
    var tooManyMembers: String { get }
    var unknownRule: String { get }
    var unknownDays: String { get }
    var unknownSchool: String { get }
    var unknownPeer: String { get }
}

extension Language {
    var rooms: any RoomsText {
        switch self {
        case .ru: RoomsRussian()
        case .en: RoomsEnglish()
        }
    }
}

extension Denial.Reason {
    static let onlyHeadsRule = Denial.Reason("messaging.only-heads") { $0.rooms.onlyHeads }
    static let onlyHeadsAgree = Denial.Reason("messaging.only-heads-agree") { $0.rooms.onlyAdministrators }
    static let onlyCourseTeacher = Denial.Reason("messaging.only-course-teacher") { $0.rooms.onlyCourseTeacher }
    static let onlyManagers = Denial.Reason("messaging.only-managers") { $0.rooms.onlyManagers }
    static let onlyOwner = Denial.Reason("messaging.only-owner") { $0.rooms.onlyOwner }
    static let onlyStaffInvite = Denial.Reason("messaging.only-staff-invite") { $0.rooms.onlyStaffInvite }
    static let mayNotWrite = Denial.Reason("messaging.may-not-write") { $0.rooms.mayNotWrite }
    static let mayNotMake = Denial.Reason("messaging.may-not-make") { $0.rooms.mayNotMake }
    static let followsLists = Denial.Reason("messaging.follows-lists") { $0.rooms.followsLists }
    static let successorFirst = Denial.Reason("messaging.successor-first") { $0.rooms.successorFirst }
    static let linkDoesNotOpen = Denial.Reason("messaging.link-does-not-open") { $0.rooms.linkDoesNotOpen }
    static let titleLength = Denial.Reason("messaging.title-length") { $0.rooms.titleLength }
    static let aboutLength = Denial.Reason("messaging.about-length") { $0.rooms.aboutLength }
    static let tooManyMembers = Denial.Reason("messaging.too-many-members") { $0.rooms.tooManyMembers }
    static let unknownRule = Denial.Reason("messaging.unknown-rule") { $0.rooms.unknownRule }
    static let unknownDays = Denial.Reason("messaging.unknown-days") { $0.rooms.unknownDays }
    static let unknownSchool = Denial.Reason("messaging.unknown-school") { $0.rooms.unknownSchool }
    static let unknownPeer = Denial.Reason("messaging.unknown-peer") { $0.rooms.unknownPeer }
}

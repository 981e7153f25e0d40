import Kernel
import WebCore

struct AccountsEnglish: AccountsText {
    let signIn = "Sign in"
    let motto = "A school’s chats, journal and diary in one place"
    let login = "Login"
    let password = "Password"
    let enter = "Sign in"
    let noPassword = "Your school gives you a login and a password: staff get theirs from the administrator, families from the class teacher."
    let joinSchool = "Bring a school in"
    let notIn = "You are not signed in"
    let access = "Sign-in and password"
    let wornNow = "now"
    let wear = "Change"
    let wrongPassword = "This login and password do not fit. Check the keyboard layout and capital letters."
    let wrongOldPassword = "The old password is wrong."
    let noSchool = "You no longer belong to any school here. Ask your school’s administrator."
    func passwordLength(_ shortest: Int, _ longest: Int) -> String { "A password has from \(shortest) to \(longest) characters." }
    let passwordCommon = "This password would be guessed first. Think of another, for example three unrelated words."
    func passwordHint(_ shortest: Int) -> String {
        "At least \(shortest) characters; three unrelated words are best. On other devices you will have to sign in again."
    }
    let passwordChanged = "Your password has been changed. On other devices you will have to sign in again."
    let oldPassword = "Old password"
    let newPassword = "New password"
    let changePassword = "Change password"
    let loginTaken = "This login is taken."
    let loginForm = "A login has from 3 to 80 letters, digits and the signs . - _ @ +"
    let belongsElsewhere = "This person belongs to another school too: they change their login and name themselves."
    let accessClosed = "Access is closed: there is no consent to the processing of personal data, or it was withdrawn. It can be signed on paper at school."
    let isErased = "This person’s data were destroyed at the family’s wish; only a numbered line is left. New data can be entered after a new consent."
    let onlyAdministrators = "Only the school’s administrator does this."
    func rooms(_ group: Door.Group) -> String { group == .own ? "Mine" : "School" }
    let notYoursToGive = "This role is not the school administrator’s to give: a director is appointed by whoever runs the platform, or by the former director."
    let onlyJoinedTeachers = "An administrator may choose further administrators only among teachers who can sign in already. The director appoints others."
    let lastOfRole = "Nobody else has this role. Appoint a successor first, or nobody could rule over the school."
    let onlyDirector = "Teachers are confirmed by the director and the school’s administrator."
    let notATeacher = "Only someone who teaches, or the director, can be confirmed. Give the role first."
    let orderLong = "The order’s number and date take at most 100 characters."
    let nameEmpty = "Write the family name or the given name."
    func nameLong(_ longest: Int) -> String { "Too long: at most \(longest) letters in each part of a name." }
    func nameSign(_ sign: String) -> String { "Names are not written with “\(sign)”: only letters, hyphen, apostrophe, full stop and space." }
    func nameMixed(_ word: String) -> String { "The word “\(word)” mixes look-alike letters of different alphabets. Type it again in one layout." }
    let aboutPerson = "About the person"
    let roles = "Roles"
    let roleWord = "Role"
    let family = "Family name"
    let given = "Given name"
    let patronymic = "Patronymic"
    let sex = "Sex"
    func name(_ sex: Sex) -> String { sex == .female ? "female" : "male" }
    let bornOn = "Date of birth"
    let since = "since"
    let until = "until"
    let began = "Signed in"
    let deviceWord = "Device"
    let address = "Network address"
    let hats = "Look as"
    let language = "Language"
    func name(_ language: Language) -> String { language == .ru ? "Русский" : "English" }
    let signIns = "Where you are signed in"
    func device(_ description: String) -> String { browser(description) ?? "Unknown device" }
    let thisDevice = "this device"
    func signedIn(_ moment: String, from address: String) -> String { "Signed in \(moment) from \(address)" }
    func lastUsed(_ moment: String) -> String { "Last used \(moment)" }
    let end = "End"
    let endOthers = "Sign out on all other devices"
    let signOut = "Sign out"
}

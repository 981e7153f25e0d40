import Accounts
import Kernel

/// What a newcomer typed. Everything may be missing or absurd.
struct JoinForm: Decodable, Sendable {
    var family: String?
    var given: String?
    var patronymic: String?
    var login: String?
    var password: String?
    var picture1: String?
    var picture2: String?
    var picture3: String?
    /// `own` where one who is signed in joins with the account they have.
    var account: String?
    /// `pictures` where pictures are chosen instead of a password.
    var keep: String?
    /// Keys of the consents whose boxes are ticked.
    var consent: [String]?
    /// `shown` where the texts of consents stood on the page that was sent.
    var texts: String?

    var pictures: [String?] { [picture1, picture2, picture3] }
    var hasPictures: Bool { keep == "pictures" }
    /// What is shown again beside a refusal: all but the password.
    var shownAgain: JoinForm {
        var form = self
        form.password = nil
        return form
    }

    /// What was typed or chosen, fit or not, to be compared with what is kept.
    var typedPassword: Password? {
        if hasPictures { return try? PicturePassword(pictures).password }
        guard let password, !password.isEmpty, password.utf8.count <= Password.longest * 4 else { return nil }
        return Password(typed: password)
    }

    /// Letters of a name's part; longer ones are no names.
    private static let longest = 80

    /// The name, where the code does not say it. Throws `Denial.invalid`.
    func name() throws -> PersonName {
        func part(_ text: String?, _ field: String) throws -> String {
            let words = (text ?? "").split(whereSeparator: { $0.isWhitespace || $0.isNewline }).joined(separator: " ")
            guard words.count <= Self.longest, !words.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
                throw Denial.invalid(field: field, .nameTooLong)
            }
            return words
        }
        let name = PersonName(family: try part(family, "family"), given: try part(given, "given"), patronymic: try part(patronymic, "patronymic"))
        guard name.family.contains(where: \.isLetter) else { throw Denial.invalid(field: "family", .nameNeeded) }
        guard name.given.contains(where: \.isLetter) else { throw Denial.invalid(field: "given", .nameNeeded) }
        return name
    }

    /// `nil` leaves the choice to us.
    func chosenLogin() throws -> Login? {
        let typed = (login ?? "").filter { !$0.isWhitespace }
        return typed.isEmpty ? nil : try Login(typed)
    }

    /// The password, in words or in pictures. Throws `Denial.invalid` for the field at fault.
    func chosenPassword(for invitation: Invitation) throws -> Password {
        if hasPictures, invitation.mayHavePictures { return try PicturePassword(pictures).password }
        return try Password(chosen: password ?? "", field: "password", login: login ?? "")
    }
}

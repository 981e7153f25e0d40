import Accounts
import Kernel
import Storage

/// One who came without a code asks to be let in. Not a `Verb`: nobody is signed in. The number they get back shows the state of the
/// request and, once it is accepted, is the code by which they come in.
package struct AskToJoin: Sendable {
    let school: School
    let name: PersonName
    let role: Role
    let classWords: String
    let message: String
    let number: Code

    package init(_ name: PersonName, as role: Role, classWords: String, message: String, to school: School, number: Code = Code()) throws {
        guard JoinRequest.roles.contains(role) else { throw Denial.invalid(field: "role", .chooseRole) }
        guard message.count <= JoinRequest.longestMessage, classWords.count <= 40 else { throw Denial.invalid(field: "message", .messageTooLong) }
        self.school = school
        self.name = name
        self.role = role
        self.classWords = Self.clean(classWords)
        self.message = Self.clean(message)
        self.number = number
    }

    package func run(at now: Moment, in tx: Transaction) throws {
        try RequestStore.removeDecided(in: school.id, before: now - JoinRequest.kept, tx)
        guard try !RequestStore.waits(name, as: role, in: school.id, tx) else { throw Denial.conflict(.askedAlready) }
        guard try RequestStore.waiting(in: school.id, tx) < JoinRequest.mostWaiting else { throw Denial.conflict(.tooManyRequests) }
        let request = try RequestStore.add(name, as: role, classWords: classWords, message: message, number: number, to: school.id, at: now, tx)
        try tx.leave(Trace("invitations.asked", about: "request:\(request.number)", became: role.rawValue), in: school.id, by: nil, at: now)
    }

    private static func clean(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}

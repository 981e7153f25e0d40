import Kernel
import Testing

@testable import Accounts

@Suite struct PasswordTests {
    @Test(
        "short, common and one-letter passwords, and the login itself, are not taken",
        arguments: ["", "1234567", "12345678", "Пароль123", "aaaaaaaaaa", "vera.petrova", String(repeating: "ab c", count: 60)])
    func refused(_ text: String) {
        #expect(throws: Denial.self) { try Password(chosen: text, field: "new", login: "Vera.Petrova") }
    }

    @Test("any letters will do", arguments: ["три несвязанных слова", "ёжик 🦔 в тумане", "correct horse", "    xy z    "])
    func taken(_ text: String) throws { _ = try Password(chosen: text, field: "new", login: "vera") }

    @Test("the same password has another hash each time, and each fits")
    func salted() async throws {
        let works = try PasswordWorks(cost: .light)
        let password = Password.random()
        let (one, two) = (try await works.hash(password), try await works.hash(password))
        #expect(one.text != two.text && one.text.hasPrefix("$argon2id$"))
        #expect(try await works.matches(password, one))
        #expect(try await works.matches(password, two))
        #expect(try await works.matches(Password.random(), one) == false)
        #expect(try await works.matches(password, nil) == false)
    }

    @Test(
        "a login is letters, digits and a few signs",
        arguments: zip(["ab", "a b c", "vera\0", "x<y>z", "вера.петрова", "v@s.ru"], [false, false, false, false, true, true]))
    func login(_ text: String, _ isTaken: Bool) { #expect(((try? Login(text)) != nil) == isTaken) }
}

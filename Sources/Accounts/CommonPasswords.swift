enum CommonPasswords {
    /// The first guesses of everyone who guesses, in both keyboard layouts.
    static let all: Set<String> = [
        "12345678", "123456789", "1234567890", "password", "password1", "qwertyui", "qwerty123", "qwertyuiop", "1q2w3e4r", "1qaz2wsx", "11111111",
        "йцукенгш", "йцукен123", "пароль123", "parol123", "iloveyou", "zvonok123", "школа123", "sunshine", "football", "princess", "abc12345", "87654321",
    ]
}

import Kernel
import Storage
import WebCore

/// What is kept about a person's account, in plain words. Secrets (the password's hash, tokens) are not told to anyone.
struct AccountsOwnData {
    let reader: Reader
    private var text: any AccountsText { reader.language.accounts }
    private var web: any WebText { reader.language.web }

    func sections(of person: ID<Person>, _ tx: Transaction) throws -> [OwnData] {
        guard let school = reader.viewer?.school else { return [] }
        return [
            OwnData("person", text.aboutPerson, try self.person(person, tx)), OwnData("roles", text.roles, try roles(of: person, in: school, tx)),
            OwnData("signIns", text.signIns, try signIns(of: person, tx)),
        ]
    }

    private func person(_ id: ID<Person>, _ tx: Transaction) throws -> [[OwnData.Field]] {
        try tx.rows(
            """
            SELECT p.family, p.given, p.patronymic, p.sex, p.born_on, p.language, q.login FROM person p LEFT JOIN credential q ON q.person_id = p.id
            WHERE p.id = \(id)
            """
        ).map { row in
            let name = try AccountsStore.name(row), sex = try row.optional("sex", Row.text).flatMap(Sex.init), born = try row.optional("born_on", Row.day)
            let language = try row.optional("language", Row.text).flatMap(Language.init)
            return [
                .init("family", text.family, name.family), .init("given", text.given, name.given), .init("patronymic", text.patronymic, name.patronymic),
                .init("sex", text.sex, sex.map(text.name) ?? ""), .init("bornOn", text.bornOn, born?.description ?? ""),
                .init("language", text.language, language.map { text.name($0) } ?? ""),
                .init("login", text.login, try row.optional("login", Row.text) ?? ""),
            ].filter { !$0.value.isEmpty }
        }
    }

    private func roles(of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [[OwnData.Field]] {
        try tx.rows("SELECT role, since, until FROM membership WHERE person_id = \(person) AND school_id = \(school) ORDER BY since, id").map { row in
            let role = Role(rawValue: try row.text("role")), until = try row.optional("until", Row.day)
            return [.init("role", text.roleWord, role.map { web.role($0) } ?? ""), .init("since", text.since, try row.text("since"))]
                + (until.map { [.init("until", text.until, $0.description)] } ?? [])
        }
    }

    private func signIns(of person: ID<Person>, _ tx: Transaction) throws -> [[OwnData.Field]] {
        try SignInStore.open(of: person, at: reader.now, tx).map {
            let day = reader.zone.day(of: $0.beganAt), clock = web.time(reader.zone.minute(of: $0.beganAt))
            return [
                .init("began", text.began, "\(day), \(clock)"), .init("device", text.deviceWord, text.device($0.device)),
                .init("address", text.address, $0.address),
            ]
        }
    }
}

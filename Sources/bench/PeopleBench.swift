import Accounts
import App
import ArgumentParser
import Foundation
import Kernel
import School
import Storage

/// Looking for people where many schools are: what one school's administrator waits for must not depend on the others.
struct PeopleBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "people", abstract: "Search and lists of people with 300 schools and 300,000 people.")
    @Option var schools = 300
    @Option(help: "People of each school.") var people = 1000
    @Option(help: "Seconds a measurement takes.") var duration = 6
    @Option(help: ArgumentHelp("A PostgreSQL address instead of a SQLite file; must be empty.", valueName: "database")) var database: String?

    func run() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        let file = database ?? workshop.file("zvonok.sqlite"), logins = workshop.file("people.txt")
        let start = ContinuousClock.now
        try await ManySchools(schools: schools, people: people).make(in: file).logins.write(toFile: logins, atomically: true, encoding: .utf8)
        report("people made", String(format: "%d schools, %d people in %.0f s", schools, schools * people, (ContinuousClock.now - start) / .seconds(1)))
        let server = try await RunningServer(database: file, data: workshop.folder.path())
        defer { server.stop() }
        for (name, path) in [
            ("whole list", "/people"), ("one word", "/people?q=%D0%B8%D0%B2%D0%B0"), ("one letter", "/people?q=%D0%B0"),
            ("two words", "/people?q=%D0%B8%D0%B2%D0%B0%D0%BD%20%D0%BF%D0%B5%D1%82"), ("nobody", "/people?q=%D1%8A%D1%8A%D1%8A"), ("login", "/people?q=bench"),
            ("role and state", "/people?role=pupil&state=withoutClass"), ("log", "/log"), ("duplicates", "/people/duplicates"),
        ] {
            for readers in [1, 8] {
                let figures = try output(
                    of: Workshop.program("zvonok-load"),
                    [
                        "pages", "--address", server.address, "--process", String(server.id), "--people", logins, "--path", path, "--readers", String(readers),
                        "--duration", String(duration), "--warmup", "1",
                    ])
                report("people, \(name), \(readers) at once", figures)
            }
        }
    }
}

/// Schools of made-up people, by the product's own verbs; in one of the middle ones an administrator can sign in.
struct ManySchools {
    let schools: Int
    let people: Int
    private static let families = [
        "Иванов", "Петров", "Сидоров", "Кузнецов", "Смирнов", "Попов", "Лебедев", "Козлов", "Новиков", "Морозов", "Волков", "Соловьёв", "Васильев", "Зайцев",
        "Павлов", "Семёнов", "Голубев", "Виноградов", "Богданов", "Воробьёв", "Фёдоров", "Михайлов", "Беляев", "Тарасов", "Белов", "Комаров", "Орлов",
    ]
    private static let given = ["Иван", "Пётр", "Анна", "Мария", "Алексей", "Елена", "Сергей", "Ольга", "Дмитрий", "Наталья", "Артём", "Дарья", "Максим"]
    private static let patronymics = ["Иванович", "Петровна", "Алексеевич", "Сергеевна", "Дмитриевич", "Андреевна", "Николаевич"]

    /// A line of `login TAB password`, and the school in the middle.
    func make(in file: String) async throws -> (logins: String, school: School) {
        let database = try openDatabase(file)
        defer { database.close() }
        try await database.migrate(migrationPlan)
        let password = Password.random(), hash = try await PasswordWorks(cost: .light).hash(password)
        var made: [School] = []
        for place in 0..<schools {
            made.append(try await database.write(.rowLock) { tx in try make(place, hasLogin: place == schools / 2, hash, tx) })
        }
        return ("bench.administrator\t\(password.forPaper)\n", made[schools / 2])
    }

    private func make(_ place: Int, hasLogin: Bool, _ hash: PasswordHash, _ tx: Transaction) throws -> School {
        let now = Moment.now, school = try OpenSchool(name: "Bench \(place)", kind: .general, zone: .moscow).run(at: now, in: tx)
        let ruler = Viewer.installer(of: school), since = school.zone.day(of: now) - 30
        if hasLogin {
            let administrator = try RegisterPerson(PersonName(family: "Главный", given: "Админ"), as: .administrator, since: since).run(
                by: ruler, at: now, in: tx)
            try GiveCredential(to: administrator, login: Login("bench.administrator"), hash: hash).run(by: ruler, at: now, in: tx)
        }
        for number in 0..<people {
            let dice = number &* 7919 &+ place &* 104_729
            let name = PersonName(
                family: Self.families[dice % Self.families.count], given: Self.given[dice / 27 % Self.given.count],
                patronymic: Self.patronymics[dice / 351 % Self.patronymics.count])
            let role: Role = number % 100 < 55 ? .pupil : number % 100 < 93 ? .guardian : .subjectTeacher
            _ = try RegisterPerson(name, as: role, since: since, bornOn: Day(number: 15_000 + dice % 4000)).run(by: ruler, at: now, in: tx)
        }
        tx.dropNews()
        return school
    }
}

import Accounts
import Kernel
import Regions
import Storage
import WebCore

/// What stands above the school: the installation's operator, a region and a municipality with their curators, and another school that
/// asks to come in.
struct Oversight {
    private let school: Entering
    private let hash: PasswordHash
    init(_ school: Entering, _ hash: PasswordHash) {
        self.school = school
        self.hash = hash
    }

    static let curators = [
        curator("operator", "Северина", "Инга", "Павловна"), curator("region", "Озеров", "Матвей", "Ильич"), curator("town", "Раменская", "Лидия", "Сергеевна"),
    ]
    private static func curator(_ login: String, _ family: String, _ given: String, _ patronymic: String) -> (login: String, name: PersonName) {
        ("curator.\(login)", PersonName(family: family, given: given, patronymic: patronymic))
    }

    /// The departments stand before the school's year begins. The town.
    func found() throws -> School {
        let platform = try add("«Звонок», служба поддержки", .platform, in: nil)
        let region = try add("Департамент образования Ладвинской области", .region, in: platform.id)
        let town = try add("Управление образования Приозёрска-на-Ладве", .municipality, in: region.id)
        for (organisation, (role, person)) in zip(
            [platform, region, town], zip([Role.platformOperator, .regionalCurator, .municipalCurator], Self.curators))
        {
            let viewer = try enter(person, as: role, of: organisation)
            if role == .regionalCurator { try publish(by: viewer) }
        }
        try PlaceSchool(school.school.id, in: town.id).run(by: .installer(of: school.school), at: school.beginning, in: school.tx)
        school.tx.dropNews()
        return town
    }

    /// Today another school has applied, and one more curator has got a code and has not come yet.
    func goOn(in town: School) throws {
        try apply(to: town)
        _ = try InstallCurator(PersonName(family: "Чибисов", given: "Юрий", patronymic: "Олегович"), of: town.id)
            .run(by: .installer(of: town), at: school.time.now - 3600, in: school.tx)
        school.tx.dropNews()
    }

    private func add(_ name: String, _ level: Level, in parent: ID<School>?) throws -> School {
        let verb = AddOrganisation(name, level, zone: school.time.zone, in: parent)
        return School(
            id: try verb.run(by: .installer(of: School(id: ID(0), name: "", zone: .moscow)), at: school.beginning, in: school.tx), name: name,
            zone: school.time.zone)
    }

    private func enter(_ curator: (login: String, name: PersonName), as role: Role, of organisation: School) throws -> Viewer {
        let installer = Viewer.installer(of: organisation), since = school.time.zone.day(of: school.beginning)
        let person = try RegisterPerson(curator.name, as: role, since: since).run(by: installer, at: school.beginning, in: school.tx)
        try GiveCredential(to: person, login: Login(curator.login), hash: hash).run(by: installer, at: school.beginning, in: school.tx)
        return Viewer(person: person, name: curator.name, hat: Hat(school: organisation, side: .staff, roles: [role]))
    }

    /// The schools of the region are to adopt it.
    private func publish(by curator: Viewer) throws {
        let template = LocalAct.Contents(
            kind: .procedure, title: "Порядок ведения электронных журналов", number: "Р-114", day: school.time.zone.day(of: school.beginning),
            body: "Школа определяет приказом, кто отвечает за ведение журнала, и в какой срок он заполняется.", asked: .nobody, isTemplate: true)
        _ = try PublishAct(contents: template, scan: nil, replacing: nil).run(by: curator, at: school.beginning, in: school.tx)
    }

    private func apply(to town: School) throws {
        let order = school.time.today - 4
        let fields = [
            "municipality": "\(town.id.number)", "kind": "general",
            "fullName": "Муниципальное бюджетное общеобразовательное учреждение «Лесная основная школа»",
            "shortName": "Лесная школа", "inn": "3701000011", "address": "пос. Лесной, ул. Садовая, 2", "site": "lesnaya.example", "phone": "8 (000) 555-01-02",
            "email": "lesnaya@example.org", "director": "Пахомов Денис Андреевич", "family": "Журавлёва", "given": "Нина", "patronymic": "Олеговна",
            "contact": "zhuravleva@example.org", "programmes-primary": "1", "programmes-basic": "1", "pupils": "212", "staff": "31",
            "zone": school.time.zone.identifier, "orderNumber": "44-о", "orderDay": "\(order)",
        ]
        let form = MultipartForm(fields: fields, files: [("scan", PaperScan.file("prikaz-44"))])
        let outcome = try SubmitApplication(visit: ApplicantVisit(), form: form, address: "192.0.2.2").run(at: school.time.now - 7200, in: school.tx)
        guard case .submitted = outcome else { throw FlawedApplication() }
    }

    /// The made-up questionnaire does not meet the form any more.
    struct FlawedApplication: Error {}
}

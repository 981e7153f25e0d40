import Kernel

extension RegionsRussian: DepartmentText {
    var schools: String { "Школы" }
    var noSchools: String { "Школ пока нет" }
    var registered: String { "зарегистрирована, администратор не входил" }
    var activated: String { "работает" }
    var organisations: String { "Регионы и муниципалитеты" }
    var addOrganisation: String { "Добавить регион или муниципалитет" }
    var addMunicipality: String { "Добавить муниципалитет" }
    var organisationName: String { "Название" }
    var inRegion: String { "В каком регионе" }
    var isRegion: String { "это регион" }
    var add: String { "Добавить" }
    var curators: String { "Кураторы" }
    var noCurators: String { "Куратора пока нет: заявки рассматривает оператор платформы." }
    var addCurator: String { "Добавить куратора" }
    var issueCode: String { "Выдать код" }
    var endCurator: String { "Снять" }
    var hasCome: String { "уже входил" }
    var hasNotCome: String { "ещё не входил" }
    func come(_ come: Int, of people: Int) -> String { "пришли \(come) из \(people)" }
    func level(_ level: Level) -> String {
        switch level {
        case .school: "школа"
        case .municipality: "муниципалитет"
        case .region: "регион"
        case .platform: "оператор платформы"
        }
    }
}

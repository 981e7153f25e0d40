import Accounts
import Kernel
import Testing

@testable import Demonstration

@Suite struct NameTests {
    @Test(
        "a patronymic is made of the father's name",
        arguments: [
            ("Иван", "Иванович", "Ивановна"), ("Андрей", "Андреевич", "Андреевна"), ("Юрий", "Юрьевич", "Юрьевна"), ("Дмитрий", "Дмитриевич", "Дмитриевна"),
            ("Георгий", "Георгиевич", "Георгиевна"), ("Геннадий", "Геннадьевич", "Геннадьевна"), ("Игорь", "Игоревич", "Игоревна"),
            ("Илья", "Ильич", "Ильинична"), ("Никита", "Никитич", "Никитична"), ("Савва", "Саввич", "Саввична"), ("Лука", "Лукич", "Лукинична"),
            ("Кузьма", "Кузьмич", "Кузьминична"), ("Лев", "Львович", "Львовна"), ("Павел", "Павлович", "Павловна"), ("Пётр", "Петрович", "Петровна"),
            ("Яков", "Яковлевич", "Яковлевна"), ("Михаил", "Михайлович", "Михайловна"), ("Шамиль", "Шамилевич", "Шамилевна"), ("Али", "Алиевич", "Алиевна"),
            ("Муса", "Мусаевич", "Мусаевна"), ("Тигран", "Тигранович", "Тиграновна"),
        ])
    func patronymics(_ father: String, _ son: String, _ daughter: String) {
        #expect(Patronymic.of(father, .male) == son)
        #expect(Patronymic.of(father, .female) == daughter)
    }

    @Test(
        "a woman's family name has its own form, where it has one",
        arguments: [
            ("Иванов", "Иванова"), ("Соловьёв", "Соловьёва"), ("Никитин", "Никитина"), ("Синицын", "Синицына"), ("Достоевский", "Достоевская"),
            ("Толстой", "Толстая"), ("Белый", "Белая"), ("Черных", "Черных"), ("Шевченко", "Шевченко"), ("Арутюнян", "Арутюнян"), ("Коваль", "Коваль"),
            ("Константинопольский-Воскресенский", "Константинопольская-Воскресенская"), ("Тер-Ованесян", "Тер-Ованесян"),
        ])
    func families(_ male: String, _ female: String) { #expect(FamilyName(male).female == female) }

    @Test("names that only look Russian do not change") func steady() { #expect(FamilyName(unchanged: "Цой").form(.female) == "Цой") }

    @Test("logins are Latin, and nobody shares one") func logins() throws {
        var names = LoginNames()
        let name = PersonName(family: "Щёголева", given: "Юлия")
        #expect([names.login(for: name), names.login(for: name)] == ["shchegoleva.yuliya", "shchegoleva.yuliya2"])
    }
}

import TestKit
import Testing

@testable import Messaging

@Suite struct WordRulesTests {
    private func rude(_ text: String) -> Bool {
        WordRules().concerns(in: text).contains { if case .rude = $0 { true } else { false } }
    }

    @Test(
        "obscene words and insults are seen through other alphabets, digits, repeats, stars and spaces",
        arguments: [
            "Ты дебил", "ИДИОТ!", "придурки все", "вот сууука", "с у к а", "с.у.к.а", "иди на xуй", "x у й", "пи3дец", "п*здец", "бл*дь", "ебануться", "заебал",
            "нахуй надо", "охуенно", "мудак ты", "пидоры", "сдохни", "заткнись уже", "cyka blyat", "you asshole", "дуpа", "хeр тебе", "долбоёб", "ублюдки",
        ])
    func sees(_ text: String) { #expect(rude(text)) }

    /// What children and teachers write every day, and words in which something else is hidden.
    @Test(
        "ordinary texts of a school raise no alarm",
        arguments: [
            "Не хлебать, а пробовать!", "Подстрахуй товарища у каната, страхуй внимательно", "Нельзя никого оскорблять и употреблять грубые слова",
            "Рубля не хватило на корабля модель", "Команда мандарин съела", "Психует художник, худой и хуже", "Погребальный курган и потребности общества",
            "Колебания маятника, теребить, хлеб, учеба, требует", "Учебник: страница 6, упр. 9б, кабинет 6б, 10а", "Поезд и приезд в Херсон, херувим, педикюр",
            "Роман «Идиот» Достоевского — к среде", "Сказка про Ивана-дурака", "Точки х, у и z; найти х и у", "а б в г д е ё ж", "Тупой угол больше прямого",
            "Лох узколистный, козёл отпущения, педагог, педаль, гандбол, гондола", "Суккуленты на подоконнике, барсук и сук дерева", "Мудрый мудрец помудрел",
            "Собрание родителей в 18:00, каб. 305", "Сразу после уроков сравнить ответы, страна, сраслись", "The class will discuss Scunthorpe and assassins",
            "Напишите e-mail: class7a@school.example", "Пизанская башня писать сочинение", "Небо, себе, на небе", "Hello! My bus is late, sorry",
            "Гипотенуза, ребус, глобус",
            "Скипидар, пиала, спидометр", "Ура, каникулы!!!", "Ааааа, забыла тетрадь", "Дрожжи, дрожать, дорожка", "Сырники, сырой, сыр",
        ])
    func calm(_ text: String) { #expect(WordRules().concerns(in: text).isEmpty, "\(WordRules().concerns(in: text))") }

    @Test("the school's own words are seen in all their forms")
    func listed() {
        let rules = WordRules(listed: ["вейп", "снюс"])
        #expect(rules.concerns(in: "Кто принёс вейпы?") == [.listed(word: "вейпы")] && rules.concerns(in: "снюсом") == [.listed(word: "снюсом")])
        #expect(rules.concerns(in: "Веер").isEmpty)
    }

    @Test("data of people are noticed by their shape, marks and dates are not")
    func personal() {
        func found(_ text: String) -> [Concern] { WordRules().concerns(in: text) }
        #expect(found("Позвони: +7 (912) 345-67-89") == [.personal(.phone)] && found("89123456789") == [.personal(.phone)])
        #expect(found("снилс 112-233-445 95") == [.personal(.snils)])
        #expect(found("Паспорт 45 10 № 123456 выдан") == [.personal(.passport)])
        #expect(found("2202 2061 1234 5678") == [.personal(.card)])
        for calm in ["11.12.2026 в 9:30", "Оценки: 5 4 5 3 4 5 5 4", "№ 345, 346, 347", "ISBN 978-5-09-070225-4", "3,14159265358979"] {
            #expect(found(calm).isEmpty, "\(calm)")
        }
    }

    @Test("a request for a code warns, a warning against it does not")
    func fraud() {
        for text in [
            "Продиктуйте код из СМС", "Пришли код, который пришёл в сообщении", "Скажите код от Госуслуг", "переведите на безопасный счёт",
            "срочно скинь деньги",
        ] {
            #expect(WordRules().concerns(in: text).contains(.fraud), "\(text)")
        }
        for text in ["Никому не сообщайте код из СМС!", "Код домофона 305", "Сообщение про код Морзе", "QR-код на столовую"] {
            #expect(!WordRules().concerns(in: text).contains(.fraud), "\(text)")
        }
    }

    @Test("an address outside the list is told by the host it really leads to")
    func links() {
        func host(_ text: String, _ trusted: Set<String> = []) -> String? {
            WordRules(hosts: trusted).concerns(in: text).lazy.compactMap { if case .strangeLink(let host) = $0 { host } else { nil } }.first
        }
        #expect(host("https://resh.edu.ru/lesson/1 и https://www.gosuslugi.ru") == nil)
        #expect(host("https://gosuslugi.ru.evil.example/login") == "gosuslugi.ru.evil.example")
        #expect(host("https://gosuslugi.ru@evil.example/") == "evil.example" && host("https://notgosuslugi.ru/") == "notgosuslugi.ru")
        #expect(host("https://school58.example/x", ["school58.example"]) == nil && host("просто текст") == nil)
    }

    @Test("whatever is written, the rules end and name only what stands in the text", arguments: 0..<200)
    func anyText(_ seed: Int) {
        let signs = Array("абвеёзийклмнопрстухцчшыьэюя abcehkmopxy0346@*.,-«»\n😊\u{301}ХУСЬ:/")
        var dice = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        let text = String(
            (0..<120).map { _ in
                dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return signs[Int(dice >> 33) % signs.count]
            })
        for concern in WordRules().concerns(in: text) {
            if case .rude(let word) = concern { #expect(text.contains(word)) }
        }
        #expect(WordRules().concerns(in: text) == WordRules().concerns(in: text))
    }

    @Test("looking words up by their first letters finds what going through the whole table finds")
    func quickTable() {
        let parts = RudeWords.roots + RudeWords.exceptions + RudeWords.prefixes + RudeWords.exact + RudeWords.withPrefix.flatMap { $0.beginnings + $0.roots }
        let endings = ["", "а", "ы", "ов", "ть", "s", "ё", "он", "пере", "ст", "хуторок", "б"]
        func plain(_ word: String) -> Bool {
            guard word.count >= 3, !RudeWords.exceptions.contains(where: word.hasPrefix) else { return false }
            return RudeWords.exact.contains(word) || RudeWords.prefixes.contains(where: word.hasPrefix) || RudeWords.roots.contains { word.contains($0) }
                || RudeWords.withPrefix.contains { stem in
                    stem.beginnings.contains { first in word.hasPrefix(first) && stem.roots.contains { word.dropFirst(first.count).hasPrefix($0) } }
                }
        }
        var dice = Dice(29), rude = 0
        for _ in 0..<5_000 {
            let word = [parts.randomElement(using: &dice), parts.randomElement(using: &dice), endings.randomElement(using: &dice)]
                .compactMap { dice.number(3) == 0 ? nil : $0 }.joined()
            #expect(RudeWords.holds(word) == plain(word), "\(word)")
            rude += plain(word) ? 1 : 0
        }
        #expect((300...4_700).contains(rude), "both outcomes were tried")
    }
}

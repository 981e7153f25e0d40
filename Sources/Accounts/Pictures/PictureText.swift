import Kernel

/// The words of signing in by pictures. Each comment is the translator's context.
public protocol PictureText: Sendable {
    /// Link on the sign-in page, and the title of the page behind it.
    var byPictures: String { get }
    /// Link on the sign-in page for one who was given a code on paper.
    var byCode: String { get }
    /// Heading of each row of pictures, e.g. “1. An animal”.
    func row(_ place: Int) -> String
    /// Nothing was chosen in a row.
    var choosePicture: String { get }
    /// For those who do not sign in by pictures.
    var byPassword: String { get }
    /// Login and pictures do not fit; which of them is not told.
    var wrongPictures: String { get }
}

extension Language {
    public var pictures: any PictureText {
        switch self {
        case .ru: PictureRussian()
        case .en: PictureEnglish()
        }
    }
}

struct PictureRussian: PictureText {
    let byPictures = "Войти по картинкам"
    let byCode = "Войти по коду из школы"
    func row(_ place: Int) -> String { ["1. Животное", "2. Вещь", "3. Природа и еда"][place] }
    let choosePicture = "Выберите одну картинку."
    let byPassword = "Войти по паролю"
    let wrongPictures = "Логин и картинки не подошли. Вспомните, какие картинки вы выбирали."
}

struct PictureEnglish: PictureText {
    let byPictures = "Sign in by pictures"
    let byCode = "Sign in by a code from school"
    func row(_ place: Int) -> String { ["1. An animal", "2. A thing", "3. Nature and food"][place] }
    let choosePicture = "Choose one picture."
    let byPassword = "Sign in by password"
    let wrongPictures = "This login and these pictures do not fit. Think which pictures you chose."
}

extension Denial.Reason {
    static let choosePicture = Denial.Reason("accounts.choose-picture") { $0.pictures.choosePicture }
    static let wrongPictures = Denial.Reason("accounts.wrong-pictures") { $0.pictures.wrongPictures }
}

extension Picture {
    static let animals: [Picture] = [
        Picture("cat", "🐱", "кот"), Picture("dog", "🐶", "собака"), Picture("mouse", "🐭", "мышь"), Picture("hamster", "🐹", "хомяк"),
        Picture("rabbit", "🐰", "заяц"), Picture("fox", "🦊", "лиса"), Picture("bear", "🐻", "медведь"), Picture("panda", "🐼", "панда"),
        Picture("tiger", "🐯", "тигр"), Picture("lion", "🦁", "лев"), Picture("cow", "🐮", "корова"), Picture("pig", "🐷", "свинья"),
        Picture("frog", "🐸", "лягушка"), Picture("monkey", "🐵", "обезьяна"), Picture("hen", "🐔", "курица"), Picture("penguin", "🐧", "пингвин"),
        Picture("duck", "🦆", "утка"), Picture("owl", "🦉", "сова"), Picture("wolf", "🐺", "волк"), Picture("horse", "🐴", "лошадь"),
        Picture("bee", "🐝", "пчела"), Picture("butterfly", "🦋", "бабочка"), Picture("snail", "🐌", "улитка"), Picture("ant", "🐜", "муравей"),
        Picture("turtle", "🐢", "черепаха"), Picture("snake", "🐍", "змея"), Picture("octopus", "🐙", "осьминог"), Picture("crab", "🦀", "краб"),
        Picture("fish", "🐠", "рыба"), Picture("dolphin", "🐬", "дельфин"), Picture("whale", "🐳", "кит"), Picture("elephant", "🐘", "слон"),
        Picture("camel", "🐪", "верблюд"), Picture("giraffe", "🦒", "жираф"), Picture("hedgehog", "🦔", "ёж"), Picture("squirrel", "🐿️", "белка"),
    ]
    static let things: [Picture] = [
        Picture("ball", "⚽", "мяч"), Picture("car", "🚗", "машина"), Picture("bus", "🚌", "автобус"), Picture("train", "🚂", "поезд"),
        Picture("plane", "✈️", "самолёт"), Picture("rocket", "🚀", "ракета"), Picture("ship", "🚢", "корабль"), Picture("bicycle", "🚲", "велосипед"),
        Picture("house", "🏠", "дом"), Picture("key", "🔑", "ключ"), Picture("clock", "⏰", "часы"), Picture("bell", "🔔", "звонок"),
        Picture("book", "📕", "книга"), Picture("pencil", "✏️", "карандаш"), Picture("scissors", "✂️", "ножницы"), Picture("bag", "🎒", "ранец"),
        Picture("hat", "🎩", "шляпа"), Picture("boot", "👢", "сапог"), Picture("shirt", "👕", "майка"), Picture("glasses", "👓", "очки"),
        Picture("umbrella", "☂️", "зонт"), Picture("gift", "🎁", "подарок"), Picture("balloon", "🎈", "шарик"), Picture("kite", "🪁", "змей"),
        Picture("guitar", "🎸", "гитара"), Picture("drum", "🥁", "барабан"), Picture("piano", "🎹", "пианино"), Picture("phone", "☎️", "телефон"),
        Picture("lamp", "💡", "лампа"), Picture("candle", "🕯️", "свеча"), Picture("spoon", "🥄", "ложка"), Picture("cup", "☕", "чашка"),
        Picture("hammer", "🔨", "молоток"), Picture("magnet", "🧲", "магнит"), Picture("robot", "🤖", "робот"), Picture("crown", "👑", "корона"),
    ]
    static let nature: [Picture] = [
        Picture("sun", "☀️", "солнце"), Picture("moon", "🌙", "луна"), Picture("star", "⭐", "звезда"), Picture("cloud", "☁️", "облако"),
        Picture("rainbow", "🌈", "радуга"), Picture("snowflake", "❄️", "снежинка"), Picture("fire", "🔥", "огонь"), Picture("drop", "💧", "капля"),
        Picture("mountain", "⛰️", "гора"), Picture("tree", "🌳", "дерево"), Picture("fir", "🌲", "ёлка"), Picture("cactus", "🌵", "кактус"),
        Picture("tulip", "🌷", "тюльпан"), Picture("rose", "🌹", "роза"), Picture("sunflower", "🌻", "подсолнух"), Picture("leaf", "🍁", "лист"),
        Picture("mushroom", "🍄", "гриб"), Picture("apple", "🍎", "яблоко"), Picture("pear", "🍐", "груша"), Picture("orange", "🍊", "апельсин"),
        Picture("lemon", "🍋", "лимон"), Picture("banana", "🍌", "банан"), Picture("watermelon", "🍉", "арбуз"), Picture("grapes", "🍇", "виноград"),
        Picture("strawberry", "🍓", "клубника"), Picture("cherry", "🍒", "вишня"), Picture("peach", "🍑", "персик"), Picture("pineapple", "🍍", "ананас"),
        Picture("carrot", "🥕", "морковь"), Picture("corn", "🌽", "кукуруза"), Picture("tomato", "🍅", "помидор"), Picture("cucumber", "🥒", "огурец"),
        Picture("bread", "🍞", "хлеб"), Picture("cheese", "🧀", "сыр"), Picture("cake", "🍰", "торт"), Picture("egg", "🥚", "яйцо"),
    ]
}

import Kernel

extension RegionsEnglish: FormText {
    var required: String { "Please fill this in." }
    var tooLong: String { "This is too long." }
    var choose: String { "Choose from the list." }
    var wrongNumber: String { "A whole number is needed." }
    var wrongDate: String { "Give a date." }
    var dateInFuture: String { "This date has not come yet." }
    var wrongSite: String { "A site’s address is written like this: school58.ru" }
    var wrongEmail: String { "An e-mail address is written like this: school@example.org" }
    var wrongPhone: String { "A telephone with its code: at least 10 digits." }
    var wrongContact: String { "An e-mail address or a telephone with its code is needed." }
    var wrongINN: String { "A tax number has 10 digits; these do not agree with the check digit. Please check." }
    var takenINN: String { "An organisation with this tax number is registered or has applied already. Ask your municipality’s curator." }
    var scanNeeded: String { "Attach the scan of the order." }
    var tooMany: String { "Too many applications are waiting at present. Try again tomorrow." }
    var alreadyDecided: String { "This application has been decided already. Reload the page." }
    var nothingAsked: String { "The question has been answered already. Reload the page." }
    var organisationThere: String { "There is such an organisation already." }
    var curatorThere: String { "There is such a curator already." }
    var hasComeIn: String { "This person has come in: they need no code." }
    var notOneself: String { "You cannot remove yourself: ask another." }
    var wrongCode: String { "The code does not fit. Check each group of signs." }
    var usedCode: String { "This code has been used. Sign in by login and password." }
    var replacedCode: String { "A newer code was issued instead. Ask the curator for it." }
    var expiredCode: String { "The code is too old. Ask the curator to issue another." }
    var notYours: String { "The administrator, the director or their helpers do this." }
    var onlyHeads: String { "The school’s director or administrator accepts a department’s document." }
    var alreadyAppointed: String { "This person is appointed already." }
    var actEnded: String { "The document has been cancelled or replaced. Reload the page." }
    var textOrScan: String { "A text or a scan is needed." }
}

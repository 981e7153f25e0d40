import Kernel

/// Every word about orders, movement, promotion and deadlines. Each comment is the translator's context.
protocol MovementText: Sendable {
    /// Title of the movement book.
    var book: String { get }
    var bookHint: String { get }
    /// Who has which role by which order.
    var appointments: String { get }
    var appointmentsHint: String { get }
    var promotion: String { get }
    var promotionHint: String { get }
    /// The monthly check of class data and what class teachers have reported.
    var tasks: String { get }
    var tasksHint: String { get }
    var toSchool: String { get }
    func period(_ from: String, _ to: String) -> String
    /// «10.11.2026»
    func shortDate(_ day: Day) -> String
    /// At the foot of a printed list.
    func printedBy(_ name: String, _ date: String) -> String
    var newPupil: String { get }
    var unplaced: String { get }
    var from: String { get }
    var until: String { get }
    var schoolClass: String { get }
    var all: String { get }
    var whatHappened: String { get }
    var show: String { get }
    var noMovement: String { get }
    /// How many lines of the book.
    func lines(_ count: Int) -> String
    func narrowPeriod(_ count: Int) -> String
    var counts: String { get }
    var atStart: String { get }
    var came: String { get }
    var left: String { get }
    var atEnd: String { get }
    var total: String { get }
    func orderTitle(_ number: String, _ date: String) -> String
    /// Of a movement that was a mistake.
    var undone: String { get }
    var undoneLine: String { get }
    var correctOrder: String { get }
    var orderNumber: String { get }
    var orderDate: String { get }
    var place: String { get }
    var placeHint: String { get }
    var save: String { get }
    var undoTitle: String { get }
    var undo: String { get }
    func moveTitle(_ name: String) -> String
    var whom: String { get }
    var whatToDo: String { get }
    var transferTo: String { get }
    var expel: String { get }
    var intoClass: String { get }
    var targetHint: String { get }
    var choose: String { get }
    var sinceDay: String { get }
    var sinceDayHint: String { get }
    var showWhatHappens: String { get }
    func fromDayByOrder(_ day: String, _ order: String, _ date: String) -> String
    var expelMeans: String { get }
    func guardiansLose(_ names: String) -> String
    var back: String { get }
    var nameBegins: String { get }
    var find: String { get }
    var waiting: String { get }
    var nobodyWaits: String { get }
    var gone: String { get }
    var nobodyGone: String { get }
    var family: String { get }
    var given: String { get }
    var patronymic: String { get }
    var bornOn: String { get }
    var sex: String { get }
    var notSaid: String { get }
    var girl: String { get }
    var boy: String { get }
    var enrol: String { get }
    var openScan: String { get }
    var addScan: String { get }
    var replaceScan: String { get }
    var attach: String { get }
    func inForceOn(_ date: String) -> String
    var appoint: String { get }
    var dismiss: String { get }
    func since(_ date: String) -> String
    var withoutOrder: String { get }
    /// Button to the form that ends an appointment.
    var end: String { get }
    var enterOrder: String { get }
    var orphans: String { get }
    var role: String { get }
    var roleHint: String { get }
    var noClass: String { get }
    var onlyForClassTeacher: String { get }
    var person: String { get }
    var notJoined: String { get }
    var endAppointment: String { get }
    var endMeans: String { get }
    var dismissMeans: String { get }
    var noYear: String { get }
    func openYearFirst(_ name: String) -> String
    var yearName: String { get }
    /// «2027/28»
    func yearAfter(_ year: Int) -> String
    var termsCopied: String { get }
    var openYear: String { get }
    func nobodyToPromote(_ year: String) -> String
    func promotionMeans(_ from: String, _ to: String, _ day: String) -> String
    var firstClasses: String { get }
    var firstClassesHint: String { get }
    func pupils(_ count: Int) -> String
    var newName: String { get }
    func leaderGoesOn(_ names: String) -> String
    func groupsCopied(_ count: Int) -> String
    func coursesCopied(_ count: Int) -> String
    var exceptions: String { get }
    var asTheClass: String { get }
    func promotionSum(_ carried: Int, _ graduates: Int, _ again: Int, _ left: Int) -> String
    var beginsEmpty: String { get }
    var promote: String { get }
    var promotionsDone: String { get }
    var openReports: String { get }
    var overdueReports: String { get }
    var closedReports: String { get }
    var ownReports: String { get }
    var noReports: String { get }
    var noReportsHint: String { get }
    func checksTitle(_ month: String) -> String
    var noLeader: String { get }
    func checkedFor(_ month: String) -> String
    var notYet: String { get }
    var overdue: String { get }
    func overdueSince(_ date: String) -> String
    /// The last day to do it.
    func dueBy(_ date: String) -> String
    func checkTitle(_ name: String) -> String
    var nothingChanged: String { get }
    var reportChange: String { get }
    var pupil: String { get }
    var notInList: String { get }
    var note: String { get }
    var noteHint: String { get }
    var send: String { get }
    var done: String { get }
    var refused: String { get }
    var toMovement: String { get }
    var answer: String { get }
    var answerHint: String { get }
    var markDone: String { get }
    var refuse: String { get }
    var deadlines: String { get }
    var workingDaysRule: String { get }
    var dayBeforeYear: String { get }
    var wasElsewhere: String { get }
    var notInClass: String { get }
    var sameClass: String { get }
    var sameDay: String { get }
    var markedSince: String { get }
    var notLast: String { get }
    var changedSince: String { get }
    var writtenSince: String { get }
    var nobodyChosen: String { get }
    var longPlace: String { get }
    var bornTooLate: String { get }
    var samePupil: String { get }
    var orderNumberForm: String { get }
    var orderInFuture: String { get }
    var notByOrder: String { get }
    var classNeeded: String { get }
    var onlyDeputies: String { get }
    var onlyTeachers: String { get }
    var appointedAlready: String { get }
    var beforeAppointment: String { get }
    var tooManyClasses: String { get }
    var wrongLength: String { get }
    var longNote: String { get }
    var sayWhat: String { get }
    var sayWhy: String { get }
    var closedAlready: String { get }
    /// Movements by orders whose day is still to come.
    var planned: String { get }
    var planFailed: String { get }
    /// A planned movement will not be.
    var callOff: String { get }
    var plan: String { get }
    func plannedAct(_ act: MovementAct, _ target: String) -> String
    func willWait(_ day: String) -> String
    func plannedStaff(_ act: StaffPlan.Act, _ role: String) -> String
    var laterIsPlanned: String { get }
    var staffPlannedAlready: String { get }
    var tooFarAhead: String { get }
    var plannedAlready: String { get }
    var planClosed: String { get }
    var dayAfterYear: String { get }
    var dayInFuture: String { get }
    /// Days off and working days moved by decree.
    var movedDays: String { get }
    var day: String { get }
    var dayIs: String { get }
    var dayOff: String { get }
    var workingDay: String { get }
    var byWhat: String { get }
    var byWhatHint: String { get }
    /// Of a moved day: it is again as the calendar has it.
    var takeAway: String { get }
    func kind(_ kind: PupilMovement.Kind) -> String
    func undoMeans(_ kind: PupilMovement.Kind) -> String
    func act(_ act: MovementAct) -> String
    func willHappen(_ act: MovementAct, _ count: Int, _ target: String) -> String
    func act(_ act: PromotionChoice.Act) -> String
    func exception(_ exception: PromotionChoice.Exception) -> String
    func fate(_ fate: PromotionChoice.Exception, _ count: Int, _ target: String, _ own: String) -> String
    func kind(_ kind: ChangeReport.Kind) -> String
    func deadline(_ deadline: Deadline) -> String
}

extension Language {
    var movement: any MovementText {
        switch self {
        case .ru: MovementRussian()
        case .en: MovementEnglish()
        }
    }
}

extension Denial.Reason {
    static let dayInFuture = Denial.Reason("movement.day-in-future") { $0.movement.dayInFuture }
    static let dayAfterYear = Denial.Reason("movement.day-after-year") { $0.movement.dayAfterYear }
    static let staffPlannedAlready = Denial.Reason("movement.staff-planned-already") { $0.movement.staffPlannedAlready }
    static let tooFarAhead = Denial.Reason("movement.too-far-ahead") { $0.movement.tooFarAhead }
    static let plannedAlready = Denial.Reason("movement.planned-already") { $0.movement.plannedAlready }
    static let planClosed = Denial.Reason("movement.plan-closed") { $0.movement.planClosed }
    static let dayBeforeYear = Denial.Reason("movement.day-before-year") { $0.movement.dayBeforeYear }
    static let wasElsewhere = Denial.Reason("movement.was-elsewhere") { $0.movement.wasElsewhere }
    static let notInClass = Denial.Reason("movement.not-in-class") { $0.movement.notInClass }
    static let sameClass = Denial.Reason("movement.same-class") { $0.movement.sameClass }
    static let sameDay = Denial.Reason("movement.same-day") { $0.movement.sameDay }
    static let markedSince = Denial.Reason("movement.marked-since") { $0.movement.markedSince }
    static let notLast = Denial.Reason("movement.not-last") { $0.movement.notLast }
    static let changedSince = Denial.Reason("movement.changed-since") { $0.movement.changedSince }
    static let writtenSince = Denial.Reason("movement.written-since") { $0.movement.writtenSince }
    static let nobodyChosen = Denial.Reason("movement.nobody-chosen") { $0.movement.nobodyChosen }
    static let longPlace = Denial.Reason("movement.long-place") { $0.movement.longPlace }
    static let bornTooLate = Denial.Reason("movement.born-too-late") { $0.movement.bornTooLate }
    static let samePupil = Denial.Reason("movement.same-pupil") { $0.movement.samePupil }
    static let orderNumber = Denial.Reason("movement.order-number") { $0.movement.orderNumberForm }
    static let orderInFuture = Denial.Reason("movement.order-in-future") { $0.movement.orderInFuture }
    static let notByOrder = Denial.Reason("movement.not-by-order") { $0.movement.notByOrder }
    static let classNeeded = Denial.Reason("movement.class-needed") { $0.movement.classNeeded }
    static let onlyDeputies = Denial.Reason("movement.only-deputies") { $0.movement.onlyDeputies }
    static let onlyTeachers = Denial.Reason("movement.only-teachers") { $0.movement.onlyTeachers }
    static let appointedAlready = Denial.Reason("movement.appointed-already") { $0.movement.appointedAlready }
    static let beforeAppointment = Denial.Reason("movement.before-appointment") { $0.movement.beforeAppointment }
    static let tooManyClasses = Denial.Reason("movement.too-many-classes") { $0.movement.tooManyClasses }
    static let wrongLength = Denial.Reason("movement.wrong-length") { $0.movement.wrongLength }
    static let longNote = Denial.Reason("movement.long-note") { $0.movement.longNote }
    static let sayWhat = Denial.Reason("movement.say-what") { $0.movement.sayWhat }
    static let sayWhy = Denial.Reason("movement.say-why") { $0.movement.sayWhy }
    static let closedAlready = Denial.Reason("movement.closed-already") { $0.movement.closedAlready }
}

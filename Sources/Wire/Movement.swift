import Kernel

/// A line of the movement book. `kind` is `enrolment`, `return`, `transfer`, `departure`, `promotion` or `graduation`.
public struct MovementInfo: Codable, Sendable {
    public let id: Int64
    public let kind: String
    public let person: Int64
    public let name: String
    public let from: String?
    public let to: String?
    /// The first day on which the new state holds.
    public let day: Day
    public let order: String
    public let orderDate: Day
    public let place: String
    public let isUndone: Bool
    public init(
        id: Int64, kind: String, person: Int64, name: String, from: String?, to: String?, day: Day, order: String, orderDate: Day, place: String, isUndone: Bool
    ) {
        self.id = id
        self.kind = kind
        self.person = person
        self.name = name
        self.from = from
        self.to = to
        self.day = day
        self.order = order
        self.orderDate = orderDate
        self.place = place
        self.isUndone = isUndone
    }
}

/// Moves pupils, all or none. `act` is `enrol`, `transfer` or `expel`; `schoolClass` is for the first two.
public struct MoveBody: Codable, Sendable {
    public let act: String
    public let pupils: [Int64]
    public let schoolClass: Int64?
    public let day: Day
    public let order: String
    public let orderDate: Day
    public let place: String?
    public init(act: String, pupils: [Int64], schoolClass: Int64?, day: Day, order: String, orderDate: Day, place: String?) {
        self.act = act
        self.pupils = pupils
        self.schoolClass = schoolClass
        self.day = day
        self.order = order
        self.orderDate = orderDate
        self.place = place
    }
}

/// A role in force; `id` and `order` are missing where it was given without an order.
public struct AppointmentInfo: Codable, Sendable {
    public let id: Int64?
    public let role: String
    public let person: Int64
    public let name: String
    public let schoolClass: Int64?
    public let since: Day
    public let order: String?
    public let orderDate: Day?
    public init(id: Int64?, role: String, person: Int64, name: String, schoolClass: Int64?, since: Day, order: String?, orderDate: Day?) {
        self.id = id
        self.role = role
        self.person = person
        self.name = name
        self.schoolClass = schoolClass
        self.since = since
        self.order = order
        self.orderDate = orderDate
    }
}

/// Gives a role by order; `schoolClass` is for a class teacher.
public struct AppointmentBody: Codable, Sendable {
    public let person: Int64
    public let role: String
    public let schoolClass: Int64?
    public let since: Day
    public let order: String
    public let orderDate: Day
    public init(person: Int64, role: String, schoolClass: Int64?, since: Day, order: String, orderDate: Day) {
        self.person = person
        self.role = role
        self.schoolClass = schoolClass
        self.since = since
        self.order = order
        self.orderDate = orderDate
    }
}

/// An order by which something ends, and the day.
public struct EndingBody: Codable, Sendable {
    public let on: Day
    public let order: String
    public let orderDate: Day
    public init(on: Day, order: String, orderDate: Day) {
        self.on = on
        self.order = order
        self.orderDate = orderDate
    }
}

/// A class teacher's report. `kind` is `arrived`, `left` or `changed`.
public struct ReportBody: Codable, Sendable {
    public let kind: String
    public let schoolClass: Int64
    public let pupil: Int64?
    public let note: String
    public init(kind: String, schoolClass: Int64, pupil: Int64?, note: String) {
        self.kind = kind
        self.schoolClass = schoolClass
        self.pupil = pupil
        self.note = note
    }
}

/// A report and what became of it. `state` is `open`, `done` or `refused`.
public struct ReportInfo: Codable, Sendable {
    public let id: Int64
    public let kind: String
    public let schoolClass: Int64
    public let pupil: Int64?
    public let note: String
    public let due: Day
    public let state: String
    public let answer: String
    public init(id: Int64, kind: String, schoolClass: Int64, pupil: Int64?, note: String, due: Day, state: String, answer: String) {
        self.id = id
        self.kind = kind
        self.schoolClass = schoolClass
        self.pupil = pupil
        self.note = note
        self.due = due
        self.state = state
        self.answer = answer
    }
}

/// What the operator answers to a report.
public struct ReportAnswerBody: Codable, Sendable {
    public let isDone: Bool
    public let answer: String
    public init(isDone: Bool, answer: String) {
        self.isDone = isDone
        self.answer = answer
    }
}

/// A movement by an order whose day is still to come. `act` is `enrol`, `transfer` or `expel`; `state` is `planned` or `failed`, then
/// with the reason in words.
public struct PlanInfo: Codable, Sendable {
    public let id: Int64
    public let act: String
    public let person: Int64
    public let name: String
    public let schoolClass: Int64?
    public let day: Day
    public let order: String
    public let orderDate: Day
    public let place: String
    public let state: String
    public let reason: String?
    public init(
        id: Int64, act: String, person: Int64, name: String, schoolClass: Int64?, day: Day, order: String, orderDate: Day, place: String, state: String,
        reason: String?
    ) {
        self.id = id
        self.act = act
        self.person = person
        self.name = name
        self.schoolClass = schoolClass
        self.day = day
        self.order = order
        self.orderDate = orderDate
        self.place = place
        self.state = state
        self.reason = reason
    }
}

/// A day that was made a working day or a day off, e.g. by decree of the government.
public struct MovedDayInfo: Codable, Sendable {
    public let day: Day
    public let isWorking: Bool
    public let note: String
    public init(day: Day, isWorking: Bool, note: String) {
        self.day = day
        self.isWorking = isWorking
        self.note = note
    }
}

/// Says what a day is; without `isWorking` it is again what the calendar says.
public struct MovedDayBody: Codable, Sendable {
    public let day: Day
    public let isWorking: Bool?
    public let note: String?
    public init(day: Day, isWorking: Bool?, note: String?) {
        self.day = day
        self.isWorking = isWorking
        self.note = note
    }
}

/// What has become of an order about a member of staff: the appointment it has made, or the plan that waits for its day.
public struct StaffOrderDone: Codable, Sendable {
    public let id: Int64?
    public let plan: Int64?
    public init(id: Int64?, plan: Int64?) {
        self.id = id
        self.plan = plan
    }
}

/// An appointment or a dismissal by an order whose day is still to come. `act` is `appoint`, `end` or `dismiss`; `state` is `planned` or
/// `failed`, then with the reason in words.
public struct StaffPlanInfo: Codable, Sendable {
    public let id: Int64
    public let act: String
    public let person: Int64
    public let name: String
    public let role: String?
    public let schoolClass: String?
    public let day: Day
    public let order: String
    public let orderDate: Day
    public let state: String
    public let reason: String?
    public init(
        id: Int64, act: String, person: Int64, name: String, role: String?, schoolClass: String?, day: Day, order: String, orderDate: Day, state: String,
        reason: String?
    ) {
        self.id = id
        self.act = act
        self.person = person
        self.name = name
        self.role = role
        self.schoolClass = schoolClass
        self.day = day
        self.order = order
        self.orderDate = orderDate
        self.state = state
        self.reason = reason
    }
}

/// Sees that every name used in a timetable is in its lists; what stands on a missing name is refused.
struct FETCheck {
    private(set) var timetable: FETTimetable
    private let file: String

    init(_ timetable: FETTimetable, file: String) {
        self.timetable = timetable
        self.file = file
    }

    mutating func run(_ times: [FETElement]) {
        checkRooms()
        checkActivities()
        let activities = Set(timetable.activities.map(\.id))
        checkRoomChoices(activities)
        place(times, activities)
    }

    private mutating func checkRooms() {
        let buildings = Set(timetable.buildings.map(\.name))
        timetable.rooms = timetable.rooms.map { room in
            guard let building = room.building, !buildings.contains(building) else { return room }
            add(refusal(.unknownReference, room.line, "Building", building, loses: .field))
            var room = room
            room.building = nil
            return room
        }
    }

    private mutating func checkActivities() {
        let teachers = Set(timetable.teachers.map(\.name)), subjects = Set(timetable.subjects.map(\.name)), tags = Set(timetable.tags.map(\.name))
        let students = timetable.studentNames
        timetable.activities = timetable.activities.compactMap { activity in
            let used = [("Subject", [activity.subject], subjects), ("Teacher", activity.teachers, teachers), ("Students", activity.students, students)]
            for (field, names, known) in used {
                if let stranger = names.first(where: { !known.contains($0) }) {
                    add(refusal(.unknownReference, activity.line, field, stranger, loses: .row))
                    return nil
                }
            }
            var checked = activity
            for tag in activity.tags where !tags.contains(tag) { add(refusal(.unknownReference, activity.line, "Activity_Tag", tag, loses: .field)) }
            checked.tags.removeAll { !tags.contains($0) }
            return checked
        }
    }

    private mutating func checkRoomChoices(_ activities: Set<Int>) {
        let rooms = Set(timetable.rooms.map(\.name))
        timetable.roomChoices = timetable.roomChoices.compactMap { choice in
            do throws(Refusal) {
                _ = try known(choice.activity, in: activities, choice.line)
                guard !choice.rooms.isEmpty else { throw refusal(.requiredEmpty, choice.line, "Room", "", loses: .row) }
                var checked = choice
                checked.rooms.removeAll { !rooms.contains($0) }
                guard !checked.rooms.isEmpty else { throw refusal(.unknownReference, choice.line, "Room", choice.rooms.joined(separator: ", "), loses: .row) }
                for room in choice.rooms where !rooms.contains(room) { add(refusal(.unknownReference, choice.line, "Room", room, loses: .field)) }
                return checked
            } catch {
                add(error)
                return nil
            }
        }
    }

    private mutating func place(_ times: [FETElement], _ activities: Set<Int>) {
        let days = Dictionary(timetable.days.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let hours = Dictionary(timetable.hours.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        for time in times {
            do throws(Refusal) {
                let activity = try known(time.number("Activity_Id"), in: activities, time.line)
                let day = try index(of: time["Preferred_Day"] ?? time["Day"], in: days, "Preferred_Day", time.line)
                let hour = try index(of: time["Preferred_Hour"] ?? time["Hour"], in: hours, "Preferred_Hour", time.line)
                timetable.placements.append(
                    FETTimetable.Placement(
                        activity: activity, line: time.line, day: day, hour: hour, weight: time.weight,
                        isLocked: time.says("Permanently_Locked"), isActive: time.isActive))
            } catch { add(error) }
        }
    }

    private func known(_ activity: Int?, in activities: Set<Int>, _ line: Int) throws(Refusal) -> Int {
        guard let activity else { throw refusal(.requiredEmpty, line, "Activity_Id", "", loses: .row) }
        guard activities.contains(activity) else { throw refusal(.unknownReference, line, "Activity_Id", "\(activity)", loses: .row) }
        return activity
    }

    private func index(of name: String?, in known: [String: Int], _ field: String, _ line: Int) throws(Refusal) -> Int {
        guard let name else { throw refusal(.requiredEmpty, line, field, "", loses: .row) }
        guard let index = known[name] else { throw refusal(.unknownReference, line, field, name, loses: .row) }
        return index
    }

    private func refusal(_ flaw: RowFlaw, _ line: Int, _ field: String, _ value: String, loses loss: Refusal.Loss) -> Refusal {
        Refusal(file: file, line: line, field: field, .row(flaw), value: value, loses: loss)
    }

    private mutating func add(_ refusal: Refusal) { timetable.report.add(refusal) }
}

extension FETTimetable {
    /// The names of all years, groups and subgroups.
    public var studentNames: Set<String> {
        func names(_ set: StudentSet) -> [String] { [set.name] + set.parts.flatMap(names) }
        return Set(years.flatMap(names))
    }
}

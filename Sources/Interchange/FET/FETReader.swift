/// Makes a timetable of its records, in whatever order the lists stand, and then sees that every name leads somewhere.
struct FETReader {
    let file: String
    private(set) var timetable = FETTimetable()
    private var dayNames: [FETTimetable.Named] = [], hourNames: [FETTimetable.Named] = []
    private var times: [FETElement] = []
    private var announced: [(list: String, line: Int, text: String)] = []
    /// Names taken so far, by list: no list may have one twice.
    private var seen: [String: Set<String>] = [:]

    /// FET itself allows 35 days and 72 hours.
    private static let longestCycle = 100

    init(file: String) { self.file = file }

    mutating func take(_ element: FETElement, in list: String) {
        do throws(Refusal) {
            switch element.tag {
            case "Institution_Name": timetable.institution = element.text.trimmed.isEmpty ? nil : element.text.trimmed
            case "Comments": timetable.comments = element.text.trimmed.isEmpty ? nil : element.text.trimmed
            case "Number_of_Days", "Number_of_Hours", "Number": announced.append((list, element.line, element.text.trimmed))
            case "Day": dayNames.append(try named(element, atMost: Self.longestCycle))
            case "Hour": hourNames.append(try named(element, atMost: Self.longestCycle))
            case "Subject": timetable.subjects.append(try named(element))
            case "Activity_Tag": timetable.tags.append(try named(element))
            case "Teacher": timetable.teachers.append(try named(element))
            case "Building": timetable.buildings.append(try named(element))
            case "Year": timetable.years.append(try year(element))
            case "Room": timetable.rooms.append(try room(element))
            case "Activity": timetable.activities.append(try activity(element))
            case "ConstraintActivityPreferredStartingTime": times.append(element)
            default: timetable.roomChoices.append(try roomChoice(element))
            }
        } catch { timetable.report.add(error) }
    }

    mutating func finished(version: String?, notRead: [String: Int]) -> FETTimetable {
        timetable.version = version.flatMap { $0.isEmpty ? nil : $0 }
        timetable.notRead = notRead
        readDays()
        readHours()
        compareCounts()
        var check = FETCheck(timetable, file: file)
        check.run(times)
        return check.timetable
    }

    private mutating func readDays() {
        for (day, reading) in zip(dayNames, FETDays.read(dayNames.map(\.name))) {
            timetable.days.append(
                FETTimetable.Day(name: day.name, line: day.line, cycleWeek: reading.cycleWeek, weekday: reading.weekday, label: reading.label))
            if reading.isByPosition { remark(.dayByPosition, day, "Day", loses: .nothing) }
            if reading.weekday == nil { remark(.dayUnknown, day, "Day", loses: .field) }
        }
    }

    private mutating func readHours() {
        for hour in hourNames {
            let meaning = FETHours.read(hour.name)
            timetable.hours.append(FETTimetable.Hour(name: hour.name, line: hour.line, meaning: meaning))
            if meaning == .named { remark(.hourUnknown, hour, "Hour", loses: .nothing) }
        }
    }

    private mutating func compareCounts() {
        for (list, line, text) in announced where Int(text) != (list == "Days_List" ? dayNames.count : hourNames.count) {
            timetable.report.add(Refusal(file: file, line: line, field: list, .timetable(.countDiffers), value: text, loses: .nothing))
        }
    }

    private mutating func remark(_ flaw: TimetableFlaw, _ thing: FETTimetable.Named, _ field: String, loses loss: Refusal.Loss) {
        timetable.report.add(Refusal(file: file, line: thing.line, field: field, .timetable(flaw), value: thing.name, loses: loss))
    }

    private mutating func named(_ element: FETElement, atMost most: Int = .max) throws(Refusal) -> FETTimetable.Named {
        guard seen[element.tag, default: []].count < most else {
            throw Refusal(file: file, line: element.line, field: element.tag, .file(.tooMany), loses: .row)
        }
        guard let name = element["Name"] else { throw Refusal(file: file, line: element.line, field: element.tag, .row(.requiredEmpty), loses: .row) }
        guard seen[element.tag, default: []].insert(name).inserted else {
            throw Refusal(file: file, line: element.line, field: element.tag, .row(.duplicate), value: name, loses: .row)
        }
        return FETTimetable.Named(name: name, line: element.line, comments: element["Comments"])
    }

    private mutating func year(_ element: FETElement) throws(Refusal) -> FETTimetable.StudentSet {
        let year = try named(element)
        return FETTimetable.StudentSet(
            name: year.name, line: year.line, size: element.number("Number_of_Students"), comments: year.comments, parts: parts(of: element))
    }

    /// Groups of a year, subgroups of a group. A subgroup may stand in many groups, and so may its name.
    private mutating func parts(of element: FETElement) -> [FETTimetable.StudentSet] {
        var parts: [FETTimetable.StudentSet] = []
        for child in element.children where child.tag == "Group" && element.tag == "Year" || child.tag == "Subgroup" && element.tag == "Group" {
            guard let name = child["Name"] else {
                timetable.report.add(Refusal(file: file, line: child.line, field: child.tag, .row(.requiredEmpty), loses: .row))
                continue
            }
            parts.append(
                FETTimetable.StudentSet(
                    name: name, line: child.line, size: child.number("Number_of_Students"), comments: child["Comments"],
                    parts: self.parts(of: child)))
        }
        return parts
    }

    private mutating func room(_ element: FETElement) throws(Refusal) -> FETTimetable.Room {
        let room = try named(element)
        return FETTimetable.Room(
            name: room.name, line: room.line, building: element["Building"], capacity: element.number("Capacity"),
            isVirtual: element.says("Virtual"), comments: room.comments)
    }

    private mutating func activity(_ element: FETElement) throws(Refusal) -> FETTimetable.Activity {
        let id = try required(element, "Id"), duration = try required(element, "Duration"), group = element.number("Activity_Group_Id")
        guard duration > 0 else { throw Refusal(file: file, line: element.line, field: "Duration", .row(.invalidNumber), value: "\(duration)", loses: .row) }
        guard let subject = element["Subject"] else { throw Refusal(file: file, line: element.line, field: "Subject", .row(.requiredEmpty), loses: .row) }
        guard seen["Activity", default: []].insert("\(id)").inserted else {
            throw Refusal(file: file, line: element.line, field: "Id", .row(.duplicate), value: "\(id)", loses: .row)
        }
        return FETTimetable.Activity(
            id: id, line: element.line, teachers: element.all("Teacher"), subject: subject, tags: element.all("Activity_Tag"),
            students: element.all("Students"), duration: duration, totalDuration: element.number("Total_Duration"),
            group: group == 0 ? nil : group, isActive: element.isActive, comments: element["Comments"])
    }

    private func roomChoice(_ element: FETElement) throws(Refusal) -> FETTimetable.RoomChoice {
        FETTimetable.RoomChoice(
            activity: try required(element, "Activity_Id"), line: element.line, rooms: element.all("Room") + element.all("Preferred_Room"),
            weight: element.weight, isLocked: element.says("Permanently_Locked"), isActive: element.isActive)
    }

    private func required(_ element: FETElement, _ tag: String) throws(Refusal) -> Int {
        guard let text = element[tag] else { throw Refusal(file: file, line: element.line, field: tag, .row(.requiredEmpty), loses: .row) }
        guard let number = element.number(tag) else {
            throw Refusal(file: file, line: element.line, field: tag, .row(.invalidNumber), value: text, loses: .row)
        }
        return number
    }
}

extension FETElement {
    func number(_ tag: String) -> Int? { self[tag].flatMap { Int($0) }.flatMap { (0...1_000_000).contains($0) ? $0 : nil } }
    /// Certain unless it says otherwise.
    var weight: Double { self["Weight_Percentage"].flatMap { Double($0) }.flatMap { (0...100).contains($0) ? $0 : nil } ?? 100 }
}

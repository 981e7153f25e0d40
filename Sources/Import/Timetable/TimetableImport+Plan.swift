import Interchange
import Kernel
import Timetable

/// Bells, places in the weekly plan, and what is not placed yet. A timetable file is always whole: what it no longer has is removed.
extension TimetableImport {
    func settlePlan() throws {
        try settleBells()
        try run.begin(.timetable, of: plan.places.count + plan.loads.count)
        try removeOld()
        for place in plan.places { try settle(place) }
        for load in plan.loads { try settle(load) }
    }

    private func settleBells() throws {
        let there = try TimetableStore.bells(of: school, run.tx)
        guard let bells = plan.hours.bells ?? (there.isEmpty ? plan.hours.madeUp : nil), !bells.isEmpty else { return }
        if plan.hours.bells == nil { run.remark(.madeUpBells, at: place()) }
        let values = bells.map { "\($0.number) \($0.starts) \($0.ends)" }
        try run.settle(.bells, "", values, at: place()) {
            guard there.isEmpty else {
                if there != bells { run.remark(.otherBells, at: place()) }
                return .found(school.number)
            }
            try run.perform(SetBells(bells), in: school)
            return .added(school.number)
        } change: { number in
            try run.perform(SetBells(bells), in: school)
            return number
        }
    }

    private func settle(_ place: FETPlan.Place) throws {
        try run.tick()
        guard let course = courses[place.course] else { return }
        let slot = Slot(course, weekday: place.weekday, cycleWeek: place.week, number: place.number, room: place.room)
        try run.settle(.slot, key(of: place), [place.room], at: self.place(place.line)) {
            try run.perform(PlaceSlot(slot), in: school)
            return .added(course.number)
        } change: { number in
            try run.perform(PlaceSlot(slot), in: school)
            return number
        }
    }

    private func settle(_ load: FETPlan.Load) throws {
        try run.tick()
        guard let course = courses[load.course] else { return }
        try run.settle(.load, key(of: load), ["\(load.hours)", load.note], at: place(load.line)) {
            .added(try run.perform(NoteLoad(load.hours, of: course, note: load.note), in: school).number)
        } change: { number in
            do { try run.perform(RemoveLoad(ID(number)), in: school) } catch Denial.notFound {}
            return try run.perform(NoteLoad(load.hours, of: course, note: load.note), in: school).number
        }
    }

    private func removeOld() throws {
        let slots = Set(plan.places.map { key(of: $0) }), loads = Set(plan.loads.map { key(of: $0) })
        for (key, entry) in try run.keys.all(.slot).sorted(by: { $0.key < $1.key }) where !slots.contains(key) {
            let parts = key.split(separator: ImportKeys.divider, omittingEmptySubsequences: false).suffix(3).compactMap { Int($0) }
            guard parts.count == 3 else { continue }
            try run.end(.slot, key) {
                try run.perform(RemoveSlot(Slot(ID(entry.number), weekday: parts[0], cycleWeek: parts[1], number: parts[2])), in: school)
            }
        }
        for (key, entry) in try run.keys.all(.load).sorted(by: { $0.key < $1.key }) where !loads.contains(key) {
            try run.end(.load, key) { try run.perform(RemoveLoad(ID(entry.number)), in: school) }
        }
    }

    private func key(of place: FETPlan.Place) -> String { ImportKeys.key(key(of: place.course), "\(place.weekday)", "\(place.week)", "\(place.number)") }
    private func key(of load: FETPlan.Load) -> String { ImportKeys.key("\(load.activity)", key(of: load.course)) }
}

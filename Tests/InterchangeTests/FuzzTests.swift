import Foundation
import Interchange
import Testing

/// Whatever comes, the readers come to an end with a report and everything they give holds together.
@Suite struct FuzzTests {
    @Test("random bytes end in a report", arguments: 0..<60)
    func random(_ seed: Int) throws {
        var dice = Dice(UInt64(seed))
        let letters = Array("sourcedId,givenName\"\r\n;<fet>/&<Day>\u{0}Ж".utf8)
        let bytes = (0..<Int.random(in: 1...4_000, using: &dice)).map { _ in
            seed % 2 == 0 ? UInt8.random(in: 0...255, using: &dice) : letters.randomElement(using: &dice) ?? 0
        }
        let names = [
            "manifest", "orgs", "academicSessions", "courses", "classes", "users", "roles", "enrollments", "relationships", "demographics", "userProfiles",
        ]
        let bundle = OneRosterBundle(reading: try ImportFiles(names.map { ($0 + ".csv", bytes) }))
        #expect(bundle.report.count() > 0)
        #expect(FETTimetable(reading: bytes, file: "t.fet").report.count() > 0)
    }

    @Test(
        "rosters torn at every seventh byte end in a report", .enabled(if: RealData.isThere, "the data of others is not here"),
        arguments: [RealData.oneRoster, RealData.schoolDataSync])
    func tornRosters(_ url: URL) throws {
        let files = try RealData.files(url)
        for (number, file) in files.enumerated() {
            for end in stride(from: 0, to: file.bytes.count, by: 7) {
                var torn = files
                torn[number].bytes = Array(file.bytes.prefix(end))
                holds(OneRosterBundle(reading: try ImportFiles(torn)))
            }
        }
    }

    @Test(
        "rosters with shuffled bytes hold together", .enabled(if: RealData.isThere, "the data of others is not here"),
        arguments: [RealData.oneRoster, RealData.schoolDataSync])
    func spoilt(_ url: URL) throws {
        let files = try RealData.files(url)
        var dice = Dice(11)
        for _ in 0..<300 {
            let spoilt = files.map { file in
                var bytes = file.bytes
                for _ in 0..<Int.random(in: 0...4, using: &dice) {
                    bytes[Int.random(in: 0..<bytes.count, using: &dice)] =
                        Bool.random(using: &dice) ? bytes.randomElement(using: &dice) ?? 0 : .random(in: 0...255, using: &dice)
                }
                return (file.name, bytes)
            }
            holds(OneRosterBundle(reading: try ImportFiles(spoilt)))
        }
    }

    @Test(
        "a timetable torn at every 500th byte ends in one refusal by line", .enabled(if: RealData.isThere, "the data of others is not here"), arguments: 0..<8)
    func tornTimetable(_ part: Int) throws {
        let whole = try RealData.bytes(RealData.timetable)
        for end in stride(from: 500 * part, to: whole.count - 8, by: 500 * 8) {
            let timetable = FETTimetable(reading: Array(whole.prefix(end)), file: "t.fet")
            #expect(timetable.activities.isEmpty && timetable.report.count() == 1 && timetable.report.refusals.first?.loss == .file, "\(end)")
        }
    }

    @Test("a timetable with shuffled bytes holds together", .enabled(if: RealData.isThere, "the data of others is not here"))
    func spoiltTimetable() throws {
        let whole = try RealData.bytes(RealData.timetable)
        var dice = Dice(5)
        for _ in 0..<40 {
            var bytes = whole
            for _ in 0..<3 {
                let from = Int.random(in: 0..<bytes.count - 20, using: &dice), to = Int.random(in: 0..<bytes.count - 20, using: &dice)
                bytes.replaceSubrange(to..<to + 12, with: Array(bytes[from..<from + 12]))
            }
            let timetable = FETTimetable(reading: bytes, file: "t.fet")
            let ids = Set(timetable.activities.map(\.id)), names = timetable.studentNames
            #expect(timetable.roomChoices.allSatisfy { ids.contains($0.activity) } && timetable.activities.allSatisfy { names.isSuperset(of: $0.students) })
        }
    }

    /// Nothing that lives leads into the void, whatever was in the files.
    private func holds(_ bundle: OneRosterBundle) {
        #expect(bundle.report.count() > 0)
        // Where only changes are sent, the rest is in the database.
        guard !bundle.report.refusals.contains(where: { $0.code == .row(.referenceElsewhere) }) else { return }
        let orgs = Set(bundle.orgs.map(\.id)), users = Set(bundle.users.map(\.id)), classes = Set(bundle.classes.map(\.id))
        #expect(bundle.enrollments.allSatisfy { $0.status == .deleted || users.contains($0.user) && classes.contains($0.group) })
        #expect(bundle.roles.allSatisfy { $0.status == .deleted || users.contains($0.user) && orgs.contains($0.org) })
        #expect(bundle.relationships.allSatisfy { $0.status == .deleted || users.contains($0.ward) && users.contains($0.guardian) && $0.ward != $0.guardian })
        #expect(bundle.orgs.allSatisfy { $0.status == .deleted || $0.parent.map(orgs.contains) ?? true })
    }
}

import Accounts
import App
import ArgumentParser
import Foundation
import Invitations
import Kernel
import School
import Storage

/// Coming in by code sheets with one school in the installation and with many: nobody should feel the others (REQUIREMENTS B08–B10).
struct JoinBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "joining", abstract: "A class comes in by its sheet, with one school and with 300.")
    @Option var schools = [1, 300]
    @Option(help: "People of each school.") var people = 1000
    @Option(help: "Pupils of a class; as many guardians come with them.") var pupils = 30
    @Option(help: ArgumentHelp("A PostgreSQL address instead of a SQLite file; must be empty, so for one number of schools.", valueName: "database"))
    var database: String?

    func run() async throws {
        for count in schools {
            let workshop = try Workshop()
            defer { workshop.remove() }
            let file = database ?? workshop.file("zvonok.sqlite")
            let school = try await ManySchools(schools: count, people: people).make(in: file).school
            let sheets = try await ClassSheets(school: school, pupils: pupils).make(classes: 2, in: file)
            let server = try await RunningServer(database: file, data: workshop.folder.path())
            defer { server.stop() }
            for (sheet, atOnce) in zip(sheets, [1, pupils * 2]) {
                let codes = workshop.file("codes.txt")
                try sheet.joined(separator: "\n").write(toFile: codes, atomically: true, encoding: .utf8)
                let figures = try output(
                    of: Workshop.program("zvonok-load"), ["joining", "--address", server.address, "--codes", codes, "--at-once", String(atOnce)])
                report("joining, \(count) schools, \(atOnce) at once", figures)
            }
        }
    }
}

/// New classes of a school, of whom nobody has come in yet.
private struct ClassSheets {
    let school: School
    let pupils: Int

    /// The codes of each class, guardians' first: where a school asks for a guardian's consent, the child's code opens after it.
    func make(classes: Int, in file: String) async throws -> [[String]] {
        let database = try openDatabase(file)
        defer { database.close() }
        return try await database.write(.rowLock) { tx in
            let now = Moment.now, ruler = Viewer.installer(of: school), start = school.zone.day(of: now) - 30
            let year = try OpenYear("now", start...start + 330, parts: []).run(by: ruler, at: now, in: tx)
            let sheets = try (1...classes).map { try make($0, in: year, since: start, ruler, now, tx) }
            tx.dropNews()
            return sheets
        }
    }

    private func make(_ place: Int, in year: ID<AcademicYear>, since start: Day, _ ruler: Viewer, _ now: Moment, _ tx: Transaction) throws -> [String] {
        let schoolClass = try AddClass("К\(place)", year: nil, in: year).run(by: ruler, at: now, in: tx)
        for number in 1...pupils {
            let pupil = try RegisterPerson(PersonName(family: "Ученик", given: madeUpWord(number)), as: .pupil, since: start).run(by: ruler, at: now, in: tx)
            try EnrolPupil(pupil, into: schoolClass.id, since: start).run(by: ruler, at: now, in: tx)
            let guardian = try RegisterPerson(PersonName(family: "Родитель", given: madeUpWord(number)), as: .guardian, since: start).run(
                by: ruler, at: now, in: tx)
            try LinkGuardian(guardian, to: pupil).run(by: ruler, at: now, in: tx)
        }
        let codes = try IssueCodes(to: .schoolClass(schoolClass.id)).run(by: ruler, at: now, in: tx).codes
        return codes.enumerated().filter { $0.offset % 2 == 1 }.map(\.element.code.grouped)
            + codes.enumerated().filter { $0.offset % 2 == 0 }.map(\.element.code.grouped)
    }
}

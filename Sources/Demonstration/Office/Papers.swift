import Accounts
import Consents
import Documents
import Kernel
import Storage
import Web

/// Consents in all their states, and a family that has gone over to paper.
struct Papers {
    private let school: Entering
    init(_ school: Entering) { self.school = school }
    private var shown: Shown { school.demonstration.shown }
    private var size: Size { school.demonstration.size }
    /// Consents were collected in the weeks before; each day has come.
    private var collected: Moment { max(school.beginning, school.time.now - 20 * 24 * 3600) }
    private var today: Day { school.time.today }
    /// The product's own text, as long as the school has written none.
    private let version = 1

    func sign() throws {
        try signHere()
        if let place = size.paperClass { try signOnPaper(place) }
        if let place = size.halfClass { try signByHalves(place) }
        school.tx.dropNews()
    }

    private func say(_ agrees: Bool, _ purpose: Purpose, of person: ID<Person>, by viewer: Viewer) throws {
        try SignConsent(for: person, purpose, agrees: agrees, version: version).run(by: viewer, at: collected, in: school.tx)
    }

    /// The first guardian who works elsewhere, as a viewer.
    private func guardian(ofPupil pupil: Int) -> Viewer? {
        let household = school.cast.pupils[pupil].household
        for (place, guardian) in school.cast.households[household].guardians.enumerated() {
            guard case .someone(let someone) = guardian else { continue }
            let viewer = school.viewer(guardian: place, of: household, named: someone.name)
            if !school.absent.contains(viewer.person) { return viewer }
        }
        return nil
    }

    /// In the class that is shown most families have signed on a page; one takes no part in platform lessons, some want no pictures.
    private func signHere() throws {
        for (place, pupil) in school.cast.classes[size.shownClass].pupils.enumerated() {
            guard let guardian = guardian(ofPupil: pupil), pupil == shown.pupil || place % 5 != 4 else { continue }
            let child = school.pupils[pupil]
            try say(true, .processing, of: guardian.person, by: guardian)
            for purpose in [Purpose.processing, .diary] { try say(true, purpose, of: child, by: guardian) }
            // The family that is shown has something left to answer.
            guard pupil != shown.pupil else { continue }
            try say(place % 4 != 1, .photos, of: child, by: guardian)
            try say(place != refusing(in: size.shownClass), .lessons, of: child, by: guardian)
        }
    }

    /// The place in the class's list of the family without platform lessons.
    private func refusing(in schoolClass: Int) -> Int {
        let pupils = school.cast.classes[schoolClass].pupils
        return pupils.indices.first { pupils[$0] != shown.pupil && $0 % 5 != 4 && guardian(ofPupil: pupils[$0]) != nil } ?? 0
    }

    /// In a class of the first years the class teacher has collected papers, and the scans of some.
    private func signOnPaper(_ schoolClass: Int) throws {
        let teacher = school.viewer(teacher: school.plan.classTeachers[schoolClass])
        for (place, pupil) in school.cast.classes[schoolClass].pupils.enumerated() where place % 6 != 5 {
            guard let guardian = guardian(ofPupil: pupil) else { continue }
            for purpose in [Purpose.processing, .diary] {
                let scan = place % 4 == 0 ? try PaperScan.make("soglasie-\(place + 1)") : nil
                let paper = EnterPaper(
                    for: school.pupils[pupil], purpose, agrees: true, signer: .guardian(guardian.person), signedOn: school.time.zone.day(of: collected),
                    scan: scan)
                try paper.run(by: teacher, at: collected, in: school.tx)
            }
        }
    }

    /// From fourteen on two must sign: here it is now the one, now the other who has.
    private func signByHalves(_ schoolClass: Int) throws {
        for (place, pupil) in school.cast.classes[schoolClass].pupils.enumerated() where place % 4 != 3 {
            guard let guardian = guardian(ofPupil: pupil) else { continue }
            let child = school.pupils[pupil], isAsked = age(of: pupil) >= 14
            for purpose in [Purpose.processing, .diary] {
                if place % 4 < 2 { try say(true, purpose, of: child, by: guardian) }
                if place % 4 > 0, isAsked { try say(true, purpose, of: child, by: school.viewer(pupil: pupil)) }
            }
        }
    }

    private func age(of pupil: Int) -> Int {
        let born = school.cast.pupils[pupil].someone.born, day = school.time.zone.day(of: collected)
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day) ? 1 : 0)
    }

    /// A family refuses the electronic diary: the director accepts it, the class has a numbered line on paper.
    /// The child and its guardians.
    func refuse() throws -> [ID<Person>] {
        guard let pupil = refusingPupil(), let guardian = guardian(ofPupil: pupil) else { return [] }
        let child = school.pupils[pupil], day = max(school.time.zone.day(of: school.beginning), today - 6)
        let paper = EnterPaper(for: child, .diary, agrees: false, signer: .guardian(guardian.person), signedOn: day, scan: try PaperScan.make("otkaz"))
        try paper.run(by: school.ruler, at: max(school.beginning, school.time.now - 5 * 24 * 3600), in: school.tx)
        let refusal: ID<Refusal> = try school.tx.one("SELECT id FROM refusal WHERE person_id = \(child) AND outcome IS NULL").id("id")
        let accepted = max(school.beginning, school.time.now - 3 * 24 * 3600)
        _ = try AcceptRefusal(refusal, isSheetPrinted: true, features: Features.all).run(by: school.viewer(head: 0), at: accepted, in: school.tx)
        school.tx.dropNews()
        return [child] + school.guardians[school.cast.pupils[pupil].household]
    }

    /// An only child in a class of the middle years, of no family that is shown.
    private func refusingPupil() -> Int? {
        let parents = school.cast.households.indices.filter { household in
            school.cast.households[household].guardians.contains { if case .teacher = $0 { true } else { false } }
        }
        return school.cast.classes[size.refusingClass].pupils.last { pupil in
            let household = school.cast.pupils[pupil].household
            return school.cast.households[household].children.count == 1 && !parents.contains(household) && guardian(ofPupil: pupil) != nil
        }
    }
}

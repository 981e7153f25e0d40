import Foundation
import Interchange
import Testing

@Suite(.enabled(if: RealData.isThere, "the data of others is not here")) struct RealRosterTests {
    @Test("the district of School Data Sync is taken whole")
    func schoolDataSync() throws {
        let bundle = OneRosterBundle(reading: try ImportFiles(at: RealData.schoolDataSync))
        #expect(bundle.dialect == .schoolDataSync && bundle.manifest == nil)
        #expect(bundle.sizes == [4, 2, 3, 2, 8, 7, 6, 3, 6])
        #expect(bundle.report.tallies.allSatisfy { $0.rows == $0.taken } && bundle.report.tallies.count == 9)
        #expect(
            bundle.relationships.map { [$0.ward.text, $0.guardian.text, $0.kind.rawValue] }
                == [["114001", "114002", "guardian"], ["114003", "114002", "relative"], ["114004", "114005", "guardian"]])
        #expect(bundle.orgs.map(\.kind) == [.known(.college), .known(.department), .known(.school), .known(.ministryOfEducation)])
        #expect(bundle.enrollments.filter(\.role.isTeaching).map(\.role) == [.professor, .teacher])
        #expect(bundle.demographics.first?.birthDate?.description == "2001-07-02")
        #expect(
            bundle.report.lines == [
                "users.csv:1 password column.password", "users.csv:1 activeDirectoryMatchId column.not-read",
                "demographics.csv:1 birthCity column.not-read", "demographics.csv:1 birthState column.not-read",
                "demographics.csv:1 birthCountry column.not-read",
                "demographics.csv:1 ethnicityCodes column.not-read", "demographics.csv:1 raceCodes column.not-read", "userFlags.csv file.not-read",
            ])
    }

    @Test("the flawed delivery of OneRoster 1.2 is taken where it holds, and its flaws are named by line")
    func oneRoster() throws {
        let bundle = OneRosterBundle(reading: try ImportFiles(at: RealData.oneRoster))
        #expect(bundle.dialect == .oneRoster && bundle.manifest?.version == "1.2")
        #expect(bundle.sizes == [1, 5, 0, 2, 6, 7, 3, 2, 0])
        #expect(bundle.users.map(\.lastModified?.description) == [nil, nil, nil, nil, nil, "2023-06-15"])
        #expect(bundle.users.map(\.preferredGivenName).compactMap(\.self) == ["MJ", "Tom"])
        #expect(bundle.users.map(\.externalIDs.count) == [0, 1, 3, 2, 1, 1])
        #expect(bundle.academicSessions.map(\.status) == [.deleted, .active, .inactive, .active, .active])
        #expect(bundle.classes.map(\.status) == [.active, .deleted] && bundle.classes.map(\.grades) == [["09", "10", "11"], ["10"]])
        #expect(bundle.classes.map(\.kind) == [.known(.scheduled), .known(.homeroom)] && bundle.classes.first?.course == nil)
        #expect(bundle.roles.map(\.kind).last == .known(.guardian))
        #expect(
            bundle.relationships.map { [$0.ward.text, $0.guardian.text] } == [
                ["usr-222-66778899", "usr-222-123456"], ["usr-222-1234561232", "usr-222-123456"],
            ])
        #expect(bundle.report.losses.map(\.code.text) == ["file.not-read", "row.deleted-reference", "row.deleted-reference", "row.deleted-reference"])
        #expect(bundle.report.count() == 25 && bundle.report.unlisted == 0)
    }

    @Test("every flaw of the delivery of OneRoster 1.2 is in the report, and nothing else is")
    func flaws() throws {
        let found = OneRosterBundle(reading: try ImportFiles(at: RealData.oneRoster)).report.lines
        let people = [
            "userMasterIdentifier column.not-read", "preferredGivenName column.misspelt", "preferredMiddleName column.misspelt",
            "preferredFamilyName column.misspelt", "pronouns column.not-read",
        ]
        #expect(
            found == ["userprofiles.csv file.unlisted", "users.csv:1 password column.password"] + people.map { "users.csv:1 " + $0 }
                + [2, 4, 5, 6].map { "users.csv:\($0) dateLastModified row.ambiguous-date" }
                + [
                    "roles.csv:1 column.unnamed", "roles.csv:1 dateLastModified column.misspelt", "userprofiles.csv file.not-read",
                    "userprofiles.csv file.other-content",
                ]
                + [
                    "orgs.csv:2 parentSourcedId row.unknown-reference", "academicSessions.csv:3 parentSourcedId row.unknown-reference",
                    "academicSessions.csv:6 parentSourcedId row.unknown-reference",
                ]
                + ["classes.csv:2 courseSourcedId row.unknown-reference"] + [5, 6, 7].map { "enrollments.csv:\($0) classSourcedId row.deleted-reference" }
                + [4, 5, 7].map { "users.csv:\($0) agentSourcedIds row.guardian-unclear" })
    }

    @Test("no password of the files is anywhere in what was read", arguments: [RealData.oneRoster, RealData.schoolDataSync])
    func passwords(_ url: URL) throws {
        let bundle = OneRosterBundle(reading: try ImportFiles(at: url))
        var said = ""
        dump(bundle, to: &said)
        #expect(!said.contains("P@ssword123") && !said.contains("Password1-"))
    }
}

extension OneRosterBundle {
    var sizes: [Int] {
        [
            orgs.count, academicSessions.count, courses.count, classes.count, users.count, roles.count, enrollments.count, relationships.count,
            demographics.count,
        ]
    }
}

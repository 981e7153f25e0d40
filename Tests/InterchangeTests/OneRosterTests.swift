import Interchange
import Testing

@Suite struct OneRosterTests {
    typealias Org = OneRoster.SourcedID<OneRoster.Org>
    typealias User = OneRoster.SourcedID<OneRoster.User>

    @Test("a small good roster is taken whole")
    func good() throws {
        let bundle = try Samples.roster([
            "roles.csv": "userSourcedId,orgSourcedId,role\nu1,o1,teacher\n",
            "manifest.csv": "propertyName,value\noneroster.version,1.1\nfile.orgs,bulk\nfile.users,bulk\nfile.classes,bulk\n",
        ])
        #expect(bundle.dialect == .oneRoster && bundle.manifest?.version == "1.1")
        #expect(bundle.users.map(\.familyName) == ["Ким", "Ильин", "Ильина"] && bundle.users.map(\.origin.line) == [2, 3, 4])
        #expect(bundle.report.lines == ["roles.csv file.unlisted", "roles.csv:1 sourcedId column.missing"])
    }

    @Test("a person of OneRoster 1.1 has the one role that stands in the row, in each organisation")
    func rolesInUsers() throws {
        let bundle = try Samples.roster([
            "orgs.csv": Samples.orgs + "o2,active,Школа № 6,school,\n",
            "users.csv": "sourcedId,givenName,familyName,role,orgSourcedIds\nu1,Вера,Ким,Teacher,\"o1,o2,o9\"\nu2,Пётр,Ильин,wizard,o1\n",
        ])
        #expect(bundle.roles.map(\.org.text) == ["o1", "o2", "o1"] && bundle.roles.map(\.kind) == [.known(.teacher), .known(.teacher), .unknown("wizard")])
        #expect(bundle.report.lines.suffix(2) == ["users.csv:3 role row.unknown-value", "users.csv:2 orgSourcedId row.unknown-reference"])
    }

    @Test("what stands on nothing is refused, what merely points there loses the pointer")
    func references() throws {
        let bundle = try Samples.roster([
            "classes.csv": Samples.classes + "c2,Химия,o9\n",
            "enrollments.csv":
                "sourcedId,classSourcedId,userSourcedId,role,schoolSourcedId\ne1,c1,u1,teacher,o1\ne2,c9,u1,teacher,o1\ne3,c1,u9,student,o1\ne4,c2,u2,student,o1\ne5,c1,u2,student,o9\n",
            "roles.csv": "sourcedId,userSourcedId,orgSourcedId,role\nr1,u1,o9,teacher\nr2,u9,o1,student\nr3,u2,o1,student\n",
            "relationships.csv":
                "userSourcedId,relationshipUserSourcedId,relationshipRole\nu2,u3,parent\nu2,u8,guardian\nu8,u3,guardian\nu3,u3,guardian\nu3,u2,child\nu2,u1,doctor\nu2,u1,tutor\n",
            "demographics.csv": "sourcedId,birthDate,sex\nu2,2012-03-04,male\nu9,2012-03-04,male\n",
        ])
        #expect(bundle.classes.map(\.id.text) == ["c1"] && bundle.enrollments.compactMap(\.id?.text) == ["e1", "e5"] && bundle.enrollments.last?.school == nil)
        #expect(bundle.roles.compactMap(\.id?.text) == ["r3"] && bundle.demographics.map(\.user.text) == ["u2"])
        #expect(bundle.relationships.map { [$0.ward.text, $0.guardian.text] } == [["u2", "u3"]])
        let found = bundle.report.lines.filter { !$0.contains("manifest") }
        #expect(
            Set(found) == [
                "classes.csv:3 schoolSourcedId row.unknown-reference", "enrollments.csv:3 classSourcedId row.unknown-reference",
                "enrollments.csv:4 userSourcedId row.unknown-reference",
                "enrollments.csv:5 classSourcedId row.unknown-reference", "enrollments.csv:6 schoolSourcedId row.unknown-reference",
                "roles.csv:2 orgSourcedId row.unknown-reference",
                "roles.csv:3 userSourcedId row.unknown-reference", "relationships.csv:3 relationshipUserSourcedId row.unknown-reference",
                "relationships.csv:4 userSourcedId row.unknown-reference",
                "relationships.csv:5 relationshipUserSourcedId row.guardian-unclear", "relationships.csv:6 row.duplicate",
                "relationships.csv:7 relationshipRole row.not-guardian",
                "relationships.csv:8 relationshipRole row.unknown-value", "demographics.csv:3 sourcedId row.unknown-reference",
            ])
    }

    @Test("the second entry of a name is refused")
    func duplicates() throws {
        let bundle = try Samples.roster(["users.csv": Samples.users + "u1,Другая,Ким\n"])
        #expect(bundle.users.count == 3 && bundle.users.first?.givenName == "Вера")
        #expect(bundle.report.refusals.last == Refusal(file: "users.csv", line: 5, .row(.duplicate), value: "u1", loses: .row))
    }

    @Test("organisations in a ring lose their parents, those that hang on it do not")
    func rings() throws {
        let bundle = try Samples.roster([
            "orgs.csv": "sourcedId,status,name,type,parentSourcedId\no1,,Один,school,o2\no2,,Два,district,o3\no3,,Три,district,o2\no4,,Сам,school,o4\n"
        ])
        #expect(bundle.orgs.map(\.parent?.text) == ["o2", nil, nil, nil])
        #expect(
            bundle.report.lines.filter { $0.contains("cyclic") } == [
                "orgs.csv:3 parentSourcedId row.cyclic-parent", "orgs.csv:4 parentSourcedId row.cyclic-parent", "orgs.csv:5 parentSourcedId row.cyclic-parent",
            ])
    }

    @Test("deleted entries are given as deleted, and nothing living may stand on them")
    func deleted() throws {
        let bundle = try Samples.roster([
            "users.csv": "sourcedId,status,givenName,familyName\nu1,tobedeleted,Вера,Ким\nu2,INACTIVE,Пётр,Ильин\nu3,gone,Ольга,Ильина\n",
            "enrollments.csv":
                "sourcedId,status,classSourcedId,userSourcedId,role\ne1,tobedeleted,c9,u1,teacher\ne2,active,c1,u1,teacher\ne3,active,c1,u2,student\n",
        ])
        #expect(bundle.users.map(\.status) == [.deleted, .inactive])
        #expect(bundle.enrollments.map(\.status) == [.deleted, .active])
        #expect(bundle.report.lines.suffix(2) == ["users.csv:4 status row.unknown-value", "enrollments.csv:3 userSourcedId row.deleted-reference"])
    }

    @Test("where the manifest says that only changes are sent, the database will be asked")
    func delta() throws {
        let bundle = try Samples.roster([
            "manifest.csv":
                "propertyName,value\nfile.orgs,delta\nfile.users,bulk\nfile.classes,bulk\nfile.courses,bulk\nfile.roles,absent\nfile.results,some\n",
            "classes.csv": "sourcedId,title,schoolSourcedId\nc1,Алгебра,o77\n",
        ])
        #expect(bundle.classes.map(\.school.text) == ["o77"])
        #expect(
            bundle.report.lines == [
                "manifest.csv:7 file.results row.unknown-value", "courses.csv file.missing", "classes.csv:2 schoolSourcedId row.reference-elsewhere",
            ])
    }

    @Test("a guardian is told by the roles of both, and never guessed")
    func guardians() throws {
        let bundle = try Samples.roster([
            "users.csv": "sourcedId,givenName,familyName,agentSourcedIds\nu1,Вера,Ким,u3\nu2,Пётр,Ильин,\"u3,u1,u9\"\nu3,Ольга,Ильина,u2\n",
            "roles.csv": "sourcedId,userSourcedId,orgSourcedId,role\nr1,u1,o1,teacher\nr2,u2,o1,student\nr3,u3,o1,Parent\n",
        ])
        #expect(bundle.relationships.map { [$0.ward.text, $0.guardian.text, $0.kind.rawValue] } == [["u2", "u3", "parent"]])
        #expect(
            bundle.report.lines.filter { $0.contains("agent") } == [
                "users.csv:2 agentSourcedIds row.guardian-unclear", "users.csv:3 agentSourcedIds row.guardian-unclear",
                "users.csv:3 agentSourcedIds row.unknown-reference",
            ])
    }

    @Test(
        "a slip in a column's name is understood and named; a name that is merely like another is not",
        arguments: [
            ("sourcedID,givenNmae,famillyName", 1, ["users.csv:1 givenName column.misspelt", "users.csv:1 familyName column.misspelt"]),
            ("sourced_id,Given Name,familyName,sex,nme", 1, ["users.csv:1 sex column.not-read", "users.csv:1 nme column.not-read"]),
            ("sourcedId,givenName", 0, ["users.csv:1 familyName column.missing"]),
            ("sourcedId,givenName,familyName,pasword,pwd", 1, ["users.csv:1 pwd column.password", "users.csv:1 pasword column.password"]),
        ])
    func columns(_ header: String, _ taken: Int, _ expected: [String]) throws {
        let row = ["u1"] + Array(repeating: "x", count: header.split(separator: ",").count - 1)
        let bundle = try Samples.roster(["users.csv": header + "\n" + row.joined(separator: ",") + "\n"])
        #expect(bundle.users.count == taken)
        #expect(bundle.report.lines.filter { $0.hasPrefix("users") } == expected)
    }

    @Test("a password is in no entry and no remark, even out of its place")
    func passwords() throws {
        let bundle = try Samples.roster([
            "users.csv": "sourcedId,givenName,familyName,enabledUser,password\nu1,Вера,Ким,true,Тайна1\nu2,Пётр,Ильин,x,true,Тайна2\nu3,Ольга,Ильина,Тайна\n"
        ])
        var said = ""
        dump(bundle, to: &said)
        #expect(bundle.users.count == 1 && !said.contains("Тайна"))
        #expect(bundle.report.lines.contains("users.csv:1 password column.password"))
    }

    @Test("a period the wrong way round is not believed")
    func periods() throws {
        let bundle = try Samples.roster([
            "academicSessions.csv":
                "sourcedId,title,type,startDate,endDate\ns1,2026/27,schoolYear,2026-09-01,2027-05-31\ns2,Хвост,term,2026-09-01,2026-08-31\ns3,Шутка,Fest,1/05/2023,2026-08-31\n",
            "enrollments.csv": "sourcedId,classSourcedId,userSourcedId,role,beginDate,endDate\ne1,c1,u1,teacher,2026-09-01,2026-08-31\ne2,c1,u1,guardian,,\n",
        ])
        #expect(bundle.academicSessions.map(\.id.text) == ["s1"] && bundle.enrollments.map(\.begin) == [nil])
        #expect(
            bundle.report.lines.filter { !$0.contains("manifest") } == [
                "academicSessions.csv:3 endDate row.ends-before-it-begins", "academicSessions.csv:4 startDate row.ambiguous-date",
                "enrollments.csv:2 endDate row.ends-before-it-begins", "enrollments.csv:3 role row.unknown-value",
            ])
    }

    @Test("an empty folder is an empty roster that says what is missing")
    func nothing() throws {
        let bundle = OneRosterBundle(reading: try ImportFiles([]))
        #expect(bundle.users.isEmpty && bundle.report.lines == ["orgs.csv file.missing", "users.csv file.missing"])
    }
}

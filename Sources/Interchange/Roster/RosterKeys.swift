extension OneRoster.Org: RosterEntry { var key: OneRoster.SourcedID<Self> { id }; var keyText: String { id.text } }
extension OneRoster.AcademicSession: RosterEntry { var key: OneRoster.SourcedID<Self> { id }; var keyText: String { id.text } }
extension OneRoster.Course: RosterEntry { var key: OneRoster.SourcedID<Self> { id }; var keyText: String { id.text } }
extension OneRoster.Class: RosterEntry { var key: OneRoster.SourcedID<Self> { id }; var keyText: String { id.text } }
extension OneRoster.User: RosterEntry { var key: OneRoster.SourcedID<Self> { id }; var keyText: String { id.text } }
extension OneRoster.Demographics: RosterEntry { var key: OneRoster.SourcedID<OneRoster.User> { user }; var keyText: String { user.text } }

extension OneRoster.Role: RosterEntry {
    /// By its own name where it has one; else the same role of the same person in the same place and session.
    var key: OneRoster.SourcedID<Self> { id ?? OneRoster.SourcedID([user.text, org.text, "\(kind)", session?.text ?? ""].joined(separator: "\u{0}")) }
    var keyText: String { id?.text ?? user.text }
}

extension OneRoster.Enrollment: RosterEntry {
    var key: OneRoster.SourcedID<Self> { id ?? OneRoster.SourcedID([user.text, group.text, role.rawValue].joined(separator: "\u{0}")) }
    var keyText: String { id?.text ?? user.text }
}

extension OneRoster.Relationship: RosterEntry {
    var key: [OneRoster.SourcedID<OneRoster.User>] { [ward, guardian] }
    var keyText: String { ward.text }
}

extension OneRoster {
    public enum OrgKind: String, Sendable, CaseIterable {
        case school, department, district, local, state, national
        // The further words of School Data Sync.
        case college, university, campus, adultEducation, municipality, academicTrust, localAuthority, region, division, province, program
        case ministryOfEducation, departmentOfEducation, researchCenter
    }

    public enum SessionKind: String, Sendable, CaseIterable {
        case schoolYear, semester, term, gradingPeriod, quarter, trimester, summerSession, other
    }

    public enum ClassKind: String, Sendable, CaseIterable { case homeroom, scheduled }

    public enum Sex: String, Sendable, CaseIterable { case male, female, unspecified, other }

    /// What a person is in an organisation or a class.
    public enum RoleKind: String, Sendable, CaseIterable {
        case student, teacher, aide, proctor, counselor, principal
        case administrator, siteAdministrator, districtAdministrator, systemAdministrator
        case parent, guardian, relative
        // The further words of School Data Sync.
        case professor, lecturer, instructor, faculty, adjunct, substitute, teacherAssistant, assistant, paraprofessional, coach, advisor
        case staff, officeStaff, itAdmin, nurse, researcher, chair, affiliate, alumni, other
        case occupationalTherapist, physicalTherapist, speechTherapist, visionTherapist, specialServices

        /// One who teaches, by whatever title.
        public var isTeaching: Bool { [.teacher, .professor, .lecturer, .instructor, .faculty, .adjunct, .substitute].contains(self) }
        /// One whose rights come from a child.
        public var guardianship: GuardianKind? { GuardianKind(rawValue: rawValue) }
    }

    public enum GuardianKind: String, Sendable, CaseIterable { case parent, guardian, relative }
}

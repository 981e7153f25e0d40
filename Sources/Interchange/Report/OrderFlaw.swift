/// Why something that is well written in the files has no place in a school's order, or another than it asks for.
public enum OrderFlaw: String, Error, Sendable, CaseIterable {
    /// An organisation above schools: a district, a ministry.
    case notSchool = "not-school"
    /// Not a school, and no school is above it.
    case takenAsSchool = "taken-as-school"
    /// A department; the value is its school.
    case partOfSchool = "part-of-school"
    /// A school year of less than half a year, or of more than a year and a month.
    case shortYear = "short-year"
    /// A session that is no quarter, trimester or half-year.
    case notTerm = "not-term"
    /// No class refers to it.
    case unusedTerm = "unused-term"
    /// The days of a place in a class lie outside the class's year.
    case oddPlaceDates = "odd-place-dates"
    /// The role gives nothing here: an aide, a nurse, a word nobody knows.
    case noRole = "no-role"
    /// A person who is nothing in any school.
    case noMembership = "no-membership"
    /// The family has refused records on the platform in this school: they go on on paper.
    case familyRefused = "family-refused"
    /// No role in the school is given, but a place in its class.
    case roleByPlace = "role-by-place"
    /// Enrolled as a pupil, but of the staff.
    case notPupil = "not-pupil"
    /// Said to teach, but a pupil or a parent.
    case notTeacher = "not-teacher"
    /// A course has one teacher.
    case secondTeacher = "second-teacher"
    /// One class at a time (REQUIREMENTS A28).
    case secondClass = "second-class"
    /// One class at a time, and it is in another school.
    case secondSchool = "second-school"
    /// A place in a class of a past year.
    case oldYear = "old-year"
    /// Several classes of different years, none of them a homeroom.
    case otherGrade = "other-grade"
    /// A class with nobody in it and no year of study.
    case withoutPupils = "without-pupils"
    /// Neither in the files nor in the database.
    case unknownHere = "unknown-here"
    /// Related, but no legal representative.
    case relative
    /// The ward is a pupil of no school.
    case wardNotPupil = "ward-not-pupil"
    /// Another has the name; it got an addition.
    case nameTaken = "name-taken"
    /// Deleted there; here a journal may hang on it.
    case stays
    /// The school's rules do not allow it; the value says which.
    case denied
    /// Several people of the school have this name.
    case ambiguousPerson = "ambiguous-person"
    /// More weeks than two.
    case longCycle = "long-cycle"
    /// Placed on a day whose weekday is unknown.
    case noWeekday = "no-weekday"
    /// Longer than the day.
    case pastLastHour = "past-last-hour"
    /// A place of less than full weight.
    case wish
    /// An activity has one place.
    case secondPlace = "second-place"
    /// No bell rings for the number.
    case noBell = "no-bell"
    /// Lessons have numbers but no times, and the school has no bells.
    case madeUpBells = "made-up-bells"
    /// The school's own bells differ from the file's.
    case otherBells = "other-bells"
    /// Not active in the file.
    case switchedOff = "switched-off"
    /// An activity of nobody.
    case withoutStudents = "without-students"
    /// What FET keeps for making timetables; the value says how many.
    case notCarried = "not-carried"
    /// An activity of two teachers.
    case severalTeachers = "several-teachers"
}

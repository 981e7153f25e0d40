/// Which elements of a timetable are read.
enum FETSchema {
    static let root = "fet"

    /// The records of each list, each with the children that are read of it.
    private static let records: [String: [String: Set<String>]] = [
        "Institution_Name": [:],
        "Comments": [:],
        "Days_List": ["Day": ["Name"], "Number_of_Days": [], "Number": []],
        "Hours_List": ["Hour": ["Name"], "Number_of_Hours": [], "Number": []],
        "Subjects_List": ["Subject": ["Name", "Comments"]],
        "Activity_Tags_List": ["Activity_Tag": ["Name", "Comments"]],
        "Teachers_List": ["Teacher": ["Name", "Comments"]],
        "Students_List": ["Year": students],
        "Activities_List": [
            "Activity": [
                "Teacher", "Subject", "Activity_Tag", "Students", "Duration", "Total_Duration", "Id", "Activity_Group_Id", "Active", "Comments",
            ]
        ],
        "Buildings_List": ["Building": ["Name", "Comments"]],
        "Rooms_List": ["Room": ["Name", "Building", "Capacity", "Virtual", "Comments"]],
        "Time_Constraints_List": ["ConstraintActivityPreferredStartingTime": constraint.union(["Preferred_Day", "Preferred_Hour", "Day", "Hour"])],
        "Space_Constraints_List": [
            "ConstraintActivityPreferredRoom": constraint.union(["Room"]),
            "ConstraintActivityPreferredRooms": constraint.union(["Number_of_Preferred_Rooms", "Preferred_Room"]),
        ],
    ]
    private static let students: Set<String> = ["Name", "Number_of_Students", "Comments", "Group", "Subgroup"]
    private static let constraint: Set<String> = ["Weight_Percentage", "Activity_Id", "Permanently_Locked", "Active", "Comments"]
    private static let leaves: Set<String> = ["Institution_Name", "Comments"]

    static func isList(_ tag: String) -> Bool { records[tag] != nil && !leaves.contains(tag) }
    /// Text that stands in the root itself.
    static func isLeaf(_ tag: String) -> Bool { leaves.contains(tag) }
    static func isRecord(_ tag: String, in list: String) -> Bool { records[list]?[tag] != nil }
    static func isRead(_ tag: String, of record: String, in list: String) -> Bool { records[list]?[record]?.contains(tag) ?? false }
}

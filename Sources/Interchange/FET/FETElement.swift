/// One record of a timetable: an element with what is in it.
struct FETElement {
    let tag: String
    let line: Int
    var text = ""
    var children: [FETElement] = []

    /// The trimmed text of the first such child; nil if it is empty or absent.
    subscript(tag: String) -> String? {
        guard let text = children.first(where: { $0.tag == tag })?.text.trimmed, !text.isEmpty else { return nil }
        return text
    }

    /// The trimmed texts of all such children, without the empty ones.
    func all(_ tag: String) -> [String] { children.filter { $0.tag == tag }.map(\.text.trimmed).filter { !$0.isEmpty } }

    /// What is switched on unless it says otherwise.
    var isActive: Bool { self["Active"]?.lowercased() != "false" }
    func says(_ tag: String) -> Bool { self[tag]?.lowercased() == "true" }
}

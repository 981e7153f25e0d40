/// Rings in a relation where each has at most one parent.
enum RosterRings {
    /// Those who come back to themselves by going up. Every one is passed once, however long the ways are.
    static func members<Node: Hashable>(_ parents: [Node: Node]) -> Set<Node> {
        var visit: [Node: Int] = [:], found: Set<Node> = []
        for (number, start) in parents.keys.enumerated() {
            var node: Node? = start
            while let here = node, visit[here] == nil {
                visit[here] = number
                node = parents[here]
            }
            // Met on this very way: from here on it is a ring.
            guard let entrance = node, visit[entrance] == number else { continue }
            var member = entrance
            while found.insert(member).inserted, let next = parents[member] { member = next }
        }
        return found
    }
}

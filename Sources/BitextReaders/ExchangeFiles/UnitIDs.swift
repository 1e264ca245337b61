/// Gives each unit of a file an id of its own.
///
/// The first unit with an id keeps it, and a later one gets a number: `menu`, `menu-2`, `menu-3`. So an id changes only if
/// units before it change.
struct UnitIDs {
    private var used: Set<String> = []
    /// The last number that each repeated id got.
    private var counts: [String: Int] = [:]

    /// An id that no other unit has: this one, if it is free.
    mutating func unique(_ id: String) -> String {
        if used.insert(id).inserted { return id }
        var count = counts[id] ?? 1
        var numbered: String
        repeat {
            count += 1
            numbered = "\(id)-\(count)"
        } while !used.insert(numbered).inserted
        counts[id] = count
        return numbered
    }
}

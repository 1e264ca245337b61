/// Finds what a user may have meant.
package enum Suggestion {
    /// The names nearest to one that does not exist, the nearest first; none where nothing is near. A name that was only begun
    /// is the nearest.
    ///
    /// - Parameter share: one letter in how many may differ.
    package static func nearest(to name: String, among names: [String], limit: Int = 3, share: Int = 2) -> [String] {
        let near = names.map { (name: $0, distance: name.count > 2 && $0.hasPrefix(name) ? 0 : distance(name, $0)) }
            .filter {
                $0.distance <= max(share < 3 ? 2 : 1, name.count / share) || $0.name.contains(name) && name.count > 2
            }
        return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
    }

    /// How many insertions, deletions and replacements lead from one to the other (Levenshtein).
    package static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        var row = Array(0...right.count)
        for (line, scalar) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in right.enumerated() {
                let above = row[column + 1]
                row[column + 1] = min(above + 1, row[column] + 1, diagonal + (scalar == other ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}

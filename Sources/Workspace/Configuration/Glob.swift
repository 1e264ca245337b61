/// A pattern of paths: `*` is any run of characters but `/`, `**` any run at all, `?` one character but `/`.
///
/// A pattern without `/` means a name at any depth, one that ends in `/` all below a folder.
struct Glob: Sendable, Equatable {
    private let pattern: [UInt8]

    init(_ pattern: String) {
        var pattern = Array(pattern.utf8)
        let isName = !pattern.dropLast().contains(UInt8(ascii: "/"))
        if pattern.last == UInt8(ascii: "/") { pattern += "**".utf8 }
        if pattern.starts(with: "./".utf8) { pattern.removeFirst(2) }
        if pattern.first == UInt8(ascii: "/") {
            pattern.removeFirst()
        } else if isName {
            pattern = Array("**/".utf8) + pattern
        }
        self.pattern = pattern
    }

    /// Whether the pattern means a path, which is relative and has `/` between its folders.
    ///
    /// O(pattern × path): what a star stands for is tried from short to long, and each place once for each star.
    func matches(_ path: String) -> Bool {
        let path = Array(path.utf8)
        // Which prefixes of the pattern match the path so far.
        var states = closure([0])
        for byte in path {
            var next: [Int] = []
            for state in states where state < pattern.count {
                switch pattern[state] {
                case UInt8(ascii: "*"):
                    if isDouble(state) || byte != UInt8(ascii: "/") { next.append(state) }
                case UInt8(ascii: "?"):
                    if byte != UInt8(ascii: "/") { next.append(state + 1) }
                case byte: next.append(state + 1)
                default: break
                }
            }
            states = closure(next)
            if states.isEmpty { return false }
        }
        return states.contains(pattern.count)
    }

    private func isDouble(_ state: Int) -> Bool {
        state + 1 < pattern.count && pattern[state] == UInt8(ascii: "*") && pattern[state + 1] == UInt8(ascii: "*")
    }

    /// The states that are reached without another character: a star may stand for nothing, `**/` for no folder.
    private func closure(_ states: [Int]) -> [Int] {
        var seen: Set<Int> = []
        var queue = states
        while let state = queue.popLast() {
            guard seen.insert(state).inserted, state < pattern.count, pattern[state] == UInt8(ascii: "*") else {
                continue
            }
            if isDouble(state) {
                queue.append(state + 2)
                if state + 2 < pattern.count, pattern[state + 2] == UInt8(ascii: "/") { queue.append(state + 3) }
            } else {
                queue.append(state + 1)
            }
        }
        return Array(seen)
    }
}

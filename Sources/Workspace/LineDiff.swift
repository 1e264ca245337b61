import SystemPackage

/// The difference of two texts with the same number of lines, as `diff -u` writes it: what fixes make, which never add or
/// take a line.
public struct LineDiff {
    private static let context = 3

    /// The diff as bytes, so that a page that is not UTF-8 stays as it is; nil where a line was added or taken.
    ///
    /// - Parameter names: how the diff calls the page.
    public static func unified(
        _ old: [UInt8], _ new: [UInt8], page: FilePath, names: PatchNames = PatchNames([])
    ) -> [UInt8]? {
        let (left, right) = (lines(old), lines(new))
        guard left.count == right.count else { return nil }
        let changed = left.indices.filter { left[$0] != right[$0] }
        guard !changed.isEmpty else { return [] }
        let (oldName, newName) = (names.header("a", of: page), names.header("b", of: page))
        var diff = Array("--- \(oldName)\n+++ \(newName)\n".utf8)
        var index = 0
        while index < changed.count {
            // Changes whose context touches are one hunk.
            var last = index
            while last + 1 < changed.count, changed[last + 1] - changed[last] <= 2 * context { last += 1 }
            let start = max(0, changed[index] - context)
            let end = min(left.count, changed[last] + context + 1)
            diff += "@@ -\(start + 1),\(end - start) +\(start + 1),\(end - start) @@\n".utf8
            var line = start
            while line < end {
                guard left[line] != right[line] else {
                    append(" ", left[line], to: &diff)
                    line += 1
                    continue
                }
                // All lines that go, then all that come.
                var stop = line
                while stop < end, left[stop] != right[stop] { stop += 1 }
                for old in line..<stop { append("-", left[old], to: &diff) }
                for new in line..<stop { append("+", right[new], to: &diff) }
                line = stop
            }
            index = last + 1
        }
        return diff
    }

    /// Lines with their line feeds.
    private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
            lines.append(text[start..<end])
            start = end
        }
        return lines
    }

    private static func append(_ sign: String, _ line: ArraySlice<UInt8>, to diff: inout [UInt8]) {
        diff += sign.utf8
        diff += line
        if line.last != UInt8(ascii: "\n") { diff += "\n\\ No newline at end of file\n".utf8 }
    }
}

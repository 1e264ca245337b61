import SystemPackage

/// The difference of two texts as `diff -u` writes it. Texts with the same number of lines, as fixes make them, are compared
/// line by line; otherwise all between the first and the last line that differ is one change.
public struct LineDiff {
    private static let context = 3

    /// The diff as bytes, so that a page that is not UTF-8 stays as it is; empty where nothing differs.
    ///
    /// - Parameter names: how the diff calls the page.
    public static func unified(
        _ old: [UInt8], _ new: [UInt8], page: FilePath, names: PatchNames = PatchNames([])
    ) -> [UInt8] {
        let (left, right) = (lines(old), lines(new))
        guard left.count == right.count else { return oneChange(left, right, page: page, names: names) }
        let changed = left.indices.filter { left[$0] != right[$0] }
        guard !changed.isEmpty else { return [] }
        var diff = header(page, names)
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

    private static func header(_ page: FilePath, _ names: PatchNames) -> [UInt8] {
        Array("--- \(names.header("a", of: page))\n+++ \(names.header("b", of: page))\n".utf8)
    }

    private static func oneChange(
        _ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>], page: FilePath, names: PatchNames
    ) -> [UInt8] {
        var same = 0
        while same < min(left.count, right.count), left[same] == right[same] { same += 1 }
        var rest = 0
        while rest < min(left.count, right.count) - same, left[left.count - 1 - rest] == right[right.count - 1 - rest] {
            rest += 1
        }
        let start = max(0, same - context)
        let after = min(rest, context)
        let (leftEnd, rightEnd) = (left.count - rest, right.count - rest)
        var diff = header(page, names)
        let (leftCount, rightCount) = (leftEnd + after - start, rightEnd + after - start)
        diff += "@@ -\(start + 1),\(leftCount) +\(start + 1),\(rightCount) @@\n".utf8
        for line in start..<same { append(" ", left[line], to: &diff) }
        for line in same..<leftEnd { append("-", left[line], to: &diff) }
        for line in same..<rightEnd { append("+", right[line], to: &diff) }
        for line in leftEnd..<leftEnd + after { append(" ", left[line], to: &diff) }
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

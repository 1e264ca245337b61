import Revisions
import SystemPackage

/// The difference of two texts as `diff -u` writes it: only lines that differ are removed and added.
/// Where a stretch without a line that both have once has more than a million pairs of lines, it is replaced as a whole.
public struct LineDiff {
    private static let context = 3

    /// The diff as bytes, so that a page that is not UTF-8 stays as it is; empty where nothing differs.
    ///
    /// - Parameter names: how the diff calls the page.
    public static func unified(
        _ old: [UInt8], _ new: [UInt8], page: FilePath, names: PatchNames = PatchNames([])
    ) -> [UInt8] {
        let (left, right) = (lines(old), lines(new))
        let steps = LineSteps(left, right).steps
        let changed = steps.indices.filter { if case .same = steps[$0] { false } else { true } }
        guard !changed.isEmpty else { return [] }
        var diff = header(page, names)
        var (old, new, done) = (0, 0, 0)
        var index = 0
        while index < changed.count {
            // Changes whose context touches are one hunk.
            var last = index
            while last + 1 < changed.count, changed[last + 1] - changed[last] <= 2 * context { last += 1 }
            let start = max(done, changed[index] - context)
            let end = min(steps.count, changed[last] + context + 1)
            // All steps between two hunks are lines that both have.
            (old, new) = (old + start - done, new + start - done)
            let hunk = steps[start..<end]
            let (oldCount, newCount) = counts(hunk)
            diff += "@@ -\(range(old, oldCount)) +\(range(new, newCount)) @@\n".utf8
            for step in hunk {
                switch step {
                case .same(let line, _): append(" ", left[line], to: &diff)
                case .removed(let line): append("-", left[line], to: &diff)
                case .added(let line): append("+", right[line], to: &diff)
                }
            }
            (old, new, done) = (old + oldCount, new + newCount, end)
            index = last + 1
        }
        return diff
    }

    private static func header(_ page: FilePath, _ names: PatchNames) -> [UInt8] {
        Array("--- \(names.header("a", of: page))\n+++ \(names.header("b", of: page))\n".utf8)
    }

    /// How many lines of the old and of the new text steps have.
    private static func counts(_ steps: ArraySlice<SequenceDiff.Step>) -> (old: Int, new: Int) {
        var (old, new) = (0, 0)
        for step in steps {
            if case .added = step {} else { old += 1 }
            if case .removed = step {} else { new += 1 }
        }
        return (old, new)
    }

    /// Lines in the head of a hunk. Where there are none, it is the line before that counts.
    private static func range(_ start: Int, _ count: Int) -> String { "\(count == 0 ? start : start + 1),\(count)" }

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

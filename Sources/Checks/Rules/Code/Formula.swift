import Bitext
import Hashing
import ParsedBitext

/// A formula in TeX's notation that the target lacks or has in another form.
struct Formula: SegmentRule {
    static let description = RuleDescription(
        "formula", .warning, .doNotTranslate, "A formula between dollar signs was changed or lost.",
        discussion: """
            `$\\sigma_j$` is the same in every language. Machine translation puts blanks after the backslash, translates
            commands or changes their case (`\\lambda`, `\\Lambda`). The rule compares the formulas of both sides, in any order.
            Blanks that TeX ignores and the words in `\\text{…}` make no difference. Copy the formula from the source.
            """,
        bad: .init("The value $\\sigma_j$ is small.", "La valeur $\\ sigma _j$ est petite."),
        good: .init("The value $\\sigma_j$ is small.", "La valeur $\\sigma_j$ est petite."))
    static let appliesTo = SegmentContents.any

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        // Most pages end here.
        guard tokenized.bitext[.source].bytes[...].contains(UInt8(ascii: "$")) else { return }
        checkSegments(tokenized, &report)
    }

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let left = pair.markdown(.source)
        guard left.contains(UInt8(ascii: "$")), !pair.contents.contains(.isSame) else { return }
        let right = pair.markdown(.target)
        let (source, target) = (TeXFormula.all(in: left), TeXFormula.all(in: right, areDamaged: true))
        guard !source.isEmpty else { return }
        let difference = MultisetDifference(
            source: source.map { KeyHash.of($0.key) }, target: target.map { KeyHash.of($0.key) })
        let changed = min(difference.missing.count, difference.extra.count)
        for index in 0..<changed {
            let (lost, found) = (source[difference.missing[index]], target[difference.extra[index]])
            let (was, now) = (string(left[lost.range]), string(right[found.range]))
            report.add(
                "the formula differs: source has \(was.shortened), target has \(now.shortened)", in: pair, .target,
                SideRange(found.range), evidence: .init(source: was, target: now))
        }
        for index in difference.missing.dropFirst(changed) {
            let lost = string(left[source[index].range])
            report.add("the formula \(lost.shortened) is lost", in: pair, .target, evidence: .init(source: lost))
        }
    }

    private func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}

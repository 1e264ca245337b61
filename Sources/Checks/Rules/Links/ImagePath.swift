import Bitext
import ParsedBitext

/// Images that are missing, added or different in the target.
struct ImagePath: SegmentRule {
    static let description = RuleDescription(
        "image", .warning, .link, "An image was lost or added, or has another file.",
        discussion: """
            The rule compares the paths of the images of both sides, in any order. A locale in a path may differ. Use
            the source's image in the target.
            """,
        bad: .init("![The menu](media/menu.png) Click **Save**.", "Cliquez sur **Enregistrer**."),
        good: .init(
            "![The menu](media/menu.png) Click **Save**.", "![Le menu](media/menu.png) Cliquez sur **Enregistrer**."),
        precision: "10 of 10 (fr-FR, de-DE, es-ES, ja-JP; November 2026)")
    static let appliesTo = SegmentContents.images

    func check(_ pair: SegmentPair, _ report: inout Report) {
        let source = images(pair, .source)
        let target = images(pair, .target)
        let difference = MultisetDifference(source: source.map(\.key), target: target.map(\.key))
        let changed = min(difference.missing.count, difference.extra.count)
        for index in 0..<changed {
            let (lost, found) = (source[difference.missing[index]], target[difference.extra[index]])
            report.add(
                "the image differs: source has \(lost.url), target has \(found.url)", in: pair, .target,
                found.element.range, evidence: .init(source: lost.url, target: found.url),
                severity: lost.url.lowercased() == found.url.lowercased() ? .note : nil)
        }
        for index in difference.missing.dropFirst(changed) {
            report.add(
                "the image \(source[index].url) is lost", in: pair, .target, evidence: .init(source: source[index].url))
        }
        for index in difference.extra.dropFirst(changed) {
            report.add(
                "the target shows \(target[index].url), the source does not", in: pair, .target,
                target[index].element.range, evidence: .init(target: target[index].url))
        }
    }

    private func images(_ pair: SegmentPair, _ side: Side) -> [(element: Element, url: String, key: UInt64)] {
        pair.elements(side).compactMap { element in
            guard element.kind == .image, let url = pair.destination(of: element, side)?.url else { return nil }
            return (element, url, LinkKey(url).key)
        }
    }
}

import Bitext
import Code
import Hashing
import MarkdownSyntax
import ParsedBitext
import TranslationModel

/// Part of the source that the target leaves out.
struct Omission: ContentRule {
    static let description = RuleDescription(
        "omission", .warning, .omission, "The target leaves out part of the source.",
        discussion: """
            A stretch of the source has nothing in the target that would explain it. Free translations leave out what the
            reader knows; the message shows the words, so that a glance is enough. See Docs/lexicons.md.
            """,
        bad: .init("Stop the service, then delete the old log files.", "Arrêtez le service."),
        good: .init(
            "Stop the service, then delete the old log files.",
            "Arrêtez le service, puis supprimez les anciens journaux."),
        precision: "16 of 27 warnings (de-DE, es-ES, fr-FR, ja-JP)")

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard let content = report.context.content else { return }
        for index in content.faulty {
            guard let score = content.scores[index], score.fault == .omission else { continue }
            let pair = SegmentPair(tokenized, index: index)
            let words = score.stretch.map { pair.string($0, .source).replacingStands() } ?? pair.excerpt(.source)
            report.add(
                "the target seems to leave out “\(words.shortened)”", score, in: pair, .source,
                evidence: .init(source: words, target: pair.excerpt(.target)))
        }
    }
}

extension String {
    /// At most eighty characters, on one line.
    var shortened: String {
        // Of line ends in UTF-8 the first bytes; most texts have none and need not be taken apart.
        if utf8.count <= 80, !utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) { return self }
        let start = prefix(81)
        let line = String(start.map { $0.isNewline ? " " : $0 })
        return start.endIndex == endIndex && start.count <= 80 ? line : line.prefix(79) + "…"
    }
}

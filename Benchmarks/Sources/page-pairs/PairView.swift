import Bitext
import Foundation
import PagePairs
import Workspace

/// Shows how two files are aligned: line of the source, line of the target, the two texts.
struct PairView {
    private let bitext: Bitext

    init(_ source: String, _ target: String, locale: String) throws {
        let files = try [source, target].map {
            InputFile(path: $0, bytes: try Data(contentsOf: URL(fileURLWithPath: $0)))
        }
        bitext = try PagePairReader.withLexicons(sourceLocale: "en-US", targetLocale: locale).read(files)
    }

    func show() {
        for segment in bitext.segments {
            print(
                "\(place(segment, .source))\t\(place(segment, .target))\t\(text(segment, .source))\t\(text(segment, .target))"
            )
        }
        for block in bitext.unpairedBlocks {
            let range = block.side == .source ? block.source : block.target
            let text = bitext[block.side].text(range).split(whereSeparator: \.isNewline).joined(separator: "⏎")
            let lines =
                "\(bitext.line(of: block.source.lowerBound, on: .source))\t\(bitext.line(of: block.target.lowerBound, on: .target))"
            print("\(lines)\t\(block.side == .source ? "MISSING" : "ADDED") \(block.kind)\t\(text)")
        }
    }

    private func place(_ segment: Segment, _ side: Side) -> String {
        segment[side].map { String(bitext.line(of: $0.range.lowerBound, on: side)) } ?? "-"
    }

    private func text(_ segment: Segment, _ side: Side) -> String {
        segment[side].map { bitext[side].text($0.range).split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            ?? ""
    }
}

import Bitext
import ParsedBitext

/// A title or a description that ends early, because ` #` begins a comment in YAML.
struct FrontMatterComment: Rule {
    static let description = RuleDescription(
        "front-matter-comment", .warning, .markup, "A ` #` cuts off the title or the description.",
        discussion: """
            In YAML, a `#` after a blank begins a comment. So what follows it is not part of the title or the description
            that browsers and search results show. Write the value in quotes. Other keys are ignored: there a comment is
            a comment.
            """,
        bad: .init("Relays in C # and F #", "title: Relais en C # et F #"),
        good: .init("Relays in C # and F #", "title: \"Relais en C # et F #\""))

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        let side = tokenized.bitext[.target]
        for entry in side.frontMatter?.entries ?? [] where entry.key == "title" || entry.key == "description" {
            guard case .scalar(let value) = entry.value else { continue }
            let line = tokenized.location(ofLine: entry.line)
            let bytes = tokenized.bitext.files[side.file].bytes
            guard let comment = Self.comment(in: bytes[line.range.values]) else { continue }
            report.add(
                "` #` begins a comment, so the \(entry.key) is only “\(value.shortened)”; write it in quotes",
                side: .target,
                at: Location(file: side.file, range: FileRange(comment)),
                evidence: .init(target: String(decoding: bytes[comment], as: UTF8.self).shortened))
        }
    }

    /// The comment after the plain value on a line `key: value`.
    private static func comment(in line: ArraySlice<UInt8>) -> Range<Int>? {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let start = line[(colon + 1)...].firstIndex(where: { !isBlank($0) }),
            // Quotes, block scalars, lists, maps and the like have other rules.
            line[start] == UInt8(ascii: "#") || !line[start].isOne(of: "\"'|>[{&!*")
        else { return nil }
        let comment = line[start...].indices.first { index in
            line[index] == UInt8(ascii: "#") && isBlank(line[index - 1])
        }
        return comment.map { $0..<line.endIndex }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

import SystemPackage

/// The `.diptych.yml` that `diptych init` writes.
public struct StarterConfiguration: Sendable {
    private let layouts: [FoundLayout]

    public init(_ layouts: [FoundLayout]) { self.layouts = layouts }

    /// The file, with comments that say what can be changed.
    public var text: String {
        var text = """
            # How diptych reads this folder. All paths begin at the folder of this file.

            # Where translations have their sources. {path} is the same in both patterns; {locale} is a language.
            pairs:

            """
        for layout in layouts {
            text += "  # \(layout.name)"
            if !layout.locales.isEmpty { text += ": \(layout.locales.joined(separator: ", "))" }
            text += "\n  - target: \"\(Self.quoted(layout.target))\"\n    source: \"\(Self.quoted(layout.source))\"\n"
        }
        text += "    # locales: [fr, ja]      # only these\n"
        if let locale = layouts.lazy.compactMap(\.locale).first {
            text += "\n# The language of pages that do not name it themselves.\nlocales:\n  \"**\": \(locale)\n"
        }
        text += """

            # What is not checked.
            # exclude:
            #   - drafts/
            #   - "*.generated.md"

            # Rules: off, note, warning or error. `diptych rules` lists them.
            # rules:
            #   french-spacing: off

            # The folders of `diptych build`.
            # pages: docs
            # output: out

            """
        return text
    }

    /// Whether there is something where the file would be.
    public static func exists(at path: FilePath) -> Bool { FileSystem.kind(of: path, followsLinks: false) != nil }

    /// The path in a quoted scalar of YAML.
    private static func quoted(_ path: String) -> String {
        path.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "\\", "\"": text += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                text += "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

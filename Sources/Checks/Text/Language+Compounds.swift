import ParsedBitext

extension Language {
    /// Whether the language writes a compound as one word: "Relaydienst".
    var buildsCompounds: Bool { Self.compounding.contains(code) }

    private static let compounding: Set<String> = [
        "de", "nl", "sv", "da", "nb", "nn", "no", "is", "fi", "et", "hu", "af", "lb", "fy",
    ]
}

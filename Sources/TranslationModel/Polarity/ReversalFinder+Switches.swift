import Bitext
import ParsedBitext

extension ReversalFinder {
    /// Whether an "outside" up to three words before turns a word of the source round: "outside the internal network" is external.
    func followsOutside(_ word: Int, _ left: Half) -> Bool {
        left[max(0, word - 3)..<word].contains { begins("outside ", at: $0.range.lowerBound) }
    }

    /// Whether the source has the other particle of a term as well: "If Wi-Fi is on, turn it off and then on again".
    func isSwitchedBothWays(_ word: LexiconTerm, _ left: Half) -> Bool {
        guard let first = left.first, let last = left.last else { return false }
        let text = page.source.text
        return Self.hasOtherParticle(text[word.range], in: text[first.range.lowerBound..<last.range.upperBound])
    }

    /// Whether a sentence has "off" beside an "on", or beside an "off" an "on" that is a state. An "on" before another word is a
    /// preposition.
    static func hasOtherParticle(_ particle: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Bool {
        let isOn = particle.elementsEqual("on".utf8)
        guard isOn || particle.elementsEqual("off".utf8) else { return false }
        let other = Array((isOn ? "off" : "on").utf8)
        return text.indices.contains { start in
            let end = start + other.count
            guard end <= text.endIndex, text[start..<end].elementsEqual(other),
                start == text.startIndex || !text[start - 1].isASCIIAlphanumeric,
                end == text.endIndex || !text[end].isASCIIAlphanumeric
            else { return false }
            guard !isOn, end < text.endIndex, text[end] == 0x20 else { return true }
            return afterStates.contains { text[(end + 1)...].starts(with: $0.utf8) }
        }
    }

    /// What can follow an "on" that is a state.
    private static let afterStates = ["again", "or ", "and ", "then ", "off"]

    /// Whether a term of the target only helps another verb, where the source switches something off: « permettent de protéger » is
    /// "help to protect".
    func isHelping(_ term: LexiconTerm, of word: LexiconTerm) -> Bool {
        page.source.text[word.range].elementsEqual("off".utf8)
            && Self.isHelpingVerb(page.target.text[term.range], page.language)
    }

    /// Whether a verb means "allow" or "help to".
    static func isHelpingVerb(_ verb: ArraySlice<UInt8>, _ language: Language) -> Bool {
        let verb = String(decoding: verb, as: UTF8.self).lowercased()
        return helpingVerbs[language.code, default: []].contains(where: verb.hasPrefix)
    }

    /// How these verbs begin, by language.
    private static let helpingVerbs: [String: [String]] = [
        "ca": ["permet"], "cs": ["umož", "dovol"], "de": ["ermöglich", "erlaub"], "es": ["permit"],
        "fr": ["permet", "permis"], "it": ["permet", "consent"], "nl": ["toelaat", "mogelijk"],
        "pl": ["umożliw", "pozw"],
        "pt": ["permit"], "ru": ["позвол", "разреш"], "sv": ["tillåt", "möjliggör"],
    ]
}

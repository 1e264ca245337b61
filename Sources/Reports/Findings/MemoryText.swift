import Bitext
import Checks
import ParsedBitext
import Workspace

extension Finding {
    /// Longer translations are cut in reports on one line.
    private static var maxTarget: Int { 200 }

    /// How a translation memory translates the source: `memory: “Patientez.” in 12 other places (docs/a.md:3)`, and for a similar
    /// source `memory (87%): …`. Nil without a memory, and where it has nothing like the source.
    var memoryText: String? {
        guard let memory else { return nil }
        let target = memory.target.collapsingBlanks().shortened(to: Self.maxTarget)
        let isSame = memory.percent == 100
        let places = CountText.counted(memory.places, isSame ? "other place" : "place")
        return "memory\(isSame ? "" : " (\(memory.percent)%)"): “\(target)” in \(places) (\(memory.origin))"
    }

    /// The message with the number of places and with what a memory says.
    var messageWithMemory: String { memoryText.map { "\(countedMessage); \($0)" } ?? countedMessage }
}

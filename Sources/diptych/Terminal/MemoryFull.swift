import Workspace

/// A translation memory has no room for more.
struct MemoryFull: Error, CustomStringConvertible {
    let leftOut: Int
    let kept: Int

    var description: String {
        "the memory has \(CountText.number(kept)) translations and no room for more; \(CountText.number(leftOut)) were left out"
    }
}

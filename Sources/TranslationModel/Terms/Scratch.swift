import ParsedBitext

/// A fixed number of values in memory of their own, for loops that write millions of them.
///
/// Before each write to an array that is part of something else, Swift asks whether the array is shared. With an array in place
/// of this memory, the row "check, all rules, one job" of Docs/benchmarks.md needs a fifth more CPU. An index is checked in debug builds
/// only.
final class Scratch<Element: BitwiseCopyable> {
    private let values: UnsafeMutableBufferPointer<Element>

    init(repeating value: Element, count: Int) {
        values = .allocate(capacity: count)
        values.initialize(repeating: value)
    }

    /// - Parameter count: how many values there is room for. Each must be set before it is read.
    init(uninitialized count: Int) { values = .allocate(capacity: count) }

    deinit { values.deallocate() }

    @inline(__always)
    subscript(index: Int) -> Element {
        get { values[index] }
        set { values[index] = newValue }
    }
}

/// A stretch of UTF-8 in memory that many texts share.
///
/// A page has hundreds of segments with two texts on each side; as strings of their own they would cost more than reading
/// the page.
public struct SharedText: Sendable, Equatable, CustomStringConvertible, ExpressibleByStringLiteral {
    private let storage: [UInt8]
    private let stretch: Stretch

    /// - Parameter stretch: of `storage`.
    init(_ storage: [UInt8], _ stretch: Stretch) {
        self.storage = storage
        self.stretch = stretch
    }

    init(_ storage: [UInt8], _ range: Range<Int>) { self.init(storage, Stretch(range)) }

    public init(_ text: String) { self.init(Array(text.utf8), 0..<text.utf8.count) }

    public init(stringLiteral value: String) { self.init(value) }

    /// The text as a string; made anew each time.
    public var string: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }

    public var description: String { string }

    public var isEmpty: Bool { stretch.isEmpty }

    /// Lends the text's bytes for the length of one call.
    @inline(__always)
    package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[stretch.range])) }
    }

    public static func == (left: SharedText, right: SharedText) -> Bool {
        left.withUTF8 { left in right.withUTF8 { left.elementsEqual($0) } }
    }
}

/// A range of bytes in half the space: a page has less than 2³¹ of them (``Page/largest``).
struct Stretch: Sendable, Equatable {
    private let lower: Int32
    private let upper: Int32

    init(_ range: Range<Int>) {
        lower = Int32(range.lowerBound)
        upper = Int32(range.upperBound)
    }

    @inline(__always)
    var range: Range<Int> { Int(lower)..<Int(upper) }

    var isEmpty: Bool { lower == upper }
}

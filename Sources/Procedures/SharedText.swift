/// A stretch of UTF-8 in memory that many texts share.
///
/// A page has hundreds of segments with two texts on each side; as strings of their own they would cost more than reading
/// the page.
public struct SharedText: Sendable, Equatable, CustomStringConvertible, ExpressibleByStringLiteral {
    let storage: [UInt8]
    let range: Range<Int>

    init(_ storage: [UInt8], _ range: Range<Int>) {
        self.storage = storage
        self.range = range
    }

    public init(_ text: String) { self.init(Array(text.utf8), 0..<text.utf8.count) }

    public init(stringLiteral value: String) { self.init(value) }

    /// The text as a string; made anew each time.
    public var string: String { String(decoding: storage[range], as: UTF8.self) }

    public var description: String { string }

    public var isEmpty: Bool { range.isEmpty }

    public static func == (left: SharedText, right: SharedText) -> Bool {
        left.storage[left.range].elementsEqual(right.storage[right.range])
    }
}

import Bitext

/// A text in both languages. A side that is absent is nil.
public struct BilingualText: Sendable, Equatable {
    package var sharedSource: SharedText?
    package var sharedTarget: SharedText?

    package init(shared source: SharedText?, _ target: SharedText?) {
        sharedSource = source
        sharedTarget = target
    }

    public init(source: String?, target: String?) {
        self.init(shared: source.map { SharedText($0) }, target.map { SharedText($0) })
    }

    /// The text in the source language, or nil. Each access makes a new string.
    public var source: String? {
        get { sharedSource?.string }
        set { sharedSource = newValue.map { SharedText($0) } }
    }

    /// The text in the target language, or nil. Each access makes a new string.
    public var target: String? {
        get { sharedTarget?.string }
        set { sharedTarget = newValue.map { SharedText($0) } }
    }

    public subscript(side: Side) -> String? { side == .source ? source : target }
}

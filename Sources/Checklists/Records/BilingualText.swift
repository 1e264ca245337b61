import Bitext

/// A text in both languages; a side that is absent is nil.
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

    /// The original, made anew each time, or nil.
    public var source: String? {
        get { sharedSource?.string }
        set { sharedSource = newValue.map { SharedText($0) } }
    }

    /// The translation, made anew each time, or nil.
    public var target: String? {
        get { sharedTarget?.string }
        set { sharedTarget = newValue.map { SharedText($0) } }
    }

    public subscript(side: Side) -> String? { side == .source ? source : target }
}

import Bitext
import MarkdownSyntax

/// Tokens while they are read: memory that nobody else holds, so that none must ask before each whether it may write.
struct TokenList: ~Copyable {
    private var tokens: UnsafeMutablePointer<Token>
    private var capacity: Int
    private(set) var count = 0

    /// - Parameter room: for how many tokens there is room before more is made.
    init(room: Int) {
        capacity = max(16, room)
        tokens = .allocate(capacity: capacity)
    }

    deinit { tokens.deallocate() }

    var isEmpty: Bool { count == 0 }

    @inline(__always)
    mutating func append(_ token: Token) {
        if count == capacity { grow() }
        (tokens + count).initialize(to: token)
        count += 1
    }

    @inline(never)
    private mutating func grow() {
        let grown = UnsafeMutablePointer<Token>.allocate(capacity: 2 * capacity)
        grown.moveInitialize(from: tokens, count: count)
        tokens.deallocate()
        tokens = grown
        capacity *= 2
    }

    var array: [Token] { Array(UnsafeBufferPointer(start: tokens, count: count)) }
}

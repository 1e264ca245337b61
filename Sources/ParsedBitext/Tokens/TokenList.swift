/// The tokens that a lexer has read so far. It cannot be copied, so an append needs no check for other owners.
struct TokenList: ~Copyable {
    private var tokens: UnsafeMutablePointer<Token>
    private var capacity: Int
    private(set) var count = 0

    /// - Parameter capacity: the number of tokens that are expected.
    init(capacity: Int) {
        self.capacity = max(16, capacity)
        tokens = .allocate(capacity: self.capacity)
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
        let larger = UnsafeMutablePointer<Token>.allocate(capacity: 2 * capacity)
        larger.moveInitialize(from: tokens, count: count)
        tokens.deallocate()
        tokens = larger
        capacity *= 2
    }

    var array: [Token] { Array(UnsafeBufferPointer(start: tokens, count: count)) }
}

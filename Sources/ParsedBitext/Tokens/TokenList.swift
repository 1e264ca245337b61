/// The tokens that a lexer has read so far. It cannot be copied, so an append needs no check for other owners.
struct TokenList: ~Copyable {
    private var tokens: UnsafeMutablePointer<Token>
    private var capacity: Int
    private(set) var count = 0
    /// Whether the memory is that of an array.
    private var isLent = false

    /// - Parameter capacity: the number of tokens that are expected.
    init(capacity: Int) {
        self.capacity = max(16, capacity)
        tokens = .allocate(capacity: self.capacity)
    }

    private init(lent memory: UnsafeMutableBufferPointer<Token>, _ start: UnsafeMutablePointer<Token>) {
        capacity = memory.count
        tokens = start
        isLent = true
    }

    deinit { if !isLent { tokens.deallocate() } }

    /// The tokens that `body` adds to a list, in an array. They are copied only if they are more than expected.
    static func array(expecting capacity: Int, _ body: (inout TokenList) -> Void) -> [Token] {
        var outgrown: [Token]?
        let array = [Token](unsafeUninitializedCapacity: max(16, capacity)) { memory, count in
            guard let start = memory.baseAddress else { preconditionFailure("an array with room has memory") }
            var list = TokenList(lent: memory, start)
            body(&list)
            if list.isLent { count = list.count } else { outgrown = list.array }
        }
        return outgrown ?? array
    }

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
        if !isLent { tokens.deallocate() }
        isLent = false
        tokens = larger
        capacity *= 2
    }

    var array: [Token] { Array(UnsafeBufferPointer(start: tokens, count: count)) }
}

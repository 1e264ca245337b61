/// The nodes of a tree that is being built.
///
/// An array would check at each of the many small writes whether its memory is shared. This list cannot be copied, so it
/// needs no check. Each access is still checked against the bounds. Nodes are plain numbers, which need no deinitialisation.
struct NodeList: ~Copyable {
    private var memory: UnsafeMutablePointer<Node>
    private(set) var count = 0
    private var capacity: Int

    init(reserving capacity: Int) {
        self.capacity = max(capacity, 16)
        memory = .allocate(capacity: self.capacity)
    }

    deinit { memory.deallocate() }

    var isEmpty: Bool { count == 0 }

    @inline(__always)
    subscript(index: Int) -> Node {
        get {
            precondition(index >= 0 && index < count, "no such node")
            return memory[index]
        }
        _modify {
            precondition(index >= 0 && index < count, "no such node")
            yield &memory[index]
        }
    }

    @inline(__always)
    mutating func append(_ node: Node) {
        if count == capacity { grow() }
        (memory + count).initialize(to: node)
        count += 1
    }

    /// Removes the nodes from an index on. They hold nothing that must be released.
    mutating func removeAll(from index: Int) { count = min(count, max(0, index)) }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: memory, count: count)
        memory.deallocate()
        memory = larger
        capacity *= 2
    }

    /// Returns the memory, which the caller must deallocate.
    consuming func finish() -> UnsafeMutableBufferPointer<Node> {
        let nodes = UnsafeMutableBufferPointer(start: memory, count: count)
        discard self
        return nodes
    }
}

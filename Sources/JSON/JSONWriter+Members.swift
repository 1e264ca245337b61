extension JSONWriter {
    /// Writes a key and a string, or null.
    @inlinable
    @inline(__always)
    package mutating func member(_ key: StaticString, _ value: String?) {
        self.key(key)
        string(value)
    }

    /// Writes a key and a number.
    @inlinable
    @inline(__always)
    package mutating func member(_ key: StaticString, _ value: Int) {
        self.key(key)
        number(value)
    }
}

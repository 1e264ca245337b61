extension Bitext {
    /// Where a range of a side was read, from its first byte to its last.
    public func location(of range: SideRange, on side: Side) -> Location {
        let text = self[side]
        let lower = text.origin(of: range.lowerBound)
        guard !range.isEmpty else { return Location(file: text.file, range: lower..<lower) }
        guard text.isVerbatim else { return locationOfSegments(in: range, of: text) }
        let upper = text.origin(of: range.upperBound - 1) + 1
        return Location(file: text.file, range: lower..<max(lower, upper))
    }

    /// Where the segments of a range were read, as single bytes of the side have no place in the file.
    private func locationOfSegments(in range: SideRange, of text: SideText) -> Location {
        let first = originOfSegment(at: range.lowerBound, of: text)
        let last = originOfSegment(at: range.upperBound - 1, of: text)
        return Location(file: text.file, range: first.lowerBound..<max(first.lowerBound, last.upperBound))
    }

    private func originOfSegment(at offset: SideOffset, of text: SideText) -> FileRange {
        if let segment = text.segment(at: offset), let variant = segments[segment][text.side] {
            return variant.origin.range
        }
        let origin = text.origin(of: offset)
        return origin..<origin
    }

    /// Line, column and offset of the beginning of a location.
    public func position(of location: Location) -> Position {
        files[location.file].position(of: location.range.lowerBound)
    }

    /// The 1-based line in its file of a byte of a side.
    public func line(of offset: SideOffset, on side: Side) -> Int {
        let text = self[side]
        return files[text.file].line(of: text.origin(of: offset))
    }
}

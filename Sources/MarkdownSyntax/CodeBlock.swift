import Bitext

/// A fenced or indented code block.
public struct CodeBlock: Sendable, Equatable {
    /// A range of the code that is contiguous on the side.
    struct Piece: Sendable, Equatable {
        var start: Int
        var sideStart: Int
        var sideEnd: Int
    }

    /// Whether the block is fenced. Otherwise it is indented.
    public let isFenced: Bool
    /// The text after the opening fence, trimmed.
    public let info: String
    /// The code, without the indentation of the block. Lines end in `\n`.
    public internal(set) var bytes: [UInt8]
    /// Whether there is a closing fence; true for an indented block.
    public internal(set) var isClosed = true
    var pieces: [Piece]

    /// The offset on the side of a byte of the code. Line breaks and indentation that md4c made have the nearest offset.
    /// O(log lines).
    public func sideOffset(of offset: Int) -> SideOffset? {
        let next = pieces.partitioningIndex { $0.start > offset }
        guard next > 0 else { return pieces.first.map { SideOffset($0.sideStart) } }
        let piece = pieces[next - 1]
        return SideOffset(
            min(piece.sideStart + offset - piece.start, next < pieces.count ? pieces[next].sideStart : piece.sideEnd))
    }
}

/// What identifies a block on both sides: its code, or its numbers, code spans and addresses.
struct AnchorKey {
    let hash: UInt64
    /// Whether the key says enough to be an anchor.
    let isStrong: Bool

    /// A text with so many hard features is unmistakable.
    private static let minHardFeatures = 2

    static func all(of outline: PageOutline, _ features: OutlineFeatures) -> [AnchorKey] {
        outline.blocks.indices.map { AnchorKey(outline.blocks[$0], features[$0]) }
    }

    init(_ block: OutlineBlock, _ features: some Sequence<Feature>) {
        var hash = UInt64(block.kind.rawValue) &+ 0x9E37_79B9_7F4A_7C15
        var count = 0
        switch block.kind {
        case .line: break
        case .code, .markup:
            hash = hash &* 31 &+ UInt64(block.textHash)
            count = Self.minHardFeatures
        case .heading, .paragraph, .row:
            for feature in features where feature.isHard {
                hash = (hash ^ UInt64(feature.hash)) &* 0x100_0000_01b3
                count += 1
            }
        }
        self.hash = hash
        isStrong = count >= Self.minHardFeatures
    }
}

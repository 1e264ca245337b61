import Bitext
import MarkdownSyntax

/// The features of the blocks of a page. They are read only where the blocks of both sides do not match without them.
struct OutlineFeatures {
    /// Those of one block after the other.
    private(set) var all: [Feature] = []
    /// Of each block in ``all``.
    private(set) var ranges: [Range<Int32>] = []

    init(_ outline: PageOutline) {
        ranges.reserveCapacity(outline.blocks.count)
        outline.tree.bytes.withUnsafeBufferPointer { bytes in
            let reader = FeatureReader(bytes)
            for block in outline.blocks {
                let first = Int32(all.count)
                reader.append(block, to: &all)
                ranges.append(first..<Int32(all.count))
            }
        }
    }

    /// Those of one block.
    static func features(of block: OutlineBlock, in outline: PageOutline) -> [Feature] {
        var features: [Feature] = []
        outline.tree.bytes.withUnsafeBufferPointer { FeatureReader($0).append(block, to: &features) }
        return features
    }

    subscript(block: Int) -> ArraySlice<Feature> { all[Int(ranges[block].lowerBound)..<Int(ranges[block].upperBound)] }
}

extension FeatureReader {
    fileprivate func append(_ block: OutlineBlock, to features: inout [Feature]) {
        append(block.range.values, isCode: block.kind == .code, to: &features)
        if block.kind == .heading { _ = appendIDs(ofHeading: block.range.values, to: &features) }
    }
}

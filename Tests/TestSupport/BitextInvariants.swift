import Bitext

/// What is true of every bitext, whatever its reader read, and whatever the damage.
package struct BitextInvariants {
    /// What is not true.
    package struct Violation: Error, CustomStringConvertible {
        package let description: String
    }

    private let bitext: Bitext
    /// A pair inside the half of another one makes anchors that are inside one another.
    private let isNested: Bool

    /// Checks a bitext.
    ///
    /// - Throws: a ``Violation``.
    package static func check(_ bitext: Bitext) throws {
        let invariants = BitextInvariants(bitext)
        for side in Side.allCases { try invariants.runsCover(side) }
        try invariants.anchorsCoverBothSides()
        try invariants.segmentsAreInTheirFiles()
        try invariants.segmentsFindTheirTargets()
        for defect in bitext.defects { try invariants.requireInside(defect.location, "a defect") }
    }

    /// The same, and a violation shows the file: for mutants.
    package static func check(_ bitext: Bitext, of bytes: [UInt8]) throws {
        do {
            try check(bitext)
        } catch {
            throw Violation(description: "\(error): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }

    private init(_ bitext: Bitext) {
        self.bitext = bitext
        isNested = bitext.defects.contains { $0.kind == .nestedPair }
    }

    private func runsCover(_ side: Side) throws {
        let text = bitext[side]
        try require(text.bytes.isEmpty == text.runs.isEmpty, "runs of the \(side) without text, or text without runs")
        try require(text.runs.first?.start ?? SideOffset(0) == SideOffset(0), "the \(side) does not begin with a run")
        try require(text.bodyStart <= text.range.upperBound, "the body of the \(side) begins after its end")
        for index in text.runs.indices {
            let run = text.runs[index]
            try require(run.start < text.runEnd(index), "run \(index) of the \(side) is empty")
            try require(run.segment.map(bitext.segments.indices.contains) ?? true, "run \(index) is of no segment")
            let whole = bitext.location(of: run.start..<text.runEnd(index), on: side)
            try requireInside(whole, "run \(index) of the \(side)")
            guard text.isVerbatim else { continue }
            try require(
                bitext.files[text.file][whole.range] == text[run.start..<text.runEnd(index)],
                "run \(index) of the \(side) is not what its file says")
        }
    }

    private func anchorsCoverBothSides() throws {
        let (source, target) = (bitext[.source], bitext[.target])
        var onSource = SideOffset(0)
        var onTarget = SideOffset(0)
        for (index, anchor) in bitext.anchors.enumerated() {
            try require(
                anchor.source.lowerBound == onSource, "anchor \(index) does not begin where the one before ends")
            onSource = anchor.source.upperBound
            try require(anchor.target.upperBound <= target.range.upperBound, "anchor \(index) is outside of the target")
            if isNested {
                onTarget = max(onTarget, anchor.target.upperBound)
            } else {
                try require(
                    anchor.target.lowerBound == onTarget, "anchor \(index) leaves a gap on the target, or goes back")
                onTarget = anchor.target.upperBound
            }
            guard anchor.isShared else { continue }
            try require(anchor.segment == nil, "anchor \(index) is of a segment, whose texts differ")
            try require(source[anchor.source] == target[anchor.target], "anchor \(index) is of text that differs")
        }
        try require(onSource == source.range.upperBound, "the anchors do not cover the source")
        try require(onTarget == target.range.upperBound, "the anchors do not cover the target")
    }

    private func segmentsAreInTheirFiles() throws {
        for (index, segment) in bitext.segments.enumerated() {
            try requireInside(segment.location, "segment \(index)")
            if let id = segment.idLocation {
                try requireInside(id, "the id of segment \(index)")
                try require(
                    bitext.files[id.file].text(id.range) == segment.id, "the id of segment \(index) is elsewhere")
            }
            try require(segment.source != nil || segment.target != nil, "segment \(index) has no variant")
            for side in Side.allCases {
                guard let variant = segment[side] else { continue }
                let text = bitext[side]
                try require(
                    variant.range.upperBound <= text.range.upperBound, "segment \(index) is outside of the \(side)")
                try requireInside(variant.origin, "the \(side) of segment \(index)")
                let (whole, origin) = (segment.location.range, variant.origin.range)
                try require(
                    bitext.files.count == 2 && variant.origin.file != segment.location.file
                        || variant.origin.file == segment.location.file && whole.lowerBound <= origin.lowerBound
                            && origin.upperBound <= whole.upperBound,
                    "the \(side) of segment \(index) is outside of it")
                guard !variant.range.isEmpty else { continue }
                try require(
                    text.segment(at: variant.range.lowerBound) == index
                        && text.segment(at: variant.range.upperBound - 1) == index,
                    "the \(side) of segment \(index) is another segment's")
                guard text.isVerbatim else { continue }
                try require(
                    bitext.text(of: variant, side) == bitext.files[variant.origin.file][origin],
                    "the \(side) of segment \(index) is not what its file says")
            }
        }
    }

    private func segmentsFindTheirTargets() throws {
        for (index, segment) in bitext.segments.enumerated() {
            let offset = bitext.sourceOffset(ofSegment: index)
            try require(offset <= bitext.source.range.upperBound, "segment \(index) is nowhere on the source")
            guard let source = segment.source, let target = segment.target, !source.range.isEmpty else { continue }
            // Where another pair is inside an empty half, it is before the pair or after it.
            if isNested, target.range.isEmpty { continue }
            let found = bitext.targetRange(of: source.range)
            try require(
                found.lowerBound <= target.range.lowerBound && target.range.upperBound <= found.upperBound,
                "the target of segment \(index) is not found")
            // Another pair may be nested in the target, and parts it.
            if !isNested { try require(found == target.range, "segment \(index) finds more than its target") }
        }
    }

    private func requireInside(_ location: Location, _ what: @autoclosure () -> String) throws {
        let isInside =
            bitext.files.indices.contains(location.file) && location.range.lowerBound.value >= 0
            && location.range.upperBound.value <= bitext.files[location.file].bytes.count
        try require(isInside, "\(what()) is outside of its file")
        let position = bitext.position(of: location)
        try require(position.line >= 1 && position.column >= 1, "\(what()) has no position")
    }

    private func require(_ condition: Bool, _ what: @autoclosure () -> String) throws {
        guard condition else { throw Violation(description: what()) }
    }
}

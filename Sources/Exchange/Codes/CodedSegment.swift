import Bitext
import BitextReaders

/// Both variants of a segment with their codes. A code of the target has the id of its counterpart in the source.
struct CodedSegment {
    let source: CodedVariant
    private(set) var target: CodedVariant?
    /// How many ids the codes of both have. Those of the source are the first.
    private(set) var codeCount: Int

    init(source: CodedVariant, _ sourceBytes: Bytes, target: CodedVariant?, _ targetBytes: Bytes) {
        self.source = source
        self.target = target
        codeCount = source.codeCount
        guard let target, target.codeCount > 0 else { return }
        let ids = Self.counterparts(of: Self.codes(of: target), Self.codes(of: source), targetBytes, sourceBytes)
        var numbers = Array(repeating: 0, count: target.codeCount + 1)
        for id in 1...target.codeCount {
            if let counterpart = ids[id - 1] {
                numbers[id] = counterpart
            } else {
                codeCount += 1
                numbers[id] = codeCount
            }
        }
        self.target?.renumber { numbers[$0] }
    }

    /// A code, or a pair of codes.
    private struct Code {
        let kind: InlineMarks.Kind
        let isPair: Bool
        let opening: Range<Int>
        var closing = 0..<0
    }

    /// The codes of a variant, by their ids.
    private static func codes(of variant: CodedVariant) -> [Code] {
        var codes: [Code] = []
        codes.reserveCapacity(variant.codeCount)
        for piece in variant.pieces {
            switch piece.role {
            case .close: codes[piece.id - 1].closing = piece.range
            case let role?: codes.append(Code(kind: piece.kind, isPair: role == .open, opening: piece.range))
            case nil: break
            }
        }
        return codes
    }

    /// Beyond as many comparisons, codes are paired by their order only.
    private static let maxComparisons = 4096

    /// The id of each target code's counterpart: a code with the same markup, else one of the same kind. In order.
    private static func counterparts(
        of targets: [Code], _ sources: [Code], _ targetBytes: Bytes, _ sourceBytes: Bytes
    ) -> [Int?] {
        var found = [Int?](repeating: nil, count: targets.count)
        var isTaken = Array(repeating: false, count: sources.count)
        func equal(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
            left.count == right.count && targetBytes[left].elementsEqual(sourceBytes[right])
        }
        func assign(_ fits: (Code, Code) -> Bool) {
            for (index, target) in targets.enumerated() where found[index] == nil {
                for (candidate, source) in sources.enumerated() where !isTaken[candidate] && fits(target, source) {
                    found[index] = candidate + 1
                    isTaken[candidate] = true
                    break
                }
            }
        }
        guard targets.count * sources.count <= maxComparisons else {
            for index in 0..<min(targets.count, sources.count)
            where targets[index].kind == sources[index].kind && targets[index].isPair == sources[index].isPair {
                found[index] = index + 1
            }
            return found
        }
        assign { target, source in
            target.isPair == source.isPair && equal(target.opening, source.opening)
                && equal(target.closing, source.closing)
        }
        assign { target, source in target.isPair == source.isPair && target.kind == source.kind }
        return found
    }
}

extension CodedVariant {
    /// The text with its codes, as a tool gets it.
    func text(_ bytes: Bytes) -> CodedText {
        var text = CodedText()
        for piece in pieces {
            let part = String(decoding: bytes[piece.range], as: UTF8.self)
            if let role = piece.role {
                text.append(CodedText.Code(role, id: String(piece.id), data: part))
            } else {
                text.append(part)
            }
        }
        return text
    }
}

/// Cuts prose into words, numbers and the rest.
enum Tokenizer {
    static func read(_ bytes: [UInt8], _ range: Range<Int>, _ isCode: Bool, into tokens: inout [Half.Token]) {
        var index = range.lowerBound
        var start: Int?
        var isUnspaced = false
        func finish(_ end: Int) {
            guard let first = start else { return }
            start = nil
            add(bytes, first..<end, isUnspaced, isCode, into: &tokens)
        }
        while index < range.upperBound {
            let (scalar, length) = decode(bytes, index, range.upperBound)
            if isBlank(scalar) || isApostrophe(scalar) {
                finish(index)
            } else {
                let isNextUnspaced = isUnspacedScript(scalar)
                if start != nil, isNextUnspaced != isUnspaced { finish(index) }
                isUnspaced = isNextUnspaced
                if start == nil { start = index }
            }
            index += length
        }
        finish(min(index, range.upperBound))
    }

    private static func add(
        _ bytes: [UInt8], _ range: Range<Int>, _ isUnspaced: Bool, _ isCode: Bool, into tokens: inout [Half.Token]
    ) {
        var scalars: [(scalar: UInt32, offset: Int)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = decode(bytes, index, range.upperBound)
            scalars.append((scalar, index))
            index += length
        }
        while let first = scalars.first, isPunctuation(first.scalar) { scalars.removeFirst() }
        var end = range.upperBound
        while let last = scalars.last, isPunctuation(last.scalar) {
            end = last.offset
            scalars.removeLast()
        }
        guard let first = scalars.first else { return }
        let kind: Half.Token.Kind
        if isUnspaced {
            kind = .unspaced
        } else if scalars.allSatisfy({ (0x30...0x39).contains($0.scalar) }) {
            kind = .number
        } else if scalars.allSatisfy({ isLetter($0.scalar) }) {
            kind = .word
        } else {
            kind = .other
        }
        tokens.append(.init(kind: kind, range: first.offset..<end, isCode: isCode))
    }

    private static func decode(_ bytes: [UInt8], _ index: Int, _ end: Int) -> (UInt32, Int) {
        let lead = bytes[index]
        let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard length > 1, index + length <= end else { return (UInt32(lead), 1) }
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return (scalar, length)
    }

    private static func isBlank(_ scalar: UInt32) -> Bool {
        scalar <= 0x20 || [0xA0, 0x202F, 0x3000, 0x2009, 0x200B].contains(scalar)
    }

    private static func isApostrophe(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2019 }

    private static func isUnspacedScript(_ scalar: UInt32) -> Bool {
        (0x2E80...0xA4CF).contains(scalar) || (0xF900...0xFAFF).contains(scalar) || (0xFE30...0xFFEF).contains(scalar)
    }

    private static func isPunctuation(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x21, 0x22, 0x28...0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D, 0x7C: true
        case 0xA1, 0xAB, 0xBB, 0xBF, 0x2010...0x205E, 0x3001...0x303F, 0xFF01...0xFF0F, 0xFF1A...0xFF1F: true
        default: false
        }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0xC0...0x1FFF: scalar != 0xD7 && scalar != 0xF7
        default: false
        }
    }
}

import BitextReaders

/// Gives the codes of a pair numbers: those of the source from 1 on in their order, and those of the target the numbers of their
/// counterparts. So pairs of several tools can be in one memory.
struct CodeNumbers {
    /// The number of each id of the file.
    private var numbers: [String: Int] = [:]

    /// The text with numbers as ids. A code of a pair whose other code is missing is a code by itself.
    mutating func numbered(_ text: CodedText) -> CodedText {
        let paired = Self.paired(text)
        var result = CodedText()
        var unnamed = 0
        for (index, part) in text.parts.enumerated() {
            switch part {
            case .text(let text): result.append(CodedText.safe(text))
            case .code(let code):
                var id = code.id
                if id.isEmpty {
                    // Tools that name no codes keep their order.
                    unnamed += 1
                    id = "\0\(unnamed)"
                }
                let number = numbers[id] ?? numbers.count + 1
                numbers[id] = number
                result.append(
                    CodedText.Code(
                        paired.contains(index) ? code.role : .single, id: String(number),
                        data: code.data.map { CodedText.safe($0) }))
            }
        }
        return result
    }

    /// The indices of the codes that are part of a pair.
    private static func paired(_ text: CodedText) -> Set<Int> {
        var open: [String: [Int]] = [:]
        var paired: Set<Int> = []
        for (index, part) in text.parts.enumerated() {
            guard case .code(let code) = part, !code.id.isEmpty else { continue }
            switch code.role {
            case .open: open[code.id, default: []].append(index)
            case .close:
                if let start = open[code.id]?.popLast() { paired.formUnion([start, index]) }
            case .single: break
            }
        }
        return paired
    }
}

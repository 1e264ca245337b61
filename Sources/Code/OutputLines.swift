import Bitext

/// Recognises the lines of PowerShell code in documentation that are no code but what a command printed.
///
/// It is asked for each line in order, and remembers what the lines before were: a table has a ruler below its header, and a
/// long value continues on the next line.
struct OutputLines {
    private let code: Bytes
    /// Whether all lines are output up to the next empty one: the rows of a table, the text of an error.
    private var lastsToEmptyLine = false
    /// The column of the colon of the property above.
    private var colon: Int?

    init(_ code: Bytes) { self.code = code }

    /// Whether all lines of PowerShell code are output, and there is one.
    static func isOnlyOutput(_ code: Bytes) -> Bool {
        var lines = OutputLines(code)
        var hasOutput = false
        var start = 0
        while start < code.count {
            let end = code.firstOffset(of: UInt8(ascii: "\n"), from: start) ?? code.count
            let text = code.trimmed(start..<end)
            if !text.isEmpty, Prompt(in: code, at: text.lowerBound) != nil { return false }
            let isOutput = lines.isOutput(start..<end)
            guard isOutput || text.isEmpty else { return false }
            hasOutput = hasOutput || isOutput
            start = end + 1
        }
        return hasOutput
    }

    /// Whether a line is output. O(length of the line and of the next one).
    mutating func isOutput(_ line: Range<Int>) -> Bool {
        let text = code.trimmed(line)
        guard let first = text.first else {
            lastsToEmptyLine = false
            colon = nil
            return false
        }
        if lastsToEmptyLine { return true }
        if let colon, first - line.lowerBound > colon { return true }
        colon = nil
        if Self.isRuler(text, code) || isHeader(line, text) {
            lastsToEmptyLine = true
            return true
        }
        if let found = Self.propertyColon(text, code) {
            colon = found - line.lowerBound
            // The next lines are more of it.
            lastsToEmptyLine = Self.isError(text, code)
            return true
        }
        return Self.isMessage(text, code) || Self.isField(text, code) || Prose.isSentence(text, in: code)
    }

    /// Whether a line is the header of a table: a ruler is below.
    private func isHeader(_ line: Range<Int>, _ text: Range<Int>) -> Bool {
        guard line.upperBound < code.count else { return false }
        let start = line.upperBound + 1
        let limit = min(code.count, start + 400)
        let end = code.firstOffset(of: UInt8(ascii: "\n"), from: start, to: limit) ?? limit
        return Self.isRuler(code.trimmed(start..<end), code)
    }

    /// Whether a line is like `----   ----`, the line below the header of a table.
    static func isRuler(_ line: Range<Int>, _ code: Bytes) -> Bool {
        guard let first = line.first.map({ code[$0] }), first == UInt8(ascii: "-") || first == UInt8(ascii: "="),
            line.count >= 3
        else { return false }
        return line.allSatisfy { code[$0] == first || code[$0] == 0x20 }
    }

    /// The offset of the colon in `Name : value`. PowerShell has no statement of this form.
    static func propertyColon(_ line: Range<Int>, _ code: Bytes) -> Int? {
        var end = line.lowerBound
        // The lines of an error: `+ CategoryInfo : …`
        if code.has("+ ", at: end) { end += 2 }
        let start = end
        guard start < line.upperBound, code[start].isASCIIAlphanumeric || code[start] == UInt8(ascii: "@") else {
            return nil
        }
        let limit = min(line.upperBound, start + 80)
        while end < limit, code[end].isASCIIAlphanumeric || code[end].isOne(of: "_.- @/()") {
            // A parameter: this is a command.
            if code[end] == 0x20, end + 1 < limit, code[end + 1] == UInt8(ascii: "-") { return nil }
            end += 1
        }
        guard end < limit, code[end] == UInt8(ascii: ":"), end > start, code[end - 1] == 0x20,
            end + 1 == line.upperBound || code[end + 1].isASCIIBlank
        else { return nil }
        return end
    }

    /// Whether a line is like `User name: admin`, `To: <sip:…>`: at most three words, a colon and a blank. No statement of
    /// PowerShell begins so.
    private static func isField(_ line: Range<Int>, _ code: Bytes) -> Bool {
        let limit = min(line.upperBound, line.lowerBound + 40)
        guard let colon = code.firstOffset(of: UInt8(ascii: ":"), from: line.lowerBound, to: limit),
            colon + 1 < line.upperBound, code[colon + 1] == 0x20, code[line.lowerBound].isASCIILetter
        else { return false }
        let label = code[line.lowerBound..<colon]
        return label.allSatisfy { $0.isASCIIAlphanumeric || $0.isOne(of: "_ ") } && label.count { $0 == 0x20 } <= 2
    }

    /// Whether a line is the first one of an error: `Get-Thing : Cannot find …`.
    static func isError(_ line: Range<Int>, _ code: Bytes) -> Bool {
        guard let colon = propertyColon(line, code) else { return false }
        return CommandNames.isCmdlet(code.string(code.trimmed(line.lowerBound..<colon)))
    }

    /// Whether a line is a message of a stream, `WARNING: …`.
    private static func isMessage(_ line: Range<Int>, _ code: Bytes) -> Bool {
        code.has("WARNING: ", at: line.lowerBound) || code.has("VERBOSE: ", at: line.lowerBound)
            || code.has("DEBUG: ", at: line.lowerBound) || code.has("ERROR: ", at: line.lowerBound)
            || code.has("At line:", at: line.lowerBound)
    }
}

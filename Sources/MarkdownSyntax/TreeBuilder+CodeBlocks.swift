internal import CMD4C

extension TreeBuilder {
    mutating func enterCodeBlock(
        _ index: Int, _ detail: UnsafeMutableRawPointer?, base: UnsafePointer<UInt8>
    ) {
        nodes[index].detail = Int32(codeBlocks.count)
        unplaced.append(index)
        var isFenced = false
        var info = ""
        if let detail = detail?.assumingMemoryBound(to: MD_BLOCK_CODE_DETAIL.self).pointee {
            isFenced = detail.fence_char != 0
            nodes[index].value = Int32(detail.fence_char)
            info = string(detail.info, base: base)
            if isFenced, detail.info.size > 0, let at = offset(of: detail.info.text, base: base) {
                placeUnplaced(firstLineContains: at)
                cursor = max(cursor, at)
            }
        }
        codeBlocks.append(CodeBlock(isFenced: isFenced, info: info, bytes: [], pieces: []))
    }

    mutating func appendCode(_ text: UnsafePointer<CChar>?, _ size: Int, at start: Int?, to end: Int?) {
        if let start, let end, size > 0 {
            if !unplaced.isEmpty { placeUnplaced(firstText: start) }
            restoreTabs(before: start)
            codePieces.append(.init(start: code.count, sideStart: start, sideEnd: end))
            // From the side's bytes, as ``ParserInput`` may have changed md4c's input.
            code.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<end]))
            cursor = max(cursor, end)
        } else if let text {
            let literal = UnsafeRawBufferPointer(start: text, count: size)
            if !unplaced.isEmpty, literal.first == UInt8(ascii: "\n") { leadingCodeLines += 1 }
            for byte in literal { code.append(byte) }
        }
    }

    mutating func finishCode(of index: Int) {
        let block = Int(nodes[index].detail)
        // Copies of the exact length, so that the memory can be reused for the next block.
        codeBlocks[block].bytes = code.withUnsafeBufferPointer { Array($0) }
        codeBlocks[block].pieces = codePieces.withUnsafeBufferPointer { Array($0) }
        code.removeAll(keepingCapacity: true)
        codePieces.removeAll(keepingCapacity: true)
    }

    /// Replaces md4c's spaces by the tabs that the page has.
    private mutating func restoreTabs(before start: Int) {
        guard start > 0, buffer[start - 1] == 0x09 || (start > 1 && buffer[start - 1] == 0x20) else { return }
        let line = lineStart(of: start)
        var blanks = start
        while blanks > line, buffer[blanks - 1] == 0x09 || buffer[blanks - 1] == 0x20 { blanks -= 1 }
        guard buffer[blanks..<start].contains(0x09) else { return }
        var spaces = 0
        while spaces < code.count, code[code.count - 1 - spaces] == 0x20 { spaces += 1 }
        // The column at which each blank ends. A tab ends at the next multiple of four (CommonMark 2.2).
        var column = blanks - line
        var ends: [Int] = []
        for offset in blanks..<start {
            column = buffer[offset] == 0x09 ? column / 4 * 4 + 4 : column + 1
            ends.append(column)
        }
        // The blanks that are as wide as md4c's spaces are part of the code. The blanks before them are the block's.
        guard let split = ([blanks - line] + ends).firstIndex(of: column - spaces) else { return }
        code.removeLast(spaces)
        code += buffer[blanks + split..<start]
    }
}

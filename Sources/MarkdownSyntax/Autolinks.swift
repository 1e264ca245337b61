import Bitext

/// Addresses in text that are links without markup (GFM 6.9, extended autolinks): `https://contoso.com`,
/// `www.contoso.com`, `user@contoso.com`.
///
/// md4c's own search is off: it takes time quadratic in the number of addresses, skips the byte after `http://`, and
/// continues the address in `[text](https://contoso.com)**` after the parenthesis.
extension TreeBuilder {
    /// The next offset of each sign of an address: `://`, `@`, `www.`. Moves forward only.
    struct AddressSearch {
        var scheme = -1
        var mail = -1
        var web = -1

        /// The first sign at or after `offset`, or the end of the side.
        mutating func next(from offset: Int, in bytes: Bytes) -> Int {
            if scheme < offset { scheme = bytes.firstOffset(of: "://", from: offset) ?? bytes.count }
            if mail < offset { mail = bytes.firstOffset(of: UInt8(ascii: "@"), from: offset) ?? bytes.count }
            if web < offset { web = bytes.firstOffset(of: "www.", anchor: 3, from: offset) ?? bytes.count }
            return min(scheme, mail, web)
        }
    }

    /// Appends text, and a link for each address in it.
    mutating func appendText(_ range: Range<Int>) {
        var start = range.lowerBound
        var searchFrom = start
        while true {
            let found = addresses.next(from: searchFrom, in: buffer)
            guard found < range.upperBound else { break }
            searchFrom = found + 1
            guard let (address, prefix) = address(around: found, in: start..<range.upperBound) else { continue }
            if start < address.lowerBound { append(.text, start..<address.lowerBound) }
            appendLink(address, prefix)
            start = address.upperBound
            searchFrom = max(searchFrom, start)
        }
        if start < range.upperBound { append(.text, start..<range.upperBound) }
    }

    private mutating func appendLink(_ address: Range<Int>, _ prefix: String) {
        let link = append(.link, address)
        nodes[link].detail = Int32(destinations.count)
        destinations.append(
            Destination(url: prefix + buffer.string(address), title: "", values: prefix.isEmpty ? address : nil))
        let outer = current
        current = link
        append(.text, address)
        current = outer
    }

    /// The address with its `://`, `@` or `www.` at `offset`, and the prefix of its destination.
    private func address(around offset: Int, in text: Range<Int>) -> (Range<Int>, prefix: String)? {
        switch buffer[offset] {
        case UInt8(ascii: "@"):
            return mailAddress(around: offset, in: text).map { ($0, "mailto:") }
        case UInt8(ascii: ":"):
            var scheme = offset
            while scheme > text.lowerBound, offset - scheme < 5, buffer[scheme - 1].isASCIILetter { scheme -= 1 }
            for known: StaticString in ["https", "http", "ftp"]
            where known.utf8CodeUnitCount == offset - scheme && buffer.hasIgnoringCase(known, at: scheme) {
                return webAddress(from: scheme, host: offset + 3, in: text).map { ($0, "") }
            }
            return nil
        default:
            return webAddress(from: offset, host: offset, in: text).map { ($0, "http://") }
        }
    }

    private func webAddress(from start: Int, host: Int, in text: Range<Int>) -> Range<Int>? {
        let beginsBlock =
            nodes[current].firstChildIndex < 0 && !nodes[current].kind.isInline && start == text.lowerBound
        guard beginsBlock || buffer[start - 1].isASCIIBlank || buffer[start - 1].isOne(of: "*_~([") else {
            return nil
        }
        guard var end = hostEnd(from: host, to: text.upperBound) else { return nil }
        var openParentheses = 0
        while end < text.upperBound, buffer[end] > 0x20, buffer[end] != UInt8(ascii: "<") {
            if buffer[end] == UInt8(ascii: "(") { openParentheses += 1 }
            if buffer[end] == UInt8(ascii: ")") { openParentheses -= 1 }
            end += 1
        }
        // Punctuation at the end, and closing parentheses without an opening one, belong to the sentence.
        while end > host {
            if buffer[end - 1] == UInt8(ascii: ")"), openParentheses < 0 {
                openParentheses += 1
            } else if !buffer[end - 1].isOne(of: "?!.,:*_~'\"") {
                break
            }
            end -= 1
        }
        return start..<end
    }

    /// Where a host ends, or nil if there is none: at least two parts between dots, of letters, digits, `-` and `_`, without
    /// `_` in the last two.
    private func hostEnd(from start: Int, to limit: Int) -> Int? {
        // A host has at most 253 characters (RFC 1035). Without a limit, each `www.` of a long word would read all of it.
        let limit = min(limit, start + 254)
        var dots = 0
        var end = start
        var lastUnderscorePart = -2
        while end < limit {
            switch buffer[end] {
            case UInt8(ascii: "."):
                guard end > start, buffer[end - 1] != UInt8(ascii: "."), end + 1 < limit,
                    buffer[end + 1].isASCIIAlphanumeric
                else {
                    return dots > 0 && lastUnderscorePart < dots - 1 ? end : nil
                }
                dots += 1
            case UInt8(ascii: "_"): lastUnderscorePart = dots
            case UInt8(ascii: "-"): break
            case let byte where byte.isASCIIAlphanumeric: break
            default: return dots > 0 && lastUnderscorePart < dots - 1 ? end : nil
            }
            end += 1
        }
        return dots > 0 && lastUnderscorePart < dots - 1 ? end : nil
    }

    private func mailAddress(around at: Int, in text: Range<Int>) -> Range<Int>? {
        var start = at
        while start > text.lowerBound, buffer[start - 1].isASCIIAlphanumeric || buffer[start - 1].isOne(of: "._+-") {
            start -= 1
        }
        guard start < at, let end = hostEnd(from: at + 1, to: text.upperBound), buffer[end - 1].isASCIIAlphanumeric
        else {
            return nil
        }
        return start..<end
    }
}

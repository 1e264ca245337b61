import Bitext

/// A name of the source that the target has with blanks inside: `System. Diagnostics` for `System.Diagnostics`.
struct BrokenName {
    /// In the target's text.
    let range: TextRange
    /// Whether all blanks are between letters and digits, which is another way to write the name: "E 911" for "E911".
    let isSpelling: Bool
    /// Whether the name is certain: all letters have the case of the source, and the blanks are at dots and double colons. At other
    /// signs, the parts may be words of a sentence: "Address: Contoso".
    let isCertain: Bool

    /// The first place in a target's text that has a name with blanks at its dots, colons and other signs.
    ///
    /// - Parameters:
    ///   - name: as a reader of the source sees it.
    ///   - text: of the target.
    init?(_ name: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) {
        guard name.count <= Self.maxLength, let first = name.first else { return nil }
        let bytes = Array(name)
        for start in text.indices where text[start].asciiLowercased == first.asciiLowercased {
            if start > text.startIndex, text[start - 1].isASCIIAlphanumeric, first.isASCIIAlphanumeric { continue }
            guard let match = Self.match(bytes, text[start...]) else { continue }
            // The name must not go on.
            if let after = text[match.end...].first, after.isASCIIAlphanumeric || after == UInt8(ascii: "_"),
                bytes.last?.isASCIIAlphanumeric ?? false
            {
                continue
            }
            range = TextRange(start..<match.end)
            isSpelling = match.isSpelling
            isCertain = match.isCertain
            return
        }
        return nil
    }

    /// In bytes. Longer ones are no names, and comparing them would take long.
    private static let maxLength = 256

    private static func match(
        _ name: [UInt8], _ text: ArraySlice<UInt8>
    ) -> (end: Int, isSpelling: Bool, isCertain: Bool)? {
        var index = text.startIndex
        var isSpelling = true
        var isCertain = name.count > 3
        for (place, byte) in name.enumerated() {
            if place > 0 {
                // Machine translation also cuts off the first letter of a part: "DeviceResources::P resent".
                let isInitial = place > 1 && !name[place - 2].isASCIIAlphanumeric
                let isSign = !byte.isASCIIAlphanumeric || !name[place - 1].isASCIIAlphanumeric || isInitial
                let isEdge = name[place - 1].isASCIILetter != byte.isASCIILetter
                if isSign || isEdge {
                    var blank = text[index...].blankLength
                    if blank > 0, isSign { isSpelling = false }
                    if blank > 0, !isAtDot(place, name) { isCertain = false }
                    if blank == 0, !isSign, index < text.endIndex, text[index] == UInt8(ascii: "-") { blank = 1 }
                    index += blank
                }
            }
            guard index < text.endIndex, text[index].asciiLowercased == byte.asciiLowercased else { return nil }
            if text[index] != byte { isCertain = false }
            index += 1
        }
        return (index, isSpelling, isCertain)
    }

    /// Whether a dot or a double colon is before or after a place in a name.
    private static func isAtDot(_ place: Int, _ name: [UInt8]) -> Bool {
        if name[max(0, place - 2)...place].contains(UInt8(ascii: ".")) { return true }
        let colons = [UInt8(ascii: ":"), UInt8(ascii: ":")]
        return name[place...].starts(with: colons) || name[..<place].suffix(2).elementsEqual(colons)
            || name[..<(place - 1)].suffix(2).elementsEqual(colons)
    }
}

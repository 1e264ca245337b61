import Bitext
import ParsedBitext

// Names that a translation writes as words, in the singular, or without what the source glued to them.

extension Identifier {
    /// Whether the target has a name of the source in another spelling, which is right.
    static func isSpelledOtherwise(_ token: Token, _ pair: SegmentPair) -> Bool {
        let text = pair.text(token.range, .source)
        return isServicePack(text, pair) || isPlural(text, pair) || isOffice(text, pair) || isSize(text, pair)
            || isAfterColon(text, pair) || isLongFormTranslated(text, pair)
            || isProduct(text, pair)
    }

    /// Whether it is a service pack, and the target has words for it before its number: SP1 is "пакет обновления 1".
    private static func isServicePack(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let digits = text.dropFirst(2)
        guard text.starts(with: "SP".utf8), (1...2).contains(digits.count), digits.allSatisfy(\.isASCIIDigit)
        else { return false }
        let words = ["pack"] + (packs[pair.language.code] ?? [])
        let tokens = pair.tokens(.target)
        return zip(tokens, tokens.dropFirst()).contains { word, number in
            guard number.kind == .number, pair.text(number.range, .target).elementsEqual(digits),
                number.lower - word.upper <= 3
            else { return false }
            let lower = Array(pair.string(word.range, .target).lowercased().utf8)
            return words.contains { lower[...].contains(Array($0.utf8)) }
        }
    }

    /// Whether it is two initials with a number for "to" or "for", and the source has the words as well: "P2P" beside "peer-to-peer".
    private static func isLongFormTranslated(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let name = text.map(\.asciiLowercased)
        guard name.count == 3, name[0].isASCIILetter, name[2].isASCIILetter,
            let word = ["2": "to", "4": "for"][String(UnicodeScalar(name[1]))]
        else { return false }
        let tokens = Array(pair.tokens(.source))
        return tokens.indices.dropFirst().dropLast().contains { index in
            func initial(_ index: Int) -> UInt8? { pair.text(tokens[index].range, .source).first?.asciiLowercased }
            return tokens[index].hash == Token.hash(of: word) && initial(index - 1) == name[0]
                && initial(index + 1) == name[2] && tokens[index + 1].lower - tokens[index - 1].upper <= 5
        }
    }

    /// The last words for a service pack in Microsoft's terminology, or the part that their forms have in common.
    private static let packs: [String: [String]] = [
        "ar": ["الخدمة"], "bg": ["пакет", "актуализац"], "cs": ["balíč", "balík"], "da": ["pakke"], "el": ["πακέτο"],
        "he": ["שירות"], "hu": ["csomag"], "ja": ["パック"], "ko": ["팩"], "nb": ["pakke"], "nl": ["pakket"],
        "no": ["pakke"], "pl": ["pakiet"], "ru": ["обновлени"], "sk": ["balík"], "sv": ["paket"], "tr": ["paket"],
        "uk": ["оновлен"], "zh": ["包", "套件"],
    ]

    /// Whether it is Office 365 by its initial, and the target has its name.
    private static func isOffice(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        guard text.elementsEqual("O365".utf8) else { return false }
        let target = pair.text(.target).map(\.asciiLowercased)
        return ["office 365", "office\u{A0}365"].contains { target[...].contains(Array($0.utf8)) }
    }

    /// Whether it is a size in pixels, and the target has both numbers: "1920x1080px" is "1920 x 1080 pixels".
    private static func isSize(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let width = text.prefix(while: \.isASCIIDigit)
        let rest = text.dropFirst(width.count)
        let height = rest.dropFirst().prefix(while: \.isASCIIDigit)
        return !width.isEmpty && !height.isEmpty && (rest.first.map { $0 | 0x20 }) == UInt8(ascii: "x")
            && rest.dropFirst(1 + height.count).elementsEqual("px".utf8)
            && hasNumber(width, pair) && hasNumber(height, pair)
    }

    /// Whether the target has digits, in groups or not.
    private static func hasNumber(_ digits: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        pair.containsDigits(Array(digits), .target)
            || pair.tokens(.target).contains {
                $0.kind == .number && pair.text($0.range, .target).filter(\.isASCIIDigit)[...] == digits
            }
    }

    /// Whether it is a name in capitals in the plural, and the target has the singular: `RELAY_IDs` is `RELAY_ID`.
    private static func isPlural(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let name = text.dropLast()
        return name.count > 3 && text.last == UInt8(ascii: "s")
            && name.suffix(2).allSatisfy { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
            && pair.shows(name, .target)
    }

    /// Whether the source lacks the blank after a word with a colon, and the target has its own word, a colon and the
    /// name: "Main key:relay_id" is “Clé principale : relay_id”.
    private static func isAfterColon(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let colon = UInt8(ascii: ":")
        let parts = text.split(separator: colon, omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count >= 2, parts[0].allSatisfy(\.isASCIILetter), parts[1].count >= 3 else {
            return false
        }
        let target = pair.text(.target)
        guard let place = target.firstPlace(of: parts[1]) else { return false }
        let before = target[..<place.lowerBound].droppingLastBlanks
        guard before.last == colon || before.suffix(3).elementsEqual("：".utf8) else { return false }
        // With the source's word, it is the same name with a blank inside.
        return !before.dropLast().trimmingBlanks.map(\.asciiLowercased).suffix(parts[0].count)
            .elementsEqual(parts[0].map(\.asciiLowercased))
    }

    /// Whether it is a mark that never became the name of a product, and the target has the product: `Office_365`.
    private static func isProduct(_ text: ArraySlice<UInt8>, _ pair: SegmentPair) -> Bool {
        let words = text.split(separator: UInt8(ascii: "_"))
        guard let first = words.first, brands.contains(String(decoding: first, as: UTF8.self)) else { return false }
        return [" ", "\u{A0}"].contains { pair.shows(Array(words.joined(separator: Array($0.utf8)))[...], .target) }
    }

    /// The first words of Microsoft's products.
    private static let brands: Set<String> = [
        "Azure", "Dynamics", "Exchange", "Lync", "Microsoft", "Office", "OneDrive", "Outlook", "SharePoint", "SkyDrive",
        "Skype", "Visio", "Windows", "Yammer",
    ]
}

import Bitext
import ParsedBitext

/// A name in bold or italics, such as a parameter or a field, that is missing in the target.
struct MarkedName: Rule {
    static let description = RuleDescription(
        "marked-name", .note, .doNotTranslate, "A name in bold or italics was translated or lost.",
        discussion: """
            Parameters, fields and classes are often bold instead of code: **OutTarget**, **Path**. They are not
            translated. The rule looks at single words with a capital inside (`OutTarget`). Another word is a note, if the
            page has a parameter of that name: it may also be a label, which is translated. The name may be anywhere in
            the target, in any case. Copy the name from the source.
            """,
        bad: .init("Set **OutTarget** to a folder.", "Définissez **distarget** sur un dossier."),
        good: .init("Set **OutTarget** to a folder.", "Définissez **OutTarget** sur un dossier."),
        precision:
            """
            17.5 of 24 on unseen pages (de-DE, ja-JP, ko-KR, zh-CN; November 2026), before the rule was improved
            """
    )

    func check(_ tokenized: TokenizedBitext, _ report: inout Report) {
        guard tokenized.allContents.contains(.emphasis) else { return }
        var parameters: Set<String>?
        for pair in tokenized.comparablePairs(with: .emphasis) {
            // Each name is looked for in the target. No real segment has so many elements.
            for element in pair.elements(.source).prefix(256)
            where element.kind == .strong || element.kind == .emphasis {
                let name = pair.text(.source)[element.textRange]
                guard name.count >= 3, name.count <= 64, name.allSatisfy(\.isASCIIAlphanumeric),
                    name.first?.isASCIILetter ?? false, !pair.shows(name, .target)
                else { continue }
                let isName = name.hasInnerCapital
                if !isName {
                    // Most labels are such words, so the page must have it as a parameter.
                    if parameters == nil { parameters = tokenized.parameterNames() }
                    guard parameters?.contains(String(decoding: name, as: UTF8.self).lowercased()) ?? false else {
                        continue
                    }
                }
                let (text, found) = (String(decoding: name, as: UTF8.self), pair.elementAtSamePlace(as: element))
                report.add(
                    "the name \(text) is lost", in: pair, .target, found?.range,
                    evidence: .init(source: text, target: found.map { pair.string($0.textRange, .target) }))
            }
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether a capital comes after a small letter, and a small letter after a capital: `OutTarget`, but not `IDs`.
    fileprivate var hasInnerCapital: Bool {
        zip(self, dropFirst()).contains {
            $0 >= UInt8(ascii: "a") && $1 >= UInt8(ascii: "A") && $1 <= UInt8(ascii: "Z")
        }
    }
}

extension TokenizedBitext {
    /// The parameters of the source's page in lower case, without their sign. O(page).
    fileprivate func parameterNames() -> Set<String> {
        bitext[.source].bytes.withUnsafeBufferPointer { bytes in
            var names: Set<String> = []
            var index = 0
            while let hyphen = bytes.firstOffset(of: UInt8(ascii: "-"), from: index) {
                index = hyphen + 1
                let isFree = hyphen == 0 || bytes[hyphen - 1].isASCIIBlank || bytes[hyphen - 1].isOne(of: "`*[(|")
                guard isFree, index < bytes.count, bytes[index] >= UInt8(ascii: "A"), bytes[index] <= UInt8(ascii: "Z")
                else { continue }
                let name = bytes[index...].prefix(64).prefix(while: \.isASCIIAlphanumeric)
                if name.count >= 3 { names.insert(String(decoding: name, as: UTF8.self).lowercased()) }
            }
            return names
        }
    }
}

import Bitext

/// The names of the places of a side that links can lead to: `{#set-up}`, `{#set-up .wide}`, `{: #set-up}`,
/// `<a id="set-up">`, `<a name="set-up">`.
///
/// The side is read once, so that to ask for a name costs the same on a page with many headings.
struct PlaceNames {
    private var names: Set<String> = []

    init(in text: Bytes) {
        for index in text.indices {
            if text[index] == UInt8(ascii: "{") { readAttributes(after: index + 1, text) }
            if text[index] == UInt8(ascii: "<") { readTag(after: index + 1, text) }
        }
    }

    func contains(_ name: String) -> Bool { names.contains(name) }

    /// Up to the next brace, so that no byte is read for two openings.
    private mutating func readAttributes(after start: Int, _ text: Bytes) {
        var end = start
        while end < text.count, !text[end].isOne(of: "{}\n") { end += 1 }
        guard end < text.count, text[end] == UInt8(ascii: "}") else { return }
        for word in text[start..<end].split(whereSeparator: { $0.isASCIIBlank || $0 == UInt8(ascii: ":") })
        where word.first == UInt8(ascii: "#") && word.count > 1 {
            names.insert(String(decoding: word.dropFirst(), as: UTF8.self))
        }
    }

    /// Up to the next angle bracket.
    private mutating func readTag(after start: Int, _ text: Bytes) {
        // "a < b" is no tag.
        guard start < text.count, text[start].isASCIILetter else { return }
        var end = start
        while end < text.count, !text[end].isOne(of: "<>") { end += 1 }
        guard end < text.count, text[end] == UInt8(ascii: ">") else { return }
        for word in text[start..<end].split(whereSeparator: { $0.isASCIIBlank || $0 == UInt8(ascii: "/") }) {
            guard let sign = word.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let key = String(decoding: word[..<sign], as: UTF8.self).lowercased()
            guard key == "id" || key == "name" else { continue }
            let value = word[(sign + 1)...].filter { !$0.isOne(of: "\"'") }
            names.insert(String(decoding: value, as: UTF8.self))
        }
    }
}

/// What goes from one process to another when pages are compared: hashes as numbers, texts as strings.
extension Consistency.Entries: Codable {
    /// A segment as JSON.
    private struct Translation: Codable {
        let segment: Int
        let source: UInt64
        let target: UInt64
        let text: String
        let isWhole: Bool
    }

    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        var bytes: [UInt8] = []
        var list: [Entry] = []
        while !container.isAtEnd {
            let translation = try container.decode(Translation.self)
            let start = bytes.count
            bytes += translation.text.utf8
            list.append(
                Entry(
                    key: Key(
                        segment: translation.segment, source: translation.source, target: translation.target),
                    text: start..<bytes.count, isWhole: translation.isWhole))
        }
        self.init(bytes: bytes, list: list)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for entry in list {
            try container.encode(
                Translation(
                    segment: entry.key.segment, source: entry.key.source, target: entry.key.target,
                    text: String(decoding: bytes[entry.text], as: UTF8.self), isWhole: entry.isWhole))
        }
    }
}

extension Consistency.Standard: Codable {
    private enum Member: CodingKey {
        case count, text, isWhole
    }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        self.init(
            count: try members.decode(Int.self, forKey: .count),
            text: Array(try members.decode(String.self, forKey: .text).utf8)[...],
            isWhole: try members.decode(Bool.self, forKey: .isWhole))
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Member.self)
        try members.encode(count, forKey: .count)
        try members.encode(String(decoding: text, as: UTF8.self), forKey: .text)
        try members.encode(isWhole, forKey: .isWhole)
    }
}

import Bitext
internal import Yams

/// Reads YAML with a YAML parser (libyaml, through Yams), except YAML that could exhaust time or memory: see ``YAMLGuard``.
struct FullYAML {
    /// Why YAML was not read.
    struct Failure: Error, Equatable {
        enum Cause { case syntax, duplicateKey, notAMapping }
        let cause: Cause
        /// A byte of the page.
        let offset: Int
        /// A clause, for a message.
        let reason: String
    }

    private let text: String
    private let places: YAMLPlaces

    /// - Parameters:
    ///   - range: the part of the page that is YAML.
    ///   - line: the page's line on which the range begins.
    ///   - prefix: YAML to read before the range. At least as many bytes of the page must be before the range.
    init(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, line: Int, prefix: String = "") {
        text = prefix + String(decoding: UnsafeBufferPointer(rebasing: page[range]), as: UTF8.self)
        places = YAMLPlaces(text: text, prefix: prefix.utf8.count, start: range.lowerBound, line: line)
    }

    /// The entries of the YAML, which must be a mapping.
    ///
    /// - Complexity: O(*n*) in the number of bytes. ``YAMLGuard`` limits the depth of the recursion.
    func entries() throws(Failure) -> [FrontMatter.Entry] {
        if let obstacle = YAMLGuard.obstacle(in: text) {
            throw Failure(cause: .syntax, offset: places.offset(ofUTF8: obstacle.offset), reason: obstacle.reason)
        }
        switch try node() {
        case nil: return []
        case .mapping(let mapping)?: return try entries(mapping)
        case let node?:
            if case .scalar(let scalar) = node, YAMLNull.isSpelled(scalar.string) { return [] }
            throw Failure(
                cause: .notAMapping, offset: places.offset(node.mark),
                reason: "the front matter is not made of `key: value` lines; nothing is read from it")
        }
    }

    private func node() throws(Failure) -> Node? {
        do {
            // The basic resolver leaves every scalar as the author wrote it, and uses no regular expressions.
            return try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw YAMLReason(error, text, places).failure
        } catch {
            throw Failure(cause: .syntax, offset: places.offset(ofUTF8: 0), reason: "it cannot be parsed")
        }
    }

    private func entries(_ mapping: Node.Mapping) throws(Failure) -> [FrontMatter.Entry] {
        var entries: [FrontMatter.Entry] = []
        entries.reserveCapacity(mapping.count)
        var keys = KeySet()
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                throw Failure(
                    cause: .syntax, offset: places.offset(key.mark), reason: "a key is itself a list or a map")
            }
            guard keys.insert(scalar.string) else {
                throw Failure(
                    cause: .duplicateKey, offset: places.offset(key.mark),
                    reason: "the key `\(FrontMatterProblem.excerpt(scalar.string))` is given twice")
            }
            entries.append(.init(key: scalar.string, value: try self.value(value), line: places.line(scalar.mark)))
        }
        return entries
    }

    private func value(_ node: Node) throws(Failure) -> FrontMatter.Value {
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && scalar.tag.rawValue.isEmpty && YAMLNull.isSpelled(scalar.string)
            return .scalar(isNull ? "" : scalar.string)
        case .sequence(let sequence):
            var items: [FrontMatter.Value] = []
            items.reserveCapacity(sequence.count)
            for item in sequence { items.append(try value(item)) }
            return .list(items)
        case .mapping(let mapping):
            return .map(try entries(mapping))
        case .alias:
            // Not reached: the parser never returns an alias, and the guard rejects text with aliases.
            return .scalar("")
        }
    }
}

internal import Yams

/// Why and where the YAML parser failed, in words for authors of pages.
struct YAMLReason {
    let failure: FullYAML.Failure

    init(_ error: YamlError, _ text: String, _ places: YAMLPlaces) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // The parser reports these errors long after their beginning. The beginning is what must be repaired.
            let isReportedLate =
                context?.text == "while scanning a quoted scalar"
                || context?.text == "while scanning a simple key"
                || problem.hasPrefix("did not find expected ',' or")
            let offset = places.offset(isReportedLate ? context?.mark ?? mark : mark)
            let byte = Self.byte(of: text, at: offset - places.origin)
            failure = .init(
                cause: .syntax, offset: offset,
                reason: Self.words(problem: problem, context: context?.text ?? "", byte: byte))
        case .reader(let problem, _, _, _):
            let (position, scalar) = Self.firstForbidden(in: text)
            let name = scalar.map { "U+\(hexadecimal($0.value)), a character that YAML does not allow" }
            failure = .init(cause: .syntax, offset: places.offset(ofUTF8: position), reason: name ?? problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.prefix(8).map { "`\(FrontMatterProblem.excerpt($0))`" }.joined(separator: ", ")
            failure = .init(
                cause: .duplicateKey, offset: places.offset(context.mark), reason: "keys given twice: \(keys)")
        default:
            failure = .init(cause: .syntax, offset: places.offset(ofUTF8: 0), reason: "it cannot be parsed")
        }
    }

    private static func words(problem: String, context: String, byte: UInt8?) -> String {
        switch problem {
        case "found character that cannot start any token":
            switch byte {
            case UInt8(ascii: "\t"): "a tab where YAML allows spaces only"
            case let byte?: "a value that begins with \(quoted(byte)) must be in quotes"
            case nil: problem
            }
        case "mapping values are not allowed in this context":
            "a colon where no key can stand; a value with a colon and a blank in it must be in quotes"
        case "could not find expected ':'":
            "text that is neither `key: value` nor part of the value above it"
        case "found unexpected end of stream", "found unexpected document indicator":
            "a quotation mark that is never closed"
        case "found unknown escape character", "found invalid Unicode character escape code",
            "did not find expected hexdecimal number":
            "a backslash that YAML does not know inside double quotes; write it twice, or use single quotes"
        case "found undefined alias":
            "a value that begins with `*` must be in quotes"
        case "did not find expected alphabetic or numeric character":
            context.hasSuffix("alias")
                ? "a value that begins with `*` must be in quotes" : "a value that begins with `&` must be in quotes"
        case "did not find expected key":
            "a line that is indented differently from the keys around it, or text after a closing quotation mark"
        case "did not find expected '-' indicator":
            "a line in a list that does not begin with `-`"
        case "block sequence entries are not allowed in this context":
            "a list item where no list can begin"
        case "did not find expected ',' or ']'":
            "`[` begins a list that is not closed by `]`; a value that begins with `[` must be in quotes"
        case "did not find expected ',' or '}'":
            "`{` begins a map that is not closed by `}`; a value that begins with `{` must be in quotes"
        case "did not find expected comment or line break":
            "text after `|` or `>`; a value that begins with one must be in quotes"
        case "found undefined tag handle":
            "a value that begins with `!` must be in quotes"
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            "a tab where YAML allows spaces only"
        case "did not find expected <document start>", "but found another document":
            "text that YAML takes for a second document"
        default:
            context.isEmpty ? problem : "\(problem) \(context)"
        }
    }

    private static func quoted(_ byte: UInt8) -> String {
        byte == UInt8(ascii: "`") ? "a backtick" : "`\(Unicode.Scalar(byte))`"
    }

    private static func byte(of text: String, at position: Int) -> UInt8? {
        text.utf8.dropFirst(position).first
    }

    /// The first character that libyaml's reader rejects, and its offset. See YAML 1.1, section 4.1.
    private static func firstForbidden(in text: String) -> (position: Int, scalar: Unicode.Scalar?) {
        var position = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...: position += UTF8.width(scalar)
            default: return (position, scalar)
            }
        }
        return (0, nil)
    }
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

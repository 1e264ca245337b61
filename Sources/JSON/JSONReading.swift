import Foundation

/// Reads JSON that Diptych wrote, with Foundation's decoder, and says in plain words what is wrong with what cannot be read.
package enum JSONReading {
    /// Why bytes are no JSON, or not the JSON that was expected.
    package struct Failure: Error, Equatable, CustomStringConvertible {
        /// The 1-based line, where it is known.
        package let line: Int?
        package let reason: String

        package var description: String { (line.map { "line \($0): " } ?? "") + reason }
    }

    /// Reads a value.
    ///
    /// - Throws: ``Failure`` where the bytes do not hold one, or what the value's own `init(from:)` throws.
    package static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
            throw Failure(syntaxOf: bytes)
        } catch let error as DecodingError {
            throw Failure(error)
        }
    }
}

extension JSONReading.Failure {
    /// What is wrong with bytes that are no JSON. The decoder does not say where on all systems; `JSONSerialization` says
    /// "… around character 12" (a byte) or "… around line 3, column 4".
    fileprivate init(syntaxOf bytes: [UInt8]) {
        var text = ""
        do {
            _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        } catch {
            text = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? ""
        }
        if text.contains("end of file") {
            self.init(line: Self.line(of: bytes.count, in: bytes), reason: "it ends too early")
        } else {
            self.init(
                line: Self.number(after: "around line ", in: text)
                    ?? Self.number(after: "around character ", in: text).map { Self.line(of: $0, in: bytes) },
                reason: text.contains("nested") ? "too deeply nested" : "not JSON")
        }
    }

    /// JSON that has another form than expected. The names of the members say where.
    fileprivate init(_ error: DecodingError) {
        let (reason, context) =
            switch error {
            case .keyNotFound(let key, let context): ("`\(key.stringValue)` is missing", context)
            case .valueNotFound(let type, let context), .typeMismatch(let type, let context):
                ("\(Self.name(of: type)) is expected", context)
            case .dataCorrupted(let context): ("no known value", context)
            @unknown default: ("not what is expected", DecodingError.Context(codingPath: [], debugDescription: ""))
            }
        let place = Self.place(context.codingPath)
        self.init(line: nil, reason: place.isEmpty ? reason : "\(reason) at \(place)")
    }

    /// `checklists[0].items[2].position`
    private static func place(_ path: [any CodingKey]) -> String {
        path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }

    private static func name(of type: any Any.Type) -> String {
        switch type {
        case is Int.Type: "a whole number"
        case is String.Type: "a string"
        case is Bool.Type: "`true` or `false`"
        case is any ExpressibleByArrayLiteral.Type: "an array"
        default: "an object"
        }
    }

    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
    }

    private static func number(after words: String, in text: String) -> Int? {
        text.firstRange(of: words).flatMap { Int(text[$0.upperBound...].prefix(while: \.isNumber)) }
    }
}

import Bitext
import Testing

@testable import JSON

/// The writer looks at many bytes at once; these tests put each kind of byte at each place of such a stretch.
@Suite struct JSONWriterTests {
    /// What RFC 8259 asks for, byte by byte.
    private func escaped(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "\n"): Array(#"\n"#.utf8)
            case UInt8(ascii: "\r"): Array(#"\r"#.utf8)
            case UInt8(ascii: "\t"): Array(#"\t"#.utf8)
            case UInt8(ascii: "\""): Array(#"\""#.utf8)
            case UInt8(ascii: "\\"): Array(#"\\"#.utf8)
            case 0..<0x20, 0x7F:
                Array("\\u00".utf8) + Array((byte < 16 ? "0" : "").utf8) + Array(String(byte, radix: 16).utf8)
            default: [byte]
            }
        }
    }

    private func written(_ bytes: [UInt8]) -> [UInt8] {
        var json = JSONWriter()
        json.string(SharedText(bytes, 0..<bytes.count))
        return json.finish()
    }

    @Test func everyByteIsEscapedAtEveryPlace() {
        for length in [1, 7, 8, 9, 15, 16, 17, 23, 24, 31, 33] {
            for place in 0..<length {
                for byte in UInt8.min...UInt8.max {
                    var text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
                    text[place] = byte
                    let expected = Array("\"".utf8) + escaped(text) + Array("\"\n".utf8)
                    guard written(text) != expected else { continue }
                    Issue.record("byte \(byte) at \(place) of \(length)")
                }
            }
        }
    }

    @Test func escapesInARowAreAllWritten() {
        for length in 0...40 {
            let text = (0..<length).map { $0 % 3 == 0 ? UInt8(ascii: "\"") : $0 % 5 == 0 ? 0xC3 : UInt8(ascii: "b") }
            #expect(written(text) == Array("\"".utf8) + escaped(text) + Array("\"\n".utf8))
        }
    }

    @Test func longTextsAreWrittenInParts() {
        let text = (0..<100_000).map { UInt8(ascii: "a") + UInt8($0 % 26) }
        #expect(written(text) == Array("\"".utf8) + text + Array("\"\n".utf8))
    }

    @Test func aStringAndASharedTextAreWrittenAlike() {
        let text = "Klicken Sie auf „Öffnen“.\n\t\"C:\\Users\""
        var json = JSONWriter()
        json.string(text)
        #expect(json.finish() == written(Array(text.utf8)))
    }

    @Test func depthIndentsByTwo() {
        var json = JSONWriter()
        json.object { json in
            json.key("a")
            json.array([1, 10, -120]) { $0.number($1) }
            json.key("b")
            json.object { json in
                json.key("c")
                json.inlineArray([true, false]) { $0.bool($1) }
            }
        }
        let text = """
            {
              "a": [
                1,
                10,
                -120
              ],
              "b": {
                "c": [true, false]
              }
            }

            """
        #expect(String(decoding: json.finish(), as: UTF8.self) == text)
    }

    @Test func onlyKeysOfAuthorsAreEscaped() {
        var json = JSONWriter()
        json.inlineObject { json in
            // A literal that needed escaping would be wrong: this one shows that a literal is written as it is.
            json.key("a\\b")
            json.number(1)
            json.key(escaping: "a\"b")
            json.number(2)
        }
        #expect(String(decoding: json.finish(), as: UTF8.self) == "{\"a\\b\": 1, \"a\\\"b\": 2}\n")
    }

    @Test(arguments: 1...20) func anyDepthIndentsByTwo(depth: Int) {
        var json = JSONWriter(reserving: 1)
        for _ in 0..<depth { json.beginArray() }
        json.number(1)
        for _ in 0..<depth { json.endArray() }
        let lines = String(decoding: json.finish(), as: UTF8.self).split(separator: "\n")
        #expect(
            lines.map { $0.prefix { $0 == " " }.count } == (Array(0...depth) + (0..<depth).reversed()).map { 2 * $0 })
    }

    @Test func aRepeatedValueIsTheSameBytes() {
        var json = JSONWriter()
        json.object { json in
            json.key("a")
            let place = json.place {
                $0.inlineObject {
                    $0.key("x")
                    $0.string("é\"")
                }
            }
            json.key("b")
            json.repeatValue(place)
        }
        #expect(
            String(decoding: json.finish(), as: UTF8.self) == """
                {
                  "a": {"x": "é\\""},
                  "b": {"x": "é\\""}
                }

                """)
    }
}

import Bitext
import BitextReaders
import TestSupport

extension UnitReader {
    /// Reads a file that is written into the test, and checks what is true of every bitext.
    func bitext(_ text: String) throws -> Bitext { try bitext(Array(text.utf8)) }

    func bitext(_ bytes: [UInt8]) throws -> Bitext {
        let bitext = try read([InputFile(path: "pairs", bytes: bytes)])
        try BitextInvariants.check(bitext)
        return bitext
    }

    /// One line per unit: `id: source | target`, as the sides have them.
    func units(_ text: String) throws -> [String] { try bitext(text).units }

    /// Why a file cannot be read: `3: the reason`.
    func damage(_ text: String) -> String? {
        do {
            _ = try read([InputFile(path: "pairs", bytes: Array(text.utf8))])
            return nil
        } catch {
            guard case .damaged(let line, let reason) = error else { return "\(error)" }
            return "\(line): \(reason)"
        }
    }
}

extension Bitext {
    /// One line per unit: `id: source | target`, as the sides have them.
    var units: [String] {
        segments.map { segment in
            let texts = [Side.source, .target].map { side in
                segment[side].map { self[side].text($0.range) } ?? "-"
            }
            return "\(segment.id): \(texts[0]) | \(texts[1])"
        }
    }

    /// What the file has at the places that the units name: `2:7 source | 2:14 target`.
    var origins: [String] {
        segments.map { segment in
            [Side.source, .target].map { side in
                guard let origin = segment[side]?.origin else { return "-" }
                let position = position(of: origin)
                return "\(position.line):\(position.column) \(files[origin.file].text(origin.range))"
            }.joined(separator: " | ")
        }
    }
}

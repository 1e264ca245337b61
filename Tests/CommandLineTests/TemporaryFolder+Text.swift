import Foundation
import TestSupport
import Testing

extension TemporaryFolder {
    /// The text of a file; empty where there is none.
    func text(_ name: String) -> String { String(decoding: contents(name) ?? Data(), as: UTF8.self) }

    /// Replaces text of a file, which must have it.
    func edit(_ name: String, _ old: String, _ new: String) throws {
        let content = text(name)
        #expect(content.contains(old))
        try write(name, content.replacing(old, with: new))
    }
}

import Foundation
import Testing

/// `Output/` is what the main job makes of `Corpus/`, to the byte.
@Suite struct OutputTests {
    private func files(below folder: URL) -> [String: Data] {
        var files: [String: Data] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
            if let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path), name.hasSuffix(".json") {
                files[name] = data
            }
        }
        return files
    }

    @Test func outputIsUpToDate() throws {
        let fresh = FileManager.default.temporaryDirectory.appendingPathComponent("diptych-output-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: fresh) }
        let result = try Tool.run("extract", "Corpus", "--output", fresh.path, "--jobs", "2", in: repository.path)
        // The pages in Corpus/faulty are damaged on purpose.
        #expect(result.status == 2)
        let (made, committed) = (files(below: fresh), files(below: repository.appendingPathComponent("Output")))
        #expect(made.count >= 12)
        let stale = Set(made.keys).union(committed.keys).filter { made[$0] != committed[$0] }.sorted()
        #expect(stale.isEmpty, "stale: run Scripts/extract-corpus, read the difference, commit it")
    }

    /// Every kind of damage that the corpus has is said once for its page, at its place.
    @Test func damageIsSaidWhereItIs() throws {
        let fresh = FileManager.default.temporaryDirectory.appendingPathComponent("diptych-faulty-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: fresh) }
        let result = try Tool.run("extract", "Corpus", "--output", fresh.path, in: repository.path)
        let messages = result.error.split(separator: "\n").map { line in
            line.split(separator: " ").first.map(String.init) ?? ""
        }
        #expect(
            messages == [
                "faulty/escaped-quotes.md:25:19:", "faulty/malformed-marker.md:27:3:", "faulty/malformed-marker.md:27:105:",
                "faulty/missing-source.md:27:22:", "faulty/missing-target.md:27:47:", "faulty/nested-pair.md:27:47:",
                "faulty/not-utf-8.md:27:48:", "faulty/typographic-code.md:28:17:", "faulty/unclosed-fence.md:27:1:",
                "faulty/unclosed-span.md:27:22:", "faulty/unequal-ids.md:27:22:", "faulty/yaml-colon.md:2:15:",
                "faulty/yaml-duplicate-key.md:15:1:", "faulty/yaml-tab.md:8:1:", "faulty/yaml-unclosed.md:1:1:",
            ])
    }
}

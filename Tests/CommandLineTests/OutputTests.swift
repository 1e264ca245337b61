import Foundation
import TestSupport
import Testing

/// `Output/` is what the main job makes of `Corpus/`, to the byte.
@Suite struct OutputTests {
    private func files(below folder: URL) -> [String: Data] {
        var files: [String: Data] = [:]
        for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
            var isFolder: ObjCBool = false
            let path = folder.appendingPathComponent(name).path
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
                files[name] = FileManager.default.contents(atPath: path)
            }
        }
        return files
    }

    @Test func outputIsUpToDate() throws {
        // Beside the pages, because the lists of tasks have links to them.
        let folder = try TemporaryFolder()
        let fresh = URL(fileURLWithPath: folder.path).appendingPathComponent("Output")
        try FileManager.default.copyItem(
            at: Repository.folder.appendingPathComponent("Corpus"),
            to: URL(fileURLWithPath: folder.path).appendingPathComponent("Corpus"))
        let result = try Tool.run("build", "Corpus", "--output", "Output", "--jobs", "2", in: folder.path)
        // The pages in Corpus/faulty are damaged on purpose.
        #expect(result.status == 1)
        let (made, committed) = (files(below: fresh), files(below: Repository.folder.appendingPathComponent("Output")))
        #expect(made.count >= 100)
        let stale = Set(made.keys).union(committed.keys).filter { made[$0] != committed[$0] }.sorted()
        #expect(stale.isEmpty, "stale: run Scripts/build-corpus, read the difference, commit it")
    }

    /// Every kind of damage that the corpus has is said once for its page, at its place.
    @Test func damageIsSaidWhereItIs() throws {
        let fresh = FileManager.default.temporaryDirectory.appendingPathComponent("diptych-faulty-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: fresh) }
        let result = try Tool.run("extract", "Corpus", "--output", fresh.path, in: Repository.folder.path)
        // `faulty/page.md:2:15: error: … [front-matter]` without what the message says.
        let lines = result.error.split(separator: "\n")
        #expect(lines.first?.contains("site/content/fr/agent/old-name.md; looked for") == true)
        let messages = lines.dropFirst().map { line -> String in
            let place = line.dropFirst("faulty/".count).prefix { $0 != " " }.dropLast()
            return "\(place) \(line.split(separator: "[").last?.dropLast() ?? "")"
        }
        #expect(
            messages == [
                "escaped-quotes.md:25:19 damaged-attribute",
                "malformed-marker.md:27:3 malformed-marker",
                "malformed-marker.md:27:105 missing-target",
                "missing-source.md:27:22 missing-source",
                "missing-target.md:27:47 missing-target",
                "nested-pair.md:27:47 nested-pair",
                "not-utf-8.md:27:48 invalid-utf8",
                "typographic-code.md:28:17 typographic-code",
                "unclosed-fence.md:27:1 unclosed-fence",
                "unclosed-span.md:27:22 unclosed-span",
                "unequal-ids.md:27:22 unequal-ids",
                "yaml-colon.md:2:15 front-matter",
                "yaml-duplicate-key.md:15:1 front-matter",
                "yaml-tab.md:8:1 front-matter",
                "yaml-unclosed.md:1:1 front-matter",
                "mail-gateway/fence-unclosed-to-the-end.md:50:1 unclosed-fence",
                "mail-gateway/fence-unclosed.md:40:4 unclosed-fence",
                "mail-gateway/front-matter-unclosed.md:1:1 front-matter",
                "mail-gateway/ids-unequal.md:30:22 unequal-ids",
                "mail-gateway/not-utf-8-latin-1.md:30:69 invalid-utf8",
                "mail-gateway/not-utf-8-windows-1252.md:29:52 invalid-utf8",
                "mail-gateway/pair-nested.md:30:63 nested-pair",
                "mail-gateway/quotes-escaped-in-anchor.md:31:13 damaged-attribute",
                "mail-gateway/quotes-escaped.md:31:61 damaged-attribute",
                "mail-gateway/smart-quotes-in-code.md:41:24 typographic-code",
                "mail-gateway/source-half-missing.md:30:22 missing-source",
                "mail-gateway/span-unclosed-in-source.md:30:133 unclosed-span",
                "mail-gateway/span-unclosed-in-target.md:30:22 unclosed-span",
                "mail-gateway/target-half-missing.md:30:47 missing-target",
                "mail-gateway/yaml-colon-in-title.md:2:19 front-matter",
                "mail-gateway/yaml-duplicate-key.md:15:1 front-matter",
                "mail-gateway/yaml-quote-unclosed.md:3:14 front-matter",
                "mail-gateway/yaml-tab.md:8:1 front-matter",
            ])
    }
}

import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

@Suite struct GitIgnoreTests {
    @Test(arguments: [
        // pattern, excluded, not excluded; a slash at the end is a folder
        ("a.md", ["a.md", "x/a.md"], ["b.md", "aa.md"]),
        ("*.md", ["a.md", "x/.md"], ["a.mdx"]),
        ("/a.md", ["a.md"], ["x/a.md"]),
        ("x/a.md", ["x/a.md"], ["y/x/a.md"]),
        ("/x/a.md", ["x/a.md"], ["y/x/a.md"]),
        ("out/", ["out/", "x/out/"], ["out", "x/out"]),
        ("x/out/", ["x/out/"], ["y/x/out/", "x/out"]),
        ("**/a.md", ["a.md", "x/a.md", "x/y/a.md"], ["xa.md"]),
        ("x/**", ["x/a.md", "x/y/a.md"], ["x/", "y/x/a.md"]),
        ("x/**/a.md", ["x/a.md", "x/y/a.md", "x/y/z/a.md"], ["xa.md", "x/ya.md"]),
        ("x/*/a.md", ["x/y/a.md"], ["x/a.md", "x/y/z/a.md"]),
        ("a**b", ["ab", "axxb", "x/axb"], ["a/b"]),
        ("**", ["a", "x/y"], []),
        ("?.md", ["a.md"], ["ab.md", "/.md"]),
        ("[a-c].md", ["b.md"], ["d.md", "-.md"]),
        ("[!a-c].md", ["d.md"], ["b.md"]),
        ("[^a].md", ["d.md"], ["a.md"]),
        ("[]-]x", ["]x", "-x"], ["ax"]),
        ("[[:digit:]_]x", ["4x", "_x"], ["ax", ":x"]),
        ("\\#a", ["#a"], ["\\#a"]),
        ("\\!a", ["!a"], ["a"]),
        ("a\\*", ["a*"], ["ab"]),
        ("a ", ["a"], ["a "]),
        ("a\\ ", ["a "], ["a"]),
        ("a\\  ", ["a "], ["a", "a  "]),
        ("a\\\\ ", ["a\\"], ["a\\ "]),
        ("a\t", ["a\t"], ["a"]),
        ("a\t ", ["a\t"], ["a", "a\t "]),
        ("a\t\r", ["a\t"], ["a"]),
        ("a*", ["a", "ab", "x/ab"], ["ba", "x/b"]),
        ("*", ["a", "x/a"], []),
        ("*a", ["a", "ba"], ["ab", ""]),
        ("/*a", ["ba"], ["x/ba"]),
        ("/a*", ["ab"], ["a/b", "x/ab"]),
        ("a*b*c", ["abc", "abbcbc", "axbxc"], ["acb", "abcb"]),
        ("*[0-9]?*", ["a1b", "11"], ["a1", "ab"]),
        ("x/*b/c*d", ["x/abb/cdd", "x/b/cd"], ["x/b/c/d", "x/b/cde"]),
        ("**/*a/b*", ["xa/b", "x/y/a/bb", "b/a/a/b"], ["a/x/b", "a", "xa/y/b"]),
        ("a/**/b/**/c*d", ["a/b/cd", "a/b/x/b/c/cxd", "a/x/b/cc/cd"], ["a/c/cd", "a/b/cd/x", "a/xb/cd"]),
        ("**/a/**/**/b", ["a/b", "x/a/y/z/b"], ["a/xb", "b/a"]),
        ("**/x/**", ["x/a", "y/x/a/b"], ["x", "y/x/"]),
        ("a\r", ["a"], []),
        ("é.md", ["é.md"], ["e.md"]),
        ("#a", [], ["#a", "a"]),
        ("a[", [], ["a[", "a"]),
        ("/", [], ["a"]),
        ("", [], ["a"]),
    ])
    func aPattern(_ pattern: String, _ excluded: [String], _ others: [String]) throws {
        for (path, expected) in excluded.map({ ($0, true) }) + others.map({ ($0, false) }) {
            let isFolder = path.hasSuffix("/")
            let bytes = Array((isFolder ? path.dropLast() : path[...]).utf8)
            let name = bytes[((bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
            let matches =
                IgnorePattern(Array(pattern.utf8)[...])?.matches(bytes[...], name: name, isFolder: isFolder) ?? false
            #expect(matches == expected, "\(pattern): \(path)")
        }
    }

    @Test func aHostilePatternTakesNoLongTime() throws {
        let pattern = try #require(IgnorePattern(Array(String(repeating: "*a", count: 300).utf8)[...]))
        let path = Array(String(repeating: "a", count: 4000).utf8)[...]
        #expect(pattern.matches(path, name: path, isFolder: false))
        #expect(!pattern.matches(path + [0x62], name: path + [0x62], isFolder: false))
        let folders = try #require(IgnorePattern(Array(("**/" + String(repeating: "*a/", count: 300) + "b").utf8)[...]))
        let deep = Array(String(repeating: "a/", count: 2000).utf8)
        #expect(!folders.matches(deep[...] + [0x61], name: [0x61], isFolder: false))
        #expect(folders.matches(deep[...] + [0x62], name: [0x62], isFolder: false))
    }

    /// A repository with files of all kinds.
    private func repository() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(".git/HEAD", "ref: refs/heads/main\n")
        for name in [
            "docs/a.md", "docs/draft-1.md", "docs/draft-keep.md", "docs/node_modules/x/readme.md", "docs/inner/b.md",
            "docs/inner/c.md", "docs/built/d.md", "docs/other/built/e.md", "docs/sub/.git/HEAD", "docs/sub/draft-2.md",
        ] {
            try folder.write(name, "# A\n")
        }
        try folder.write(".gitignore", "node_modules/\n/docs/built/\ndraft-*\n!draft-keep.md\n")
        try folder.write("docs/inner/.gitignore", "*.md\n!c.md\n")
        return folder
    }

    private func pages(_ arguments: [String], _ options: CheckPlan.Options = .init()) -> [String] {
        PageFinder(arguments, options).pages.map(\.name.string)
    }

    @Test func whatGitIgnoresIsNoPage() throws {
        let folder = try repository()
        #expect(
            pages(["\(folder.path)/docs"]) == [
                "a.md", "draft-keep.md", "inner/c.md", "other/built/e.md", "sub/draft-2.md",
            ])
        // Seen from a folder below, the same patterns count.
        #expect(pages(["\(folder.path)/docs/inner"]) == ["c.md"])
        // Without a repository there is no git.
        try FileManager.default.removeItem(atPath: "\(folder.path)/.git")
        #expect(pages(["\(folder.path)/docs"]).count == 9)
    }

    @Test func whatAUserNamesIsRead() throws {
        let folder = try repository()
        let page = "\(folder.path)/docs/draft-1.md"
        #expect(pages([page]) == [page])
        #expect(pages(["\(folder.path)/docs/node_modules"]) == ["x/readme.md"])
        #expect(pages(["\(folder.path)/docs/built/"]) == ["d.md"])
    }

    @Test func itCanBeTurnedOff() throws {
        let folder = try repository()
        var options = CheckPlan.Options()
        options.usesGitIgnore = false
        #expect(pages(["\(folder.path)/docs"], options).count == 9)
        try folder.write("docs/.diptych.yml", "gitignore: false\n")
        #expect(pages(["\(folder.path)/docs"]).count == 9)
        try folder.write("docs/.diptych.yml", "gitignore: nonsense\n")
        let errors = PageFinder(["\(folder.path)/docs"]).errors
        #expect(errors.map(\.description).allSatisfy { $0.hasSuffix("`nonsense` is neither true nor false") })
        #expect(errors.count == 1)
    }

    @Test func aFolderWithoutOtherPagesSaysSo() throws {
        let folder = try repository()
        try folder.write("docs/inner/.gitignore", "*.md\n")
        #expect(
            PageFinder(["\(folder.path)/docs/inner"]).errors.map(\.reason) == [
                "no pages below this folder but what .gitignore excludes; --no-gitignore reads these, too"
            ])
    }

    /// The patterns above are checked by hand; here git itself says what it ignores.
    @Test func gitAgrees() throws {
        let folder = try repository()
        func git(_ arguments: String...) throws -> Tool.Result {
            try Tool.run(
                ["git", "-c", "core.excludesFile=/dev/null"] + arguments, in: folder.path,
                executable: URL(fileURLWithPath: "/usr/bin/env"))
        }
        try FileManager.default.removeItem(atPath: "\(folder.path)/docs/sub/.git")
        guard try git("init", "-q").status == 0 else { return }
        let listed = try git("ls-files", "--others", "--exclude-standard", "docs/*.md")
        #expect(listed.status == 0)
        #expect(
            Set(listed.output.split(separator: "\n").map { String($0.dropFirst(5)) })
                == Set(pages(["\(folder.path)/docs"])))
    }
}

@Suite struct OutputOfABuildTests {
    private static let manifest =
        "{\n  \"schemaVersion\": 1,\n  \"generator\": {\n    \"name\": \"diptych\",\n    \"version\": \"1.0\"\n  },\n"
        + "  \"configuration\": \"0\",\n  \"documents\": [],\n  \"pages\": []\n}\n"

    @Test func itHoldsNoPages() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.md", "# A\n")
        try folder.write("web/manifest.json", "{\"name\": \"An app\", \"schemaVersion\": 1}")
        try folder.write("web/b.md", "# B\n")
        try folder.write("out/manifest.json", Self.manifest)
        try folder.write("out/checklists.fr-FR.source.md", "# C\n")
        #expect(PageFinder([folder.path]).pages.map(\.name.string) == ["a.md", "web/b.md"])
        #expect(
            PageFinder(["\(folder.path)/out"]).errors.map(\.reason) == [
                "is the output of `diptych build`, which holds no pages; name the folder of the pages"
            ])
    }

    @Test(arguments: ["out", "out/", "out/new/folder", "out/../out"])
    func nothingIsExtractedIntoIt(output: String) async throws {
        let folder = try TemporaryFolder()
        let page = try folder.write("a.md", "# A\n")
        try folder.write("out/manifest.json", Self.manifest)
        var failures: [String] = []
        await Extraction(output: FilePath("\(folder.path)/\(output)"), jobs: 1).run(PageFinder([page]).pages) {
            if let failure = $0.failure { failures.append(failure.reason) }
        }
        #expect(failures == ["is in the output of `diptych build`; name another folder"])
        #expect(folder.files == ["a.md", "out/manifest.json"])
    }
}

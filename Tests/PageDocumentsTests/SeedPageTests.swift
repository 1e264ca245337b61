import Bitext
import Checklists
import Foundation
import TestSupport
import Testing

@testable import PageDocuments

/// The page that the project began with.
@Suite(.enabled(if: SharedPages.areHere, "../shared is not here")) struct SeedPageTests {
    private func document() throws -> PageDocument {
        let folder = SharedPages.folder.appendingPathComponent("seed")
        let name = try #require(SharedPages.pages(below: folder).first)
        return try PageDocument(try SharedPages.bytes(folder.appendingPathComponent(name)), path: name)
    }

    @Test func frontMatterAndSegments() throws {
        let document = try document()
        #expect(document.frontMatter?.entries.count == 19)
        #expect(document.segments.map(\.id) == (103...116).map { "96743-\($0)" })
        #expect(document.pairedSegmentCount == 14)
        #expect(document.diagnostics.isEmpty)
        #expect(document.page.targetLocale == "fr-FR")
        #expect(document.page.translationType == "MT")
    }

    @Test func oneChecklistOfThingsThatMustBeTrue() throws {
        let document = try document()
        let checklist = try #require(document.checklists.first)
        #expect(document.checklists.count == 1)
        #expect(checklist.kind == .prerequisites)
        #expect(checklist.leadIn?.segments == ["96743-105"])
        #expect(
            checklist.items.map(\.segments) == [
                ["96743-106", "96743-107"], ["96743-108"], ["96743-113", "96743-114", "96743-115"],
            ])
        #expect(
            checklist.items[1].details.map(\.segments) == [["96743-109"], ["96743-110"], ["96743-111"], ["96743-112"]])
    }

    @Test func codeIsReadyToPaste() throws {
        let document = try document()
        #expect(document.codeBlocks.map(\.kind) == [.fenced, .fenced, .fenced, .fenced, .indented])
        #expect(document.codeBlocks.map(\.language) == Array(repeating: "powershell", count: 5))
        #expect(document.codeBlocks.map(\.inferred) == [false, false, false, false, true])
        #expect(document.codeBlocks.allSatisfy { $0.code == $0.code.trimmingCharacters(in: .whitespacesAndNewlines) })
        #expect(
            document.codeBlocks.flatMap(\.commands).map { ([$0.name] + $0.parameters).joined(separator: " ") } == [
                "Import-Module", "Get-Credential", "New-CsOnlineSession -Credential", "Import-PSSession -AllowClobber",
                "Set-CsTenantFederationConfiguration -SharedSipAddressSpace",
            ])
        let items = document.checklists[0].items
        #expect(document.codeBlocks.map(\.item) == [items[1].id, items[1].id, items[1].id, items[1].id, items[2].id])
    }
}

@Suite(.enabled(if: SharedPages.areHere, "../shared is not here")) struct RealPagesTests {
    /// The target side is what the vendor published: two of the hundred differ by a change that the vendor made later
    /// (an escaped `*`) and by damage in the published page alone.
    @Test func theTargetSideIsThePublishedPage() throws {
        let folder = SharedPages.folder.appendingPathComponent("published")
        let names = SharedPages.pages(below: folder.appendingPathComponent("bilingual"))
        #expect(names.count == 100)
        let different = try names.filter { name in
            let page = try read(try SharedPages.bytes(folder.appendingPathComponent("bilingual/\(name)")))
            return page.target?.bytes != (try SharedPages.bytes(folder.appendingPathComponent("target/\(name)")))
        }
        #expect(different == ["direct-routing-voice-routing.md", "rooms-plan.md"])
    }

    /// Every `data-ttu-id` of a repository is one segment, and only escaped quotes are damaged.
    @Test(arguments: ["he-IL", "ru-RU"])
    func everySegmentIsFound(locale: String) throws {
        try SharedPages.withCorpus(locale) { folder in
            for name in SharedPages.pages(below: folder) {
                let bytes = try SharedPages.bytes(folder.appendingPathComponent(name))
                let document = try PageDocument(bytes, path: name)
                let expected = String(decoding: bytes, as: UTF8.self).components(separatedBy: "data-ttu-id").count - 1
                #expect(document.segments.count == expected, "\(name)")
                #expect(document.pairedSegmentCount == expected, "\(name)")
            }
        }
    }

    /// Over the revisions of a page, an item whose text stands once in both keeps its id.
    @Test func itemsKeepTheirIdsOverRevisions() throws {
        let folder = SharedPages.folder.appendingPathComponent("history")
        var compared = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            var before: [String: String] = [:]
            for revision in SharedPages.pages(below: folder.appendingPathComponent(name)) {
                let page = try SharedPages.bytes(folder.appendingPathComponent("\(name)/\(revision)"))
                let now = Self.idsOfUniqueTexts(try PageDocument(page, path: name))
                for (text, id) in now where before[text] != nil {
                    compared += 1
                    #expect(before[text] == id, "\(name)/\(revision): \(text)")
                }
                before = now
            }
        }
        #expect(compared > 1000)
    }

    private static func idsOfUniqueTexts(_ document: PageDocument) -> [String: String] {
        var ids: [String: [String]] = [:]
        func add(_ item: Item) {
            if let text = item.text.source, !text.isEmpty { ids[text, default: []].append(item.id) }
            item.items.forEach(add)
        }
        document.checklists.flatMap(\.items).forEach(add)
        return ids.compactMapValues { $0.count == 1 ? $0[0] : nil }
    }
}

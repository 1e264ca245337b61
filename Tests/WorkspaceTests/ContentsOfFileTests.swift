import Bitext
import BitextReaders
import Foundation
import PageDocuments
import TestSupport
import Testing
import Workspace

/// A library user has a page as bytes of some kind, or as a file.
@Suite struct ContentsOfFileTests {
    private let text = "# " + pair("101", "Titre", "Title") + "\n"

    @Test func aPageIsReadFromItsPath() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("page.md", text)
        let document = try PageDocument(contentsOf: path)
        #expect(document.page.path == path && document.page.title.target == "Titre")
        #expect(document.json() == (try PageDocument(Array(text.utf8), path: path).json()))
        let bitext = try SpanPageReader().read([InputFile(contentsOf: path)])
        #expect(bitext.segments.count == 1)
    }

    @Test func anyCollectionOfBytesIsAPage() throws {
        let array = Array(text.utf8)
        let expected = try PageDocument(array, path: "page.md").json()
        #expect(try PageDocument(Data(array), path: "page.md").json() == expected)
        #expect(try PageDocument(([0] + array).dropFirst(), path: "page.md").json() == expected)
        #expect(try PageDocument(text.utf8, path: "page.md").json() == expected)
        #expect(try SpanPageReader().read(Data(array), path: "page.md").segments.count == 1)
        let reader = TSVReader(sourceLocale: "en-US", targetLocale: "fr-FR")
        let pairs = try reader.read("Wait.\tAttendez.\n".utf8, path: "a")
        #expect(pairs.segments.count == 1)
    }

    @Test func whatCannotBeReadSaysWhy() throws {
        let folder = try TemporaryFolder()
        #expect(throws: FileError.self) { try PageDocument(contentsOf: "\(folder.path)/none.md") }
        let binary = try folder.write("binary.md", Data([0x50, 0, 0x4B]))
        do {
            _ = try PageDocument(contentsOf: binary)
            Issue.record("read")
        } catch {
            #expect(error.path == binary && error.reason.contains("not text"))
        }
    }
}

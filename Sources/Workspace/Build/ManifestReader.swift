import Checklists
import Code
import Hashing
import JSON
import PageDocuments
import Revisions
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads the manifest that an earlier build left.
enum ManifestReader {
    private struct Document: Decodable {
        struct Generator: Decodable {
            let version: String
        }

        let schemaVersion: Int
        let generator: Generator
        let configuration: String
        let documents: [Manifest.File]
        let pages: [Manifest.Page]
    }

    private struct Head: Decodable {
        let schemaVersion: Int
    }

    /// - Returns: nil where there is none.
    /// - Throws: ``FileError`` where it cannot be read: then nobody knows which files are diptych's, and none may be removed.
    static func read(_ folder: FilePath) throws(FileError) -> Manifest? {
        let path = folder.appending(Manifest.fileName)
        guard FileSystem.kind(of: path) != nil else { return nil }
        let data = Data(try FileSystem.read(path))
        let document: Document
        do {
            let version = try JSONDecoder().decode(Head.self, from: data).schemaVersion
            guard version == Manifest.schemaVersion else {
                throw FileError(
                    path: path.string,
                    reason:
                        "version \(version); this diptych reads \(Manifest.schemaVersion). Build into another folder, "
                        + "or remove this one's manifest.json and what the other version wrote")
            }
            document = try JSONDecoder().decode(Document.self, from: data)
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(
                path: path.string,
                reason:
                    "is damaged, so it does not tell which files diptych wrote; restore it, or remove it and build anew"
            )
        }
        let files = document.documents + document.pages.flatMap(\.files)
        // What is read is what will be removed one day.
        if let file = files.first(where: { !OutputFolder.isInside($0.path) }) {
            throw FileError(path: path.string, reason: "names a file outside of its folder: \(file.path)")
        }
        return Manifest(
            version: document.generator.version, configuration: document.configuration, pages: document.pages,
            documents: document.documents)
    }
}

import JSON
import SystemPackage

extension Manifest: Decodable {
    private enum Member: CodingKey {
        case schemaVersion, generator, configuration, documents, pages
    }

    private struct Writer: Decodable {
        let version: String
    }

    /// A manifest of a version that this release does not read.
    private struct OtherVersion: Error {
        let version: Int
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        let version = try members.decode(Int.self, forKey: .schemaVersion)
        guard version == Self.schemaVersion else { throw OtherVersion(version: version) }
        self.init(
            version: try members.decode(Writer.self, forKey: .generator).version,
            configuration: try members.decode(String.self, forKey: .configuration),
            pages: try members.decode([Page].self, forKey: .pages),
            documents: try members.decode([File].self, forKey: .documents))
    }

    /// Reads the manifest that an earlier build left in its folder.
    ///
    /// - Returns: nil where there is none.
    /// - Throws: ``FileError`` if it cannot be read. Without it, it is unknown which files diptych wrote, so none may be
    ///   removed.
    static func read(_ folder: FilePath) throws(FileError) -> Manifest? {
        let path = folder.appending(fileName)
        guard FileSystem.kind(of: path) != nil else { return nil }
        let bytes = try FileSystem.read(path)
        let manifest: Manifest
        do {
            manifest = try JSONReading.decode(Manifest.self, from: bytes)
        } catch let error as OtherVersion {
            throw FileError(
                path: path.string,
                reason:
                    "version \(error.version); this diptych reads \(schemaVersion). Build into another folder, "
                    + "or remove this one's manifest.json and what the other version wrote")
        } catch {
            throw FileError(
                path: path.string,
                reason: "is damaged (\(error)), so it does not say which files diptych wrote; restore it, or build "
                    + "into another folder")
        }
        let files = manifest.documents + manifest.pages.flatMap(\.files)
        // What is read is what will be removed one day.
        if let file = files.first(where: { !OutputFolder.isInside($0.path) }) {
            throw FileError(path: path.string, reason: "names a file outside of its folder: \(file.path)")
        }
        return manifest
    }
}

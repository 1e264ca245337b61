import JSON
import PageDocuments
import ParsedBitext

/// What a build wrote, and from what: `manifest.json` in the output folder.
///
/// It is all that the next build needs to know. Nothing else is kept, so an output folder that came out of a repository is
/// as good as the one that the last build left. Times have no place in it: the same input gives the same bytes.
struct Manifest: Sendable, Equatable {
    static let schemaVersion = 1
    static let fileName = BuildOutput.manifestName
    /// The findings of all pages, as `check --format json` has them.
    static let findingsName = "findings.json"

    /// A file that was written.
    struct File: Sendable, Equatable, Codable {
        /// From the output folder, with `/` between folders.
        let path: String
        let sha256: String
        let bytes: Int
    }

    /// How many findings of a severity a rule has on a page.
    struct Count: Sendable, Equatable, Codable {
        let rule: String
        let severity: String
        let count: Int
    }

    /// A page, the result of its build, and its part of the documents of all pages.
    struct Page: Sendable, Equatable, Codable {
        /// From the input folder, with `/` between folders.
        let path: String
        let sha256: String
        /// The file of its source; nil for a page in one file.
        var source: PageRecord.SourceFile?
        /// How many segments, checklists and tasks the page has. A task is an item of a list that can be ticked off.
        let segments: Int
        let checklists: Int
        let tasks: Int
        /// The locale that the page's tasks are listed under.
        let locale: String
        /// What the other pages' translations let ``InconsistentTranslation`` say of this one; nil where it is off.
        var consistency: String?
        /// Ids that once stood for an item whose text was edited, and which no new item may have.
        let retired: [String]
        /// Ids of items whose source was edited and whose translation was not. Nil in manifests of older versions.
        let outdated: [String]?
        var findings: [Count]
        let files: [File]
    }

    /// The version of diptych that wrote the files.
    var version: String
    /// A SHA-256 of all that settles how pages are read and checked: options, configurations, glossaries, lexicons.
    var configuration: String
    /// In the order in which they were found.
    var pages: [Page]
    /// The documents of all pages. The SHA-256 of a list of tasks is that of the list with no box ticked.
    var documents: [File]

    func json() -> [UInt8] {
        var json = JSONWriter(reserving: 4096 + pages.count * 512)
        json.object { json in
            json.member("schemaVersion", Self.schemaVersion)
            json.key("generator")
            json.object { json in
                json.member("name", Generator.diptych.name)
                json.member("version", version)
            }
            json.member("configuration", configuration)
            json.key("documents")
            json.array(documents) { $1.write(to: &$0) }
            json.key("pages")
            json.array(pages) { $1.write(to: &$0) }
        }
        return json.finish()
    }
}

extension Manifest.File {
    fileprivate func write(to json: inout JSONWriter) {
        json.inlineObject { json in
            json.member("path", path)
            json.member("sha256", sha256)
            json.member("bytes", bytes)
        }
    }
}

extension Manifest.Page {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("path", path)
            json.member("sha256", sha256)
            source?.writeMember(to: &json)
            json.member("segments", segments)
            json.member("checklists", checklists)
            json.member("tasks", tasks)
            json.member("locale", locale)
            json.member("consistency", consistency)
            json.key("retired")
            json.inlineArray(retired) { $0.string($1) }
            json.key("outdated")
            json.inlineArray(outdated ?? []) { $0.string($1) }
            json.key("findings")
            json.array(findings) { json, count in
                json.inlineObject { json in
                    json.member("rule", count.rule)
                    json.member("severity", count.severity)
                    json.member("count", count.count)
                }
            }
            json.key("files")
            json.array(files) { $1.write(to: &$0) }
        }
    }
}

import Bitext
import Hashing
import SystemPackage

/// Puts together the documents of all pages.
struct Documents {
    let output: OutputFolder
    let previous: PreviousBuild
    var staged: [OutputFolder.Staged] = []
    /// For the manifest.
    var files: [Manifest.File] = []

    init(output: OutputFolder, previous: PreviousBuild) {
        self.output = output
        self.previous = previous
    }

    mutating func addIndex(_ built: [PageBuilder.Built]) throws(FileError) {
        var totals = ChecklistIndex.Totals()
        for page in built {
            totals.pages += 1
            totals.checklists += page.record.checklists
            totals.tasks += page.record.tasks
        }
        try add(ChecklistIndex.document(built.flatMap(\.index), totals: totals), as: ChecklistIndex.fileName)
    }

    mutating func addFindings(_ built: [PageBuilder.Built], _ result: Build.Result) throws(FileError) {
        var summary = FindingsDocument.Summary()
        summary.pages = built.count
        summary.segments = result.segments
        for count in result.findings {
            switch count.severity {
            case .error: summary.errors += count.count
            case .warning: summary.warnings += count.count
            case .note: summary.notes += count.count
            }
        }
        var bytes = FindingsDocument.head(summary)
        for (index, page) in built.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes += page.findings
        }
        bytes += FindingsDocument.tail(isEmpty: built.isEmpty)
        try add(bytes, as: Manifest.findingsName)
    }

    private mutating func add(_ bytes: [UInt8], as name: String) throws(FileError) {
        let file = Manifest.File(path: name, sha256: SHA256Digest(of: bytes).hex, bytes: bytes.count)
        files.append(file)
        if previous.manifest?.documents.contains(file) == true, output.has(file, since: nil) { return }
        staged.append(try output.stage(bytes, file, as: name))
    }
}

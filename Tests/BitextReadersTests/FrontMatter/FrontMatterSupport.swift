import Bitext

@testable import BitextReaders

typealias Value = FrontMatter.Value

/// The front matter of a page that is written into the test.
func readFrontMatter(_ page: String) -> (frontMatter: FrontMatter?, problems: [FrontMatterProblem]) {
    readFrontMatter(Array(page.utf8))
}

func readFrontMatter(_ page: [UInt8]) -> (frontMatter: FrontMatter?, problems: [FrontMatterProblem]) {
    page.withUnsafeBufferPointer { FrontMatter.read($0) }
}

/// What the two readers say of the same lines; nil where one does not take them.
func readBothWays(_ yaml: [UInt8]) -> (simple: [FrontMatter.Entry]?, full: [FrontMatter.Entry]?) {
    yaml.withUnsafeBufferPointer { bytes in
        let range = 0..<bytes.count
        return (
            SimpleYAML.entries(bytes, range, line: 2),
            try? FullYAML(bytes, range, line: 2).entries()
        )
    }
}

extension FrontMatter {
    /// `key=value` in one line per entry, for short expectations.
    var summary: [String] { entries.map { "\($0.key)=\($0.value.summary)" } }

    /// The value of the first entry with this key.
    func value(_ key: String) -> Value? { entries.first { $0.key == key }?.value }
}

extension FrontMatter.Value {
    var summary: String {
        switch self {
        case .scalar(let text): text
        case .list(let items): "[" + items.map(\.summary).joined(separator: "|") + "]"
        case .map(let entries): "{" + entries.map { "\($0.key)=\($0.value.summary)" }.joined(separator: "|") + "}"
        }
    }
}

/// The page's line that a byte stands on, counted from 1.
func line(of offset: Int, in page: String) -> Int {
    1 + page.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
}

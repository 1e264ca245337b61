import Bitext

/// What comes before the text of a page, and what it says of the page.
package struct PageHead {
    package let frontMatter: FrontMatter?
    /// Where the text begins: after the front matter, or after a byte order mark.
    package let bodyStart: Int

    /// - Parameter defects: takes what is wrong with the front matter.
    package init(of file: SourceFile, _ defects: inout DefectList) {
        let (frontMatter, problems) = file.bytes.withUnsafeBufferPointer { FrontMatter.read($0) }
        for problem in problems { defects.append(.frontMatter, problem.offset..<problem.offset, problem.message) }
        self.frontMatter = frontMatter
        bodyStart = frontMatter?.range.upperBound.value ?? (file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }

    /// The language that the front matter names, a BCP 47 tag.
    package var locale: String? { frontMatter?["ms.contentlocale"] ?? frontMatter?["ms.locale"] }
}

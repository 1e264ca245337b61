import Bitext
import Hashing
import MarkdownSyntax
import ParsedBitext
import Synchronization

/// The readers of a lexicon that are not at work: a page takes one and gives it back, so that there are no more of them than
/// threads, and none starts with an empty memory.
final class ReaderPool: Sendable {
    private let idle = Mutex<[ContentReader]>([])

    /// A reader that nobody else has, until it is given back.
    func take(for lexicon: Lexicon) -> ContentReader {
        if let reader = idle.withLock({ $0.popLast() }) { return reader }
        return ContentReader(lexicon)
    }

    func giveBack(_ reader: ContentReader) {
        reader.end()
        idle.withLock { $0.append(reader) }
    }
}

import Bitext
import MarkdownSyntax

extension Item {
    /// A part of an item: a paragraph, a note, code, a nested list, a table or an image.
    public struct Part: Sendable, Equatable {
        public enum Content: Sendable, Equatable {
            case text(BilingualText)
            /// An alert, or a paragraph that begins with a bold "Note" or the like. The text is without that label.
            case note(AlertKind, BilingualText)
            /// A code block, by its id. It is an alternative if the reader runs it instead of the code before it.
            case code(String, isAlternative: Bool)
            /// Some of ``Item/items``. In a choice, the reader does one of them.
            case items(Range<Int>, isChoice: Bool)
            case table(Table)
            /// The alternative text and the destination.
            case image(BilingualText, url: BilingualText)
        }

        /// The cells of a table.
        public struct Table: Sendable, Equatable {
            /// The cells of the header, or nil.
            public var header: [BilingualText]?
            public var rows: [[BilingualText]]

            package init(header: [BilingualText]?, rows: [[BilingualText]]) {
                self.header = header
                self.rows = rows
            }
        }

        public var content: Content
        /// Ids of the segments that it is made of. Empty for code and for items.
        public var segments: [String]
        /// Where it begins, both 1-based.
        public var line: Int
        public var column: Int
        /// The formats of its text; of a table those of each cell, the header first. Empty if there are none, or if the
        /// part was read from a document.
        package var formats: [BilingualFormats]

        package init(
            _ content: Content, formats: [BilingualFormats] = [], segments: [String], line: Int, column: Int
        ) {
            self.content = content
            self.formats = formats
            self.segments = segments
            self.line = line
            self.column = column
        }
    }

    /// A paragraph after an item's text, an image or a table.
    public struct Detail: Sendable, Equatable {
        public enum Kind: String, Sendable, CaseIterable {
            case paragraph, image, table
        }

        public var kind: Kind
        /// A paragraph's text, an image's alternative text, or a table's cells, one line for each row.
        public var text: BilingualText
        /// An image's destination; otherwise nil.
        public var url: BilingualText?
        /// Ids of the segments that it is made of.
        public var segments: [String]
        /// 1-based.
        public var line: Int
    }

    /// A note inside an item.
    public struct Note: Sendable, Equatable {
        public var kind: AlertKind
        public var text: BilingualText
        /// Ids of the segments that ``text`` is made of.
        public var segments: [String]
        /// 1-based.
        public var line: Int
    }

    /// The index of the part that is the item's own text: its first paragraph.
    private var textIndex: Int? {
        content.firstIndex { if case .text = $0.content { true } else { false } }
    }

    /// The parts of ``content`` without the item's own text.
    public var contentAfterText: [Part] {
        var parts = content
        if let textIndex { parts.remove(at: textIndex) }
        return parts
    }

    /// The parts of ``content`` that are paragraphs after ``text``, images or tables.
    public var details: [Detail] {
        let textIndex = textIndex
        return content.indices.compactMap { index in
            if index == textIndex { return nil }
            let part = content[index]
            switch part.content {
            case .text(let text): return detail(.paragraph, text, part)
            case .image(let text, let url): return detail(.image, text, url: url, part)
            case .table(let table): return detail(.table, table.text, part)
            case .note, .code, .items: return nil
            }
        }
    }

    private func detail(_ kind: Detail.Kind, _ text: BilingualText, url: BilingualText? = nil, _ part: Part) -> Detail {
        Detail(kind: kind, text: text, url: url, segments: part.segments, line: part.line)
    }

    /// The parts of ``content`` that are notes.
    public var notes: [Note] {
        content.compactMap { part in
            guard case .note(let kind, let text) = part.content else { return nil }
            return Note(kind: kind, text: text, segments: part.segments, line: part.line)
        }
    }

    /// Ids of the code blocks in the item, in order.
    public var codeBlocks: [String] {
        content.compactMap { part in
            guard case .code(let id, _) = part.content else { return nil }
            return id
        }
    }
}

extension Item.Part.Table {
    /// The header, if there is one, and the rows.
    package var allRows: [[BilingualText]] { (header.map { [$0] } ?? []) + rows }

    /// All cells, a line for each row.
    package var text: BilingualText {
        let rows = allRows
        func text(_ side: Side) -> String? {
            guard rows.first?.first?[side] != nil else { return nil }
            return rows.map { row in
                row.compactMap { $0[side] }.filter { !$0.isEmpty }.joined(separator: " ")
            }
            .filter { !$0.isEmpty }.joined(separator: "\n")
        }
        return BilingualText(source: text(.source), target: text(.target))
    }
}

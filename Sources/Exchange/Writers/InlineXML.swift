import BitextReaders

/// Writes a variant with the inline elements that XLIFF 1.2 and TMX share: `bpt`, `ept` and `ph`, whose content is the
/// original markup.
struct InlineXML {
    let xml: XMLWriter
    /// Which form names the attributes: XLIFF 1.2 or TMX.
    let form: ExchangeForm

    func write(_ variant: CodedVariant, _ bytes: [UInt8]) {
        for piece in variant.pieces {
            switch piece.role {
            case nil: xml.text(bytes[piece.range])
            case .open: write("bpt", piece, bytes)
            case .close: write("ept", piece, bytes)
            case .single: write("ph", piece, bytes)
            }
        }
    }

    private func write(_ name: StaticString, _ piece: CodedVariant.Piece, _ bytes: [UInt8]) {
        let id = String(piece.id)
        xml.element(name) {
            if form == .tmx {
                if piece.role != .single { xml.attribute("i", id) }
                if piece.role != .close { xml.attribute("x", id) }
                if piece.role != .close { xml.attribute("type", piece.kind.tmxType) }
            } else {
                xml.attribute("id", id)
                if piece.role != .single { xml.attribute("rid", id) }
                if piece.role != .close {
                    xml.attribute("ctype", piece.role == .open ? piece.kind.pairType : piece.kind.placeholderType)
                }
                if piece.role == .single {
                    xml.attribute("equiv-text", bytes[piece.range])
                }
            }
            xml.text(bytes[piece.range])
        }
    }
}

extension InlineMarks.Kind {
    /// The type of a pair of codes in XLIFF 1.2 (2.4, "ctype").
    fileprivate var pairType: StaticString {
        switch self {
        case .strong: "bold"
        case .emphasis: "italic"
        case .link: "link"
        case .image: "x-image"
        default: placeholderType
        }
    }

    /// The type of a code by itself in XLIFF 1.2.
    fileprivate var placeholderType: StaticString {
        switch self {
        case .image: "image"
        case .strong, .emphasis: "x-emphasis"
        case .link: "x-link"
        case .strikethrough: "x-strikethrough"
        case .codeSpan: "x-code"
        case .tag: "x-tag"
        case .directive: "x-directive"
        case .include: "x-include"
        case .noLoc: "x-no-loc"
        case .character: "x-character"
        }
    }

    /// The type of a code in TMX.
    fileprivate var tmxType: StaticString {
        switch self {
        case .strong: "bold"
        case .emphasis: "italic"
        case .link: "link"
        case .image: "image"
        default: "x-other"
        }
    }
}

import BitextReaders

/// Makes the Markdown of a target from the text of a file with its codes.
///
/// The markup comes from the page: a code of the file only says which one of the page is where, and whether it is the source's or the
/// target's. The text between the codes must not have a code span, an address or a tag that the segment has not.
struct TargetText {
    /// Why a text cannot be a target of its segment.
    struct Refusal: Error {
        let message: String
    }

    /// Those of the page.
    private let source: CodedText
    private let target: CodedText
    private let sourceCodes: [CodedText.Code]
    private let targetCodes: [CodedText.Code]
    /// The codes of the page by role and id: those of the target, or else of the source.
    private var codes: [String: CodedText.Code] = [:]
    /// Those of the source.
    private var codesOfSource: [String: CodedText.Code] = [:]

    init(source: CodedText, target: CodedText) {
        self.source = source
        self.target = target
        (sourceCodes, targetCodes) = (source.codes, target.codes)
        for code in sourceCodes { codesOfSource["\(code.role) \(code.id)"] = code }
        codes = codesOfSource
        for code in targetCodes { codes["\(code.role) \(code.id)"] = code }
    }

    /// The Markdown of a unit's target.
    func markdown(of unit: ExchangeUnit, _ new: CodedText) throws(Refusal) -> String {
        if unit.isMarkdown {
            let text = new.markup ?? ""
            try MarkdownCodes.check(text, source: source.markup ?? "", target: target.markup ?? "")
            return text
        }
        var ids = counterparts(of: unit.source)
        let closings = Dictionary(
            new.codes.lazy.filter { $0.role == .close }.map { ($0.id, $0.data) },
            uniquingKeysWith: { first, _ in first })
        var unused = onlyInTarget
        var used: [CodedText.Code] = []
        var result = ""
        for part in new.parts {
            guard case .code(let code) = part else {
                if case .text(let text) = part { result += text }
                continue
            }
            if ids[code.id] == nil, code.role != .close {
                // A code that only the target has.
                let found = unused.firstIndex { own in
                    guard own.role == code.role else { return false }
                    guard let data = code.data else { return own.id == code.id }
                    // All links begin with “[”.
                    let closing = own.role == .open ? closings[code.id] ?? nil : nil
                    return data == CodedText.safe(own.data ?? "")
                        && (closing.map { $0 == CodedText.safe(codes["close \(own.id)"]?.data ?? "") } ?? true)
                }
                guard let found else {
                    throw Refusal(message: "unknown code “\(code.data ?? code.id)”; the segment has no such code")
                }
                ids[code.id] = unused.remove(at: found).id
            }
            guard let id = ids[code.id], var own = codes["\(code.role) \(id)"] else {
                throw Refusal(message: "unknown code “\(code.data ?? code.id)”; the segment has no such code")
            }
            // A wrong code of the target became that of the source.
            if let data = code.data, data != CodedText.safe(own.data ?? ""),
                let original = codesOfSource["\(code.role) \(id)"], data == CodedText.safe(original.data ?? "")
            {
                own = original
            }
            used.append(own)
            result += own.data ?? ""
        }
        try check(used)
        try MarkdownCodes.check(result, source: source.markup ?? "", target: target.markup ?? "")
        return result
    }

    /// The first code of a unit's target that neither the page nor the file's source has: somebody edited it.
    func unknownCode(of unit: ExchangeUnit, _ new: CodedText) -> String? {
        let known = Set(
            (sourceCodes + targetCodes).compactMap { $0.data.map(CodedText.safe) }
                + unit.source.codes.compactMap(\.data))
        return unit.isMarkdown ? nil : new.codes.lazy.compactMap(\.data).first { !known.contains($0) }
    }

    /// For each code of the file's source, the id of the page's code at the same place.
    private func counterparts(of file: CodedText) -> [String: String] {
        var ids: [String: String] = [:]
        for (code, own) in zip(file.codes, sourceCodes) where code.role == own.role { ids[code.id] = own.id }
        return ids
    }

    /// The codes of the page's target that have no counterpart in the source, without the ends of pairs.
    private var onlyInTarget: [CodedText.Code] {
        let known = Set(sourceCodes.map(\.id))
        return targetCodes.filter { !known.contains($0.id) && $0.role != .close }
    }

    /// Checks that no code is missing or doubled, and that pairs are nested.
    private func check(_ used: [CodedText.Code]) throws(Refusal) {
        var seen: Set<String> = []
        var open: [String] = []
        for code in used {
            if code.role == .close {
                guard open.last == code.id else {
                    throw Refusal(message: "code “\(code.data ?? "")” closes what is not open, or crosses another code")
                }
                open.removeLast()
            } else {
                guard seen.insert(code.id).inserted else {
                    throw Refusal(message: "code “\(code.data ?? "")” is doubled")
                }
                if code.role == .open { open.append(code.id) }
            }
        }
        if let id = open.last, let code = used.last(where: { $0.id == id }) {
            throw Refusal(message: "the end of code “\(code.data ?? "")” is missing")
        }
        let inTarget = Set(targetCodes.map(\.id))
        let lost = sourceCodes.first { code in
            code.role != .close && !seen.contains(code.id) && (target.parts.isEmpty || inTarget.contains(code.id))
        }
        if let lost { throw Refusal(message: "code “\(lost.data ?? "")” is missing") }
    }
}

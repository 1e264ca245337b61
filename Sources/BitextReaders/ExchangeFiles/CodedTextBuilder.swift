/// Builds a text with codes from the events of an XML file.
struct CodedTextBuilder {
    private(set) var text = CodedText()
    /// The code whose content is read.
    private var code: (role: CodedText.Role, id: String)?
    private var data = ""
    /// How many codes the open one has in it.
    private var depth = 0
    /// Ids of codes in this text, and the ids that connect them with the other variant.
    private var counterparts: [String: String] = [:]

    /// Adds text: to the data of the open code, if there is one.
    mutating func append(_ value: String) {
        if code == nil { text.append(value) } else { data += value }
    }

    /// Adds a code that has no content.
    mutating func append(_ code: CodedText.Code) { text.append(code) }

    /// Begins a code whose content is its data. A code in it, as in a `<sub>`, is part of that data.
    ///
    /// - Parameter counterpart: the id of the code in the other variant, where that is another one.
    mutating func beginCode(_ role: CodedText.Role, id: String, counterpart: String? = nil) {
        guard code == nil else {
            depth += 1
            return
        }
        if let counterpart { counterparts[id] = counterpart }
        code = (role, role == .single ? id : counterparts[id] ?? id)
        data = ""
    }

    mutating func endCode() {
        guard let code else { return }
        guard depth == 0 else {
            depth -= 1
            return
        }
        text.append(CodedText.Code(code.role, id: code.id, data: data))
        self.code = nil
    }
}

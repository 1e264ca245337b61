/// A raw tag in running text. It can be HTML or a placeholder that looks like a tag.
package struct HTMLTag {
    /// The name of the element in lower case; empty for comments and declarations.
    let name: String
    let isClosing: Bool
    let hasAttributes: Bool

    package init(_ tag: ArraySlice<UInt8>) {
        var rest = tag.dropFirst()
        isClosing = rest.first == UInt8(ascii: "/")
        if isClosing { rest = rest.dropFirst() }
        let name = rest.prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
        self.name = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
        hasAttributes = rest.dropFirst(name.count).contains(UInt8(ascii: "="))
    }

    /// Whether it is a placeholder like `<TenantName>`: HTML has no element of this name.
    package var isPlaceholder: Bool { !name.isEmpty && !isClosing && !hasAttributes && !Self.elements.contains(name) }

    /// The elements of the HTML Living Standard and of HTML 4 that documentation uses.
    private static let elements: Set<String> = [
        "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "br", "button",
        "canvas", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "dir", "div",
        "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend",
        "li", "link", "main", "map", "mark", "meta", "nav", "noscript", "object", "ol", "optgroup", "option", "p",
        "param", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "script", "section", "select", "small",
        "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td",
        "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video",
        "wbr",
    ]
}

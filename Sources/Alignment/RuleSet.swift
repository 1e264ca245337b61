/// All rules, the most telling first: where two of them see one fault, the one further up speaks.
public enum RuleSet {
    public static let all: [any Rule.Type] = [
        EmptyTarget.self,
        Untranslated.self,
        PartlyUntranslated.self,
        BrokenLink.self,
        LinkText.self,
        Link.self,
        ImagePath.self,
        CommandName.self,
        ParameterName.self,
        PathName.self,
        Address.self,
        Identifier.self,
        FormatPlaceholder.self,
        Placeholder.self,
        CodeSpan.self,
        Version.self,
        Number.self,
        EscapedEmphasis.self,
        UnrenderedEmphasis.self,
        EmphasisInsideWord.self,
        LostEmphasis.self,
    ]

    /// The rule of a name.
    public static subscript(name: String) -> (any Rule.Type)? { all.first { $0.description.name == name } }
}

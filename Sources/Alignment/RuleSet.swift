/// All rules, the most telling first: where two of them see one fault, the one further up speaks.
public enum RuleSet {
    public static let all: [any Rule.Type] = [
        EmptyTarget.self
    ]

    /// The rule of a name.
    public static subscript(name: String) -> (any Rule.Type)? { all.first { $0.description.name == name } }
}

/// All rules. Order is precedence: of overlapping findings the earlier rule's is kept.
public enum RuleSet {
    package static let all: [any Rule.Type] = [
        // Damage first: a damaged segment cannot be checked further.
        InvalidUTF8.self, UTF16Page.self, BrokenFrontMatter.self, MalformedMarker.self, NestedPair.self,
        UnclosedSpan.self, MissingTarget.self, MissingSource.self, UnequalIDs.self, DuplicateID.self,
        DamagedAttribute.self, UnknownRule.self, UnusedSuppression.self,
        // The whole target.
        ControlCharacter.self, NeighbourShift.self, EmptyTarget.self, EmptySource.self, Garbage.self, Untranslated.self,
        DoubledSegment.self,
        MisalignedContent.self,
        // Parts of page pairs.
        StaleSegment.self, MissingBlock.self, AddedBlock.self,
        // Characters.
        Mojibake.self, InvisibleCharacter.self,
        // Markup.
        DeepNesting.self, CodeStructure.self, TableStructure.self, HeadingStructure.self, AlertStructure.self,
        ListStructure.self,
        BrokenLink.self, Directive.self, LinkText.self, Link.self, ImagePath.self, GluedLink.self, EscapedEmphasis.self,
        UnrenderedEmphasis.self,
        EmphasisInsideWord.self, LostEmphasis.self, EmptyParentheses.self, BlockStructure.self,
        // What is not translated: code, numbers, placeholders.
        Formula.self, CommandName.self, ParameterName.self, PathName.self, Address.self, Identifier.self,
        MarkedName.self,
        FormatPlaceholder.self, Placeholder.self, CodeSpan.self, Version.self, Number.self, Unit.self,
        TypographicCode.self, FormulaQuotes.self,
        UnclosedFence.self,
        // Content.
        PolarityReversal.self, Omission.self, Addition.self,
        // Front matter.
        ContentLocale.self, FrontMatterComment.self, UntranslatedTitle.self, UntranslatedDescription.self,
        // Prose.
        PartlyUntranslated.self, Terminology.self, DoubledWord.self, UnbalancedBrackets.self, EndPunctuation.self,
        GluedSentence.self, SurroundingSpace.self, DoubleSpace.self, SpaceBeforePunctuation.self,
        DecomposedCharacter.self, ElisionSpace.self, FrenchSpacing.self, GermanQuotes.self, SpanishOpeningMarks.self,
        FullWidthPunctuation.self, HalfWidthKatakana.self, EmphasisExtent.self,
        // All bitexts together.
        InconsistentTranslation.self,
    ]

    /// The descriptions of all rules, in order of precedence.
    public static var descriptions: [RuleDescription] { all.map { $0.description } }

    /// Returns the rule with a name as one that is on, or nil if there is none.
    ///
    /// - Parameter severity: nil for the rule's own.
    public static func rule(_ name: String, severity: Finding.Severity? = nil) -> ActiveRule? {
        self[name].map { ActiveRule($0, severity: severity) }
    }

    /// The names of all rules, in order of precedence.
    public static var names: [String] { all.map { $0.description.name } }

    /// The names of the rules that need a lexicon.
    package static var contentRules: [String] {
        all.filter { $0.needsLexicon }.map { $0.description.name }
    }

    /// The rules of which two findings never have one cause: those of content, and those of whole segments.
    static let namesOfSingleFaults = Set(
        all.filter { $0.needsLexicon || $0.description.coversSegment }.map { $0.description.name })

    /// The names of the rules whose findings a translation memory helps with.
    package static let namesUsingMemory = Set(all.filter { $0.description.usesMemory }.map { $0.description.name })

    /// All names, to look one up.
    static let nameSet = Set(names)

    /// Says that no rule has a name, and which one may be meant.
    package static func unknown(_ name: String) -> String {
        let near = Suggestion.nearest(to: name, among: names, limit: 1, share: 3).first
        return "no rule is called “\(name)”; " + (near.map { "did you mean `\($0)`?" } ?? "`diptych rules` lists all")
    }

    /// The rule with a name.
    package static subscript(name: String) -> (any Rule.Type)? { all.first { $0.description.name == name } }
}

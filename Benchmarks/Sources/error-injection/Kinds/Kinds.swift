/// All kinds of errors, in the groups of the rules.
enum Kinds {
    struct Group: Sendable {
        let name: String
        let kinds: [any Injection]
    }

    static let groups = [
        Group(
            name: "pairs",
            kinds: [
                TargetEmptied(), HalfRemoved(removesTarget: true), HalfRemoved(removesTarget: false), IDsUnequal(),
                IDDuplicated(), SpanUnclosed(), AttributeDamaged(),
            ]),
        Group(
            name: "structure",
            kinds: [
                ListMarkerLost(), CellBarAdded(), TableRowBroken(),
                MarkerAdded(name: "heading-marker-added", marker: "# "),
                MarkerAdded(name: "list-marker-added", marker: "- "),
                MarkerAdded(name: "step-number-added", marker: "1. "),
                MarkerAdded(name: "quote-marker-added", marker: "> "), IndentAdded(), ParagraphBroken(), FenceAdded(),
                AlertKeywordTranslated(),
            ]),
        Group(
            name: "links and images",
            kinds: [
                LinkLost(), LinkAdded(), LinkDestinationChanged(), LinkSplit(), LinkBracketLost(), LinkTextEmptied(),
                TextSwallowed(), ImagePathChanged(), ImageDropped(),
            ]),
        Group(
            name: "code",
            kinds: [
                CodeSpanLost(), CodeSpanChanged(), CodeSpanTranslated(), CodeSpanAdded(), CmdletTranslated(),
                ParameterAltered(), PathAltered(), FileNameAltered(), DottedNameSpaced(), AddressAltered(),
                SmartQuotesInCode(), NoBreakSpaceInCode(),
            ]),
        Group(
            name: "numbers",
            kinds: [NumberChanged(), NumberDropped(), VersionLocalised(), DateChanged(), UnitChanged()]),
        Group(name: "placeholders", kinds: [PlaceholderLost(), PlaceholderAltered()]),
        Group(
            name: "emphasis",
            kinds: [BoldLost(), MarkersDoNotRender(), MarkersEscaped(), BoldInsideWord(), MarkerDropped()]),
        Group(
            name: "text",
            kinds: [
                LeftUntranslated(), HalfUntranslated(), WordDoubled(), SegmentDoubled(), MadeGarbage(),
                CharacterReplaced(), CharacterInserted(name: "control-character", character: "\u{8}"), WordMisread(),
                CharacterInserted(name: "zero-width-space", character: "\u{200B}"),
                CharacterInserted(name: "bidi-override", character: "\u{202E}"), BracketLost(), QuoteLost(),
                EndPunctuationLost(), SpaceAdded(isLeading: true), SpaceAdded(isLeading: false), SpaceDoubled(),
            ]),
        Group(name: "front matter", kinds: [TitleUntranslated(), ContentLocaleWrong(), ContentLocaleMissing()]),
    ]

    /// Those that no markup shows: they have figures of their own.
    static let content = Group(
        name: "content",
        kinds: [
            WrongContent(), TargetsShifted(name: "swapped-neighbours", length: 2),
            TargetsShifted(name: "shifted-run", length: 4), TruncatedToHalf(), SentenceAdded(), PolarityTurned(),
        ])

    static let all = (groups + [content]).flatMap(\.kinds)
}

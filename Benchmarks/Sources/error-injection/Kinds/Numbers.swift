import Trials

private let numberRules = ["number", "version", "date", "unit"]

/// Numbers that stand once on either side, and nowhere as part of another.
private func loneNumbers(_ sample: Sample) -> [Half.Token] {
    let target = sample.target
    return target.tokens.indices.filter { index in
        let token = target.tokens[index]
        guard token.kind == .number, !token.isCode, !isPartOfLarger(target, index) else { return false }
        let digits = target[token.range]
        return target.places(of: digits).count == 1 && sample.source.places(of: digits).count == 1
            && sample.source.tokens.contains { $0.kind == .number && sample.source[$0.range] == digits }
    }.map { target.tokens[$0] }
}

/// Whether a number is a group of a longer one: `1 000`.
private func isPartOfLarger(_ half: Half, _ index: Int) -> Bool {
    func isNear(_ left: Int, _ right: Int) -> Bool {
        guard half.tokens.indices.contains(left), half.tokens.indices.contains(right) else { return false }
        return half.tokens[left].kind == .number && half.tokens[right].kind == .number
            && half.tokens[right].range.lowerBound - half.tokens[left].range.upperBound <= 3
    }
    return isNear(index - 1, index) || isNear(index, index + 1)
}

/// The number with another digit, such as neither side has.
private func otherNumber(_ sample: Sample, _ number: Range<Int>, _ random: inout SplitMix64) -> (Range<Int>, [UInt8])? {
    guard let place = random.pick(Array(number)) else { return nil }
    var digits = sample.target[number]
    digits[place - number.lowerBound] = otherDigit(sample.target.bytes[place], &random)
    guard !sample.source.contains(digits), !sample.target.contains(digits) else { return nil }
    return (number, digits)
}

/// One digit of a number is another.
struct NumberChanged: SegmentInjection {
    let name = "number-changed"
    let namedBy = numberRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        guard let number = random.pick(loneNumbers(sample)) else { return nil }
        return otherNumber(sample, number.range, &random).flatMap { sample.changing([$0]) }
    }
}

/// A number is gone.
struct NumberDropped: SegmentInjection {
    let name = "number-dropped"
    let namedBy = numberRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let numbers = loneNumbers(sample).filter { number in
            // Markers around nothing are another fault.
            !sample.target.spans.contains { $0.inner == number.range }
        }
        guard let number = random.pick(numbers), sample.target.tokens.count > 1 else { return nil }
        let hasBlank = number.range.lowerBound > 0 && sample.target.bytes[number.range.lowerBound - 1] == 0x20
        return sample.changing(
            (hasBlank ? number.range.lowerBound - 1 : number.range.lowerBound)..<number.range.upperBound, to: "")
    }
}

/// The dots of a version became commas.
struct VersionLocalised: SegmentInjection {
    let name = "version-localised"
    let namedBy = numberRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let versions = Set(
            sample.source.tokens.indices.filter { isVersion(sample.source, $0) }.map {
                sample.source[sample.source.tokens[$0].range]
            })
        let places = sample.target.tokens.filter {
            let version = sample.target[$0.range]
            return $0.kind == .other && !$0.isCode && versions.contains(version)
                && sample.target.places(of: version).count == 1 && sample.source.places(of: version).count == 1
        }
        guard let version = random.pick(places) else { return nil }
        let dots = version.range.filter { sample.target.bytes[$0] == UInt8(ascii: ".") }
        return sample.changing(dots.map { ($0..<$0 + 1, [UInt8(ascii: ",")]) })
    }

    /// `2.0.1`, or `2.0` behind a name or the word itself: a number of two parts alone may be a quantity.
    private func isVersion(_ source: Half, _ index: Int) -> Bool {
        let token = source.tokens[index]
        let parts = source.bytes[token.range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard token.kind == .other, parts.count >= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) })
        else {
            return false
        }
        guard parts.count == 2 else { return true }
        guard index > 0, source.tokens[index - 1].range.upperBound + 1 == token.range.lowerBound else { return false }
        let before = source.tokens[index - 1]
        return source.string(before.range).lowercased() == "version"
            || index > 1 && before.kind == .word && source.bytes[before.range.lowerBound].isCapital
                && before.range.count >= 3
    }
}

/// The day or the year of a date is another.
struct DateChanged: SegmentInjection {
    let name = "date-changed"
    let namedBy = numberRules

    private static let months: Set<String> = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let numbers = loneNumbers(sample)
        let source = sample.source
        // The month with a day and a year behind it, or a year alone.
        guard
            let month = source.tokens.indices.first(where: {
                Self.months.contains(source.string(source.tokens[$0].range))
            })
        else { return nil }
        let parts = source.tokens[max(0, month - 1)..<min(source.tokens.count, month + 3)].filter { $0.kind == .number }
            .map { source[$0.range] }
        guard parts.contains(where: { $0.count == 4 }) else { return nil }
        guard let number = random.pick(numbers.filter { parts.contains(sample.target[$0.range]) }) else { return nil }
        if number.range.count == 4 {
            let last = number.range.upperBound - 1
            var year = sample.target[number.range]
            year[3] = otherDigit(sample.target.bytes[last], &random)
            return source.contains(year) ? nil : sample.changing(number.range, to: year)
        }
        guard let day = Int(sample.target.string(number.range)) else { return nil }
        let other = String(day % 28 + 1)
        return source.contains(Array(other.utf8)) ? nil : sample.changing(number.range, to: other)
    }
}

/// A size or a rate is in another unit.
struct UnitChanged: SegmentInjection {
    let name = "unit-changed"
    let namedBy = numberRules

    /// The unit in the target, in the source, and what it is changed into.
    private static let units: [String: (source: String, other: String)] = [
        "GB": ("GB", "MB"), "MB": ("MB", "GB"), "KB": ("KB", "MB"), "TB": ("TB", "GB"), "Go": ("GB", "Mo"),
        "Mo": ("MB", "Go"), "Ko": ("KB", "Mo"), "To": ("TB", "Go"), "Kbps": ("Kbps", "Mbps"), "Mbps": ("Mbps", "Kbps"),
        "GHz": ("GHz", "MHz"), "MHz": ("MHz", "GHz"), "ГБ": ("GB", "МБ"), "МБ": ("MB", "ГБ"), "КБ": ("KB", "МБ"),
        "ms": ("ms", "s"),
    ]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let target = sample.target
        let numbers = Set(loneNumbers(sample).map(\.range.lowerBound))
        let places = target.tokens.indices.dropFirst().filter { index in
            let number = target.tokens[index - 1].range
            guard numbers.contains(number.lowerBound), let unit = Self.units[target.string(target.tokens[index].range)]
            else { return false }
            let digits = target.string(number)
            return sample.source.contains(Array("\(digits) \(unit.source)".utf8))
        }
        guard let unit = random.pick(places).map({ target.tokens[$0].range }),
            let other = Self.units[target.string(unit)]?.other
        else { return nil }
        return sample.changing(unit, to: other)
    }
}

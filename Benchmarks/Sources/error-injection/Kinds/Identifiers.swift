import Trials

/// Names in the target, in prose or inline code, that the source has too and that pass a test.
private func names(_ sample: Sample, _ test: (ArraySlice<UInt8>) -> Bool) -> [Half.Token] {
    let names = Set(
        sample.source.tokens.filter { $0.kind == .other && test(sample.source.bytes[$0.range]) }
            .map { sample.source[$0.range] })
    return names.isEmpty
        ? []
        : sample.target.tokens.filter { token in
            let name = sample.target[token.range]
            // A name that stands twice may be lost once by a better sentence.
            return token.kind == .other && names.contains(name) && sample.target.places(of: name).count == 1
        }
}

/// The verb of a cmdlet is in the target's language.
struct CmdletTranslated: SegmentInjection {
    let name = "cmdlet-translated"
    let namedBy = codeRules

    /// French, German, Spanish; other languages get French too: it is no less wrong.
    private static let verbs: [String: [String]] = [
        "Get": ["Obtenir", "Abrufen", "Obtener"], "Set": ["Définir", "Festlegen", "Establecer"],
        "New": ["Nouveau", "Neu", "Nuevo"], "Remove": ["Supprimer", "Entfernen", "Quitar"],
        "Enable": ["Activer", "Aktivieren", "Habilitar"], "Disable": ["Désactiver", "Deaktivieren", "Deshabilitar"],
        "Start": ["Démarrer", "Starten", "Iniciar"], "Stop": ["Arrêter", "Beenden", "Detener"],
        "Grant": ["Accorder", "Gewähren", "Conceder"], "Move": ["Déplacer", "Verschieben", "Mover"],
        "Update": ["Mettre-à-jour", "Aktualisieren", "Actualizar"], "Export": ["Exporter", "Exportieren", "Exportar"],
        "Import": ["Importer", "Importieren", "Importar"], "Install": ["Installer", "Installieren", "Instalar"],
    ]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let cmdlets = names(sample) { name in
            let parts = name.split(separator: UInt8(ascii: "-"))
            return parts.count == 2 && Self.verbs[String(decoding: parts[0], as: UTF8.self)] != nil
                && parts[1].first?.isCapital == true && parts[1].allSatisfy(\.isLetter)
        }
        guard let cmdlet = random.pick(cmdlets),
            let verb = sample.target.bytes[cmdlet.range].split(separator: UInt8(ascii: "-")).first,
            let translations = Self.verbs[String(decoding: verb, as: UTF8.self)]
        else { return nil }
        let language = ["fr", "de", "es"].firstIndex(of: sample.page.language) ?? 0
        return sample.changing(verb.startIndex..<verb.endIndex, to: translations[language])
    }
}

/// A parameter has an accent, or a slash for its hyphen.
struct ParameterAltered: SegmentInjection {
    let name = "parameter-altered"
    let namedBy = codeRules

    private static let accents: [UInt8: String] = [
        UInt8(ascii: "e"): "é", UInt8(ascii: "a"): "à", UInt8(ascii: "o"): "ô", UInt8(ascii: "i"): "í",
        UInt8(ascii: "u"): "ü",
    ]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let parameters = names(sample) { name in
            name.first == UInt8(ascii: "-") && name.count >= 4 && name.dropFirst().allSatisfy(\.isLetter)
                && name.dropFirst().first?.isCapital == true
        }
        guard let parameter = random.pick(parameters) else { return nil }
        if random.coin() {
            return sample.changing(parameter.range.lowerBound..<parameter.range.lowerBound + 1, to: "/")
        }
        let vowels = parameter.range.filter { Self.accents[sample.target.bytes[$0]] != nil }
        guard let vowel = vowels.last, let accent = Self.accents[sample.target.bytes[vowel]] else { return nil }
        return sample.changing(vowel..<vowel + 1, to: accent)
    }
}

/// A path has a blank behind a backslash, or another letter.
struct PathAltered: SegmentInjection {
    let name = "path-altered"
    let namedBy = codeRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let paths = names(sample) { name in backslashes(name).count >= 1 && name.count >= 8 }
        guard let path = random.pick(paths),
            let backslash = random.pick(backslashes(sample.target.bytes[path.range]))
        else { return nil }
        if random.coin() { return sample.inserting(" ", at: backslash + 1) }
        let letters = Array(
            sample.target.bytes[(backslash + 1)..<path.range.upperBound].prefix(while: \.isLetter).indices)
        guard let letter = random.pick(letters) else { return nil }
        return sample.changing(letter..<letter + 1, to: [otherLetter(sample.target.bytes[letter], &random)])
    }

    /// Those that part names, not those that escape a sign.
    private func backslashes(_ name: ArraySlice<UInt8>) -> [Int] {
        name.indices.dropFirst().dropLast().filter {
            name[$0] == UInt8(ascii: "\\") && name[$0 + 1].isLetter
                && (name[$0 - 1].isLetter || name[$0 - 1].isDigit || "%:}>)".utf8.contains(name[$0 - 1]))
        }
    }
}

/// A file name has a blank in front of its extension, or another letter.
struct FileNameAltered: SegmentInjection {
    let name = "file-name-altered"
    let namedBy = codeRules

    private static let extensions: Set<String> = [
        "exe", "dll", "xml", "txt", "log", "csv", "ps1", "config", "msi", "cab", "zip", "ini", "xlsx", "docx", "cer",
        "pfx", "vbs", "cmd", "bat", "json", "inf", "dat", "wav", "wmv", "etl", "reg", "mp4", "mdf", "ldf", "bak",
    ]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let files = names(sample) { name in
            let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            return parts.count == 2 && parts[0].count >= 3 && parts[0].allSatisfy { $0.isLetter || $0.isDigit }
                && Self.extensions.contains(String(decoding: parts[1], as: UTF8.self).lowercased())
        }
        guard let file = random.pick(files),
            let stem = sample.target.bytes[file.range].split(separator: UInt8(ascii: "."))
                .first
        else { return nil }
        if random.coin() { return sample.inserting(" ", at: stem.endIndex) }
        guard let letter = random.pick(stem.indices.filter { sample.target.bytes[$0].isLetter }) else { return nil }
        return sample.changing(letter..<letter + 1, to: [otherLetter(sample.target.bytes[letter], &random)])
    }
}

/// A dotted name has blanks behind its dots.
struct DottedNameSpaced: SegmentInjection {
    let name = "dotted-name-spaced"
    let namedBy = codeRules

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let dotted = names(sample) { name in
            let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            return parts.count >= 3
                && parts.allSatisfy {
                    $0.count >= 2 && $0.first?.isCapital == true && $0.allSatisfy { $0.isLetter || $0.isDigit }
                }
        }
        guard let name = random.pick(dotted) else { return nil }
        let dots = name.range.filter { sample.target.bytes[$0] == UInt8(ascii: ".") }
        return sample.changing(dots.map { ($0..<$0 + 1, Array(". ".utf8)) })
    }
}

/// An address in the text has another letter.
struct AddressAltered: SegmentInjection {
    let name = "address-altered"
    let namedBy = codeRules + ["link"]

    func change(_ sample: Sample, _ random: inout SplitMix64) -> Change? {
        let addresses = Set(sample.source.spans(.address).map { sample.source[$0.inner] })
        let links = sample.target.spans(.link)
        let places = sample.target.spans(.address).filter { address in
            addresses.contains(sample.target[address.inner])
                && sample.target.places(of: sample.target[address.inner]).count == 1
                && !links.contains { $0.range.overlaps(address.range) }
        }
        guard let address = random.pick(places) else { return nil }
        let letters = address.inner.dropFirst(9).filter { sample.target.bytes[$0].isLetter }
        guard letters.count >= 6, let letter = random.pick(letters) else { return nil }
        return sample.changing(letter..<letter + 1, to: [otherLetter(sample.target.bytes[letter], &random)])
    }
}

import Bitext
import ParsedBitext

/// What shows that a number of the source with one dot is a version.
struct VersionClue {
    /// How sure it is. "Version 2.0" is a version. "Unity 2.0" is one if the target keeps the name, but "Total 2.0" may be an
    /// amount.
    private enum Certainty { case certain, probable, likely, possible }

    private let certainty: Certainty
    /// Whether it is after the number: "2.0 or later".
    let isAfter: Bool

    var isCertain: Bool { certainty == .certain }
    /// Whether it is a version if the target keeps the name before it.
    var isLikely: Bool { certainty != .possible }
    /// Whether it is a version, but not so surely that it may be changed.
    var isProbable: Bool { certainty == .certain || certainty == .probable }

    /// - Parameter index: of the number in `tokens`.
    init?(_ tokens: ArraySlice<Token>, at index: Int, _ pair: SegmentPair) {
        if Self.isBeforeOrLater(tokens, index) {
            (certainty, isAfter) = (.certain, true)
            return
        }
        isAfter = false
        guard index > tokens.startIndex else { return nil }
        let (name, number) = (tokens[index - 1], tokens[index])
        guard number.range.lowerBound - name.range.upperBound <= 3 else { return nil }
        let between = pair.tokenized.source.text[name.range.upperBound..<number.range.lowerBound]
        if name.kind == .word || name.kind == .identifier, Self.versionWords.contains(name.hash) {
            // "Version: 2.0", "the latest version (2.0)"
            guard between.allSatisfy({ Self.isBlank($0) || $0.isOne(of: ":(-") }) else { return nil }
            certainty = .certain
            return
        }
        // "Internet Information Services (IIS) 7.5"
        let isAcronym = name.isAllCapitals && between.first == UInt8(ascii: ")")
        guard between.dropFirst(isAcronym ? 1 : 0).allSatisfy({ Self.isBlank($0) || $0 == UInt8(ascii: "-") }) else {
            return nil
        }
        let decimals = pair.text(number.range, .source).reversed().prefix { $0 != UInt8(ascii: ".") }.count
        let isZero = pair.text(number.range, .source).first == UInt8(ascii: "0")
        switch name.kind {
        // ".NET 4.6"
        case .file: certainty = pair.text(name.range, .source).first == UInt8(ascii: ".") ? .certain : .likely
        // "PowerShell 2.0", but not "UnitPrice 2.0" and "pH 7.5"
        case .name:
            let text = pair.string(name.range, .source).lowercased()
            guard text.count > 2, !Self.quantityWords.contains(where: { text.hasSuffix($0) }) else { return nil }
            certainty = isZero ? .possible : decimals == 1 ? .certain : .likely
        case .word where Self.products.contains(name.hash) && name.isCapitalised: certainty = .certain
        // "TLS 1.2", "Unity 2.0". Two decimals are often an amount: "FTE 0.75", "Vendor 12.50"; and many acronyms are rates: "CVSS 7.5".
        case .word where name.isCapitalised && name.range.count > 1 && !Self.quantities.contains(name.hash):
            // Any word can have a capital at the beginning of the segment.
            guard name.isAllCapitals || name.range.lowerBound.value > pair.text(.source).startIndex else { return nil }
            let mayBeRate = name.isAllCapitals && !Self.technologies.contains(name.hash)
            guard decimals == 1, !isZero, !mayBeRate else {
                certainty = .possible
                return
            }
            certainty = Self.endsName(tokens[..<index], pair) ? .probable : .likely
        default: return nil
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0xC2 || byte == 0xA0 }

    /// Whether a word is the last one of a name of three words, or of one that begins like code: "Active Directory Federation
    /// Services", ".NET Extensibility".
    private static func endsName(_ tokens: ArraySlice<Token>, _ pair: SegmentPair) -> Bool {
        var words = 0
        for token in tokens.reversed().prefix(3) {
            switch token.kind {
            case .name: return true
            case .file: return pair.text(token.range, .source).first == UInt8(ascii: ".")
            case .word where token.isCapitalised: words += 1
            default: return false
            }
        }
        return words == 3
    }

    /// Whether "or later", "and higher" or the like follows.
    private static func isBeforeOrLater(_ tokens: ArraySlice<Token>, _ index: Int) -> Bool {
        guard index + 2 < tokens.endIndex else { return false }
        return joining.contains(tokens[index + 1].hash) && comparatives.contains(tokens[index + 2].hash)
    }

    private static func hashes(_ words: String) -> Set<UInt32> {
        Set(words.split(separator: " ").map { Token.hash(of: String($0)) })
    }

    /// Words that have a version after them, or the number of a part of a text.
    private static let versionWords = hashes(
        "v ver version versions release releases build section sections table tableau figure image chapter clause appendix"
    )
    private static let joining = hashes("or and")
    private static let comparatives = hashes("later newer")

    /// Products that other software runs on, in names of several words their last one.
    private static let products = hashes(
        "windows server android linux ubuntu debian mac macos ios unity framework bluetooth java python chrome firefox safari "
            + "explorer sdk standard core studio exchange lync silverlight openssl kernel hdmi displayport directx opengl"
    )

    /// Acronyms that have a version after them. Most others are rates: SLA, MOS, RAM.
    private static let technologies = hashes(
        "adal adfs adk adsi agpm aix amqp api blas bsd can clr cmis corba css csi cuda cucm ddr dhtml dita dlna dnp dpm ecma emet "
            + "fido fips fs gpl hdmi hlsl html http https iis ietf imap ios ipp iscsi jdbc jdk jms jpa jre json jsp jvm jwt ldap lgpl "
            + "lts mapi mbam mdac mdop mfc mpi mqtt msal msxml mvc nfc nfs nis ntlm oauth odata odbc oledb opc openapi os osx "
            + "owasp owin pci pcie pdf pgp php pkcs png pop posix ptp rdp rfc rpc saml sata scim scom scorm sdk sftp sgml sip "
            + "smb smil smtp snmp soap sparql sql ssh ssl svg tcg tls tpm uaf ucma udf uefi uml usb uvc vba vpc vxlan wap "
            + "wcag wcf wdk webdav winrm wmf wmi wpf wsdl wsl wsus xhtml xml xmpp xna xpath xsd xslt yaml"
    )

    /// Words that have a capital in headings, labels and tables, with a quantity after them; and codes of quantities.
    private static let quantities = Set(quantityWords.map { Token.hash(of: $0) })

    private static let quantityWords =
        ("amount average avg balance base bonus budget charge charges cost costs credit count debit deposit discount "
        + "duration expense fee fees factor gain gross height hours interest length level limit line loss margin max "
        + "maximum min minimum net number opacity page payment percent percentage points premium price prices profit "
        + "quantity qty range rate rates ratio refund revenue row salary scale score size speed step subtotal sum "
        + "tax taxes time total totals unit units usage value values volume wage wages weight width zoom "
        + "column item items day days week month year cpu "
        + "vat gst hst pst qst tva iva fte roi kpi apr pcs ea kg lb lbs cm mm km mb gb tb kb ghz mhz usd eur gbp chf "
        + "jpy cny sek nok dkk isk pln czk huf ron bgn rub uah try inr krw brl mxn cad aud nzd sgd hkd twd zar ils "
        + "aed sar egp thb vnd idr myr php clp cop ars pen tl")
        .split(separator: " ").map(String.init)
}

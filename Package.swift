// swift-tools-version: 6.1
import PackageDescription

/// The modules, in the order in which data flows: a target never depends on one below it in this list.
let package = Package(
    name: "diptych",
    platforms: [.macOS(.v15)],
    products: [
        .library(
            name: "Diptych",
            targets: [
                "Bitext", "BitextReaders", "MarkdownSyntax", "PagePairs", "ParsedBitext", "Code", "Checklists",
                "PageDocuments", "Revisions", "TranslationModel", "Checks", "Exchange", "Workspace", "Reports",
            ]),
        // What the benchmarks measure md4c by itself with.
        .library(name: "CMD4C", targets: ["CMD4C"]),
        .executable(name: "diptych", targets: ["diptych"]),
    ],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        // Libraries of the system.
        .systemLibrary(
            name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        // Apple's systems bring CryptoKit.
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        // Two texts and the anchors between them, and the readers of the forms in which people keep them.
        .target(name: "Bitext"),
        .target(name: "XMLStreaming", dependencies: ["Bitext", "CLibXML2"]),
        .target(
            name: "BitextReaders",
            dependencies: ["Bitext", "XMLStreaming", "CLibXML2", .product(name: "Yams", package: "Yams")]),

        // Both sides parsed and taken apart.
        .target(name: "MarkdownSyntax", dependencies: ["Bitext", "CMD4C", "CLibXML2"]),
        .target(name: "Hashing", dependencies: [.target(name: "CCrypto", condition: .when(platforms: [.linux]))]),
        // Two pages, aligned.
        .target(name: "PagePairs", dependencies: ["Bitext", "BitextReaders", "MarkdownSyntax", "Hashing"]),
        .target(name: "Code", dependencies: ["Bitext"]),
        .target(name: "ParsedBitext", dependencies: ["Bitext", "MarkdownSyntax", "Code"]),

        // Checklists and code, the page document and its JSON, revisions.
        .target(name: "JSON", dependencies: ["Bitext"]),
        .target(name: "Checklists", dependencies: ["Bitext", "MarkdownSyntax", "Code", "ParsedBitext", "Hashing"]),
        .target(
            name: "PageDocuments",
            dependencies: [
                "Bitext", "BitextReaders", "MarkdownSyntax", "ParsedBitext", "Code", "Checklists", "Hashing", "JSON",
            ]),
        .target(
            name: "Revisions",
            dependencies: [
                "Bitext", "MarkdownSyntax", "Code", "Checklists", "PageDocuments", "PagePairs", "Hashing", "JSON",
            ]),

        // What a translation of a text looks like; rules and findings.
        .target(name: "TranslationModel", dependencies: ["Bitext", "MarkdownSyntax", "ParsedBitext"]),
        .target(
            name: "Checks",
            dependencies: [
                "Bitext", "MarkdownSyntax", "ParsedBitext", "TranslationModel", "XMLStreaming", "Hashing", "Code",
            ]),

        // Out to the tools of translators, and back.
        .target(
            name: "Exchange",
            dependencies: ["Bitext", "BitextReaders", "MarkdownSyntax", "ParsedBitext", "Checks", "Hashing"]),

        // Files, folders, configuration; the command line.
        .target(
            name: "Workspace",
            dependencies: [
                "Bitext", "BitextReaders", "MarkdownSyntax", "PagePairs", "ParsedBitext", "Code", "Checklists",
                "PageDocuments", "Revisions", "TranslationModel", "Checks", "Exchange", "JSON", "Hashing",
                .product(name: "Yams", package: "Yams"), .product(name: "SystemPackage", package: "swift-system"),
            ],
            // What `diptych train` learned for the locales that most documentation is translated into: statistics, no text.
            resources: [.copy("Lexicons")]
        ),
        .target(
            name: "Reports",
            dependencies: [
                "Bitext", "ParsedBitext", "Code", "Checklists", "PageDocuments", "Revisions", "TranslationModel",
                "Checks",
                "Workspace", "JSON", .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .executableTarget(
            name: "diptych",
            dependencies: [
                "Bitext", "BitextReaders", "ParsedBitext", "Code", "Checklists", "PageDocuments", "Revisions",
                "TranslationModel", "Checks", "Exchange", "Workspace", "Reports", "JSON", "Hashing",
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),

        // Tests, by module; what several of them need is in TestSupport.
        .target(
            name: "TestSupport", dependencies: ["BitextReaders", "ParsedBitext", "PageDocuments", "TranslationModel"],
            path: "Tests/TestSupport"),
        .testTarget(name: "BitextTests", dependencies: ["Bitext", "TestSupport"]),
        .testTarget(name: "BitextReadersTests", dependencies: ["BitextReaders", "TestSupport"]),
        .testTarget(name: "MarkdownSyntaxTests", dependencies: ["MarkdownSyntax", "TestSupport"]),
        .testTarget(name: "PagePairsTests", dependencies: ["PagePairs", "ParsedBitext", "TestSupport"]),
        .testTarget(name: "CodeTests", dependencies: ["Code"]),
        .testTarget(name: "ParsedBitextTests", dependencies: ["ParsedBitext", "TestSupport"]),
        .testTarget(name: "HashingTests", dependencies: ["Hashing"]),
        .testTarget(name: "JSONTests", dependencies: ["JSON"]),
        .testTarget(name: "ChecklistsTests", dependencies: ["Checklists", "TestSupport"], exclude: ["Labels"]),
        .testTarget(name: "PageDocumentsTests", dependencies: ["PageDocuments", "TestSupport"]),
        .testTarget(name: "RevisionsTests", dependencies: ["Revisions", "TestSupport"]),
        .testTarget(name: "TranslationModelTests", dependencies: ["TranslationModel", "TestSupport"]),
        .testTarget(name: "ChecksTests", dependencies: ["Checks", "PagePairs", "TestSupport"]),
        .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "PagePairs", "TestSupport"]),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: ["Workspace", "TestSupport", .product(name: "SystemPackage", package: "swift-system")]),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Reports", "TestSupport", .product(name: "SystemPackage", package: "swift-system")]),
        .testTarget(name: "CommandLineTests", dependencies: ["diptych", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

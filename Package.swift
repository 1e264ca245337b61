// swift-tools-version: 6.1
import PackageDescription

/// Left to right, as data flows: a target never depends on one below it in this list.
let package = Package(
    name: "diptych",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "CMD4C", targets: ["CMD4C"]),
        .library(name: "Bitext", targets: ["Bitext"]),
        .library(name: "Markdown", targets: ["Markdown"]),
        .library(name: "Procedures", targets: ["Procedures"]),
        .library(name: "Alignment", targets: ["Alignment"]),
        .library(name: "Workspace", targets: ["Workspace"]),
        .executable(name: "diptych", targets: ["diptych"]),
    ],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CMD4C",
            pkgConfig: "md4c",
            providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]
        ),
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
        ),
        .systemLibrary(
            name: "CCrypto",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        .target(name: "Bitext", dependencies: [.product(name: "Yams", package: "Yams")]),
        .target(name: "Markdown", dependencies: ["Bitext", "CMD4C", "CLibXML2"]),
        .target(
            name: "Procedures",
            dependencies: [
                "Bitext", "Markdown",
                // Apple's systems bring CryptoKit.
                .target(name: "CCrypto", condition: .when(platforms: [.linux])),
            ]
        ),
        .target(name: "Alignment", dependencies: ["Bitext", "Markdown", "Procedures", "CLibXML2"]),
        .target(
            name: "Workspace",
            dependencies: ["Procedures", "Alignment", .product(name: "SystemPackage", package: "swift-system")],
            // What `diptych train` learned for the locales that most documentation is translated into: statistics, no text.
            resources: [.copy("Lexicons")]
        ),
        .executableTarget(
            name: "diptych",
            dependencies: [
                "Workspace",
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .testTarget(name: "BitextTests", dependencies: ["Bitext"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
        .testTarget(name: "ProceduresTests", dependencies: ["Procedures"], exclude: ["Labels"]),
        .testTarget(name: "AlignmentTests", dependencies: ["Alignment"]),
        .testTarget(
            name: "WorkspaceTests",
            dependencies: ["Workspace", .product(name: "SystemPackage", package: "swift-system")]
        ),
        .testTarget(name: "CommandLineTests", dependencies: ["diptych"]),
    ],
    swiftLanguageModes: [.v6]
)

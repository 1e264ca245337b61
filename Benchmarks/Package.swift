// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "diptych-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "diptych", path: ".."),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        // What the benchmarks that try things at random share.
        .target(name: "Trials"),
        .executableTarget(
            name: "diptych-benchmarks",
            dependencies: [
                .product(name: "Alignment", package: "diptych"),
                .product(name: "Bitext", package: "diptych"),
                .product(name: "CMD4C", package: "diptych"),
                .product(name: "Markdown", package: "diptych"),
                .product(name: "Procedures", package: "diptych"),
                .product(name: "Workspace", package: "diptych"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .executableTarget(
            name: "content-alignment",
            dependencies: [
                "Trials",
                .product(name: "Alignment", package: "diptych"),
                .product(name: "Bitext", package: "diptych"),
                .product(name: "Workspace", package: "diptych"),
            ]
        ),
        .executableTarget(
            name: "error-injection",
            dependencies: [
                "Trials",
                .product(name: "Alignment", package: "diptych"),
                .product(name: "Bitext", package: "diptych"),
                .product(name: "Workspace", package: "diptych"),
            ]
        ),
        .executableTarget(
            name: "identity",
            dependencies: [
                "Trials",
                .product(name: "Procedures", package: "diptych"),
                .product(name: "Workspace", package: "diptych"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)

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
        .target(name: "Trials", dependencies: [.product(name: "Diptych", package: "diptych")]),
        .executableTarget(
            name: "diptych-benchmarks",
            dependencies: [
                .product(name: "CMD4C", package: "diptych"),
                .product(name: "Diptych", package: "diptych"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .executableTarget(
            name: "content-alignment",
            dependencies: ["Trials", .product(name: "Diptych", package: "diptych")]
        ),
        .executableTarget(
            name: "error-injection",
            dependencies: ["Trials", .product(name: "Diptych", package: "diptych")]
        ),
        .executableTarget(
            name: "identity",
            dependencies: ["Trials", .product(name: "Diptych", package: "diptych")]
        ),
        .executableTarget(
            name: "page-pairs",
            dependencies: ["Trials", .product(name: "Diptych", package: "diptych")]
        ),
    ],
    swiftLanguageModes: [.v6]
)

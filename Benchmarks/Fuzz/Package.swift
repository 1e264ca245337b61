// swift-tools-version: 6.1
import PackageDescription

/// Built by `Scripts/fuzz`, which links it with libFuzzer. A package of its own: everything in it is instrumented.
let package = Package(
    name: "diptych-fuzz",
    platforms: [.macOS(.v15)],
    products: [.library(name: "Fuzz", type: .static, targets: ["Fuzz"])],
    dependencies: [.package(name: "diptych", path: "../..")],
    targets: [
        .target(
            name: "Fuzz",
            dependencies: [.product(name: "Diptych", package: "diptych")])
    ],
    swiftLanguageModes: [.v6]
)

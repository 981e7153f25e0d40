// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility")]
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
func nio(_ name: String) -> Target.Dependency { .product(name: name, package: "swift-nio") }
func nioExtras(_ name: String) -> Target.Dependency { .product(name: name, package: "swift-nio-extras") }

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// A feature may import only what stands before it here; SwiftPM refuses a cycle.
func feature(_ name: String, after others: [String], assets: Bool = false, _ more: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: ["Kernel", "Markup", "Storage", "WebCore", "Wire", hummingbird, httpTypes] + others.map { .byName(name: $0) } + more,
        resources: assets ? [.copy("Assets")] : [], swiftSettings: strict)
}

func program(_ name: String, path: String? = nil, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: ["TestKit"] + dependencies, swiftSettings: strict)
}

let features: [Target.Dependency] = [
    "Accounts", "Identity", "Documents", "School", "Timetable", "Journal", "Files", "Notices", "Messaging", "Regions", "Consents", "Invitations", "Movement",
    "Transfer", "People", "Linking",
]

let package = Package(
    name: "zvonok",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "zvonok", targets: ["zvonok"]), .library(name: "ZvonokClient", targets: ["Client"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.5.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.90.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.20.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.5.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.0.0", traits: []),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.24.0"),
        .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.1.0"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.5.0"),
    ],
    targets: [
        target("Kernel"),
        target("Markup"),
        target("Storage", ["Kernel"]),
        system("CSQLite", "sqlite3", apt: "libsqlite3-dev"),
        target("StorageSQLite", ["Kernel", "Storage", "CSQLite"]),
        system("CLibPQ", "libpq", apt: "libpq-dev"),
        target("StoragePostgres", ["Kernel", "Storage", "CLibPQ"]),
        target(
            "Live",
            [
                "Kernel", hummingbirdCore, httpTypes, crypto, logging, nio("NIOCore"), nio("NIOPosix"), nio("NIOHTTP1"), nio("NIOWebSocket"),
                nioExtras("NIOHTTPTypes"),
                nioExtras("NIOHTTPTypesHTTP1"),
            ]),
        system("CZlib", "zlib", apt: "zlib1g-dev"),
        system("CBrotli", "libbrotlienc", apt: "libbrotli-dev"),
        system("CZip", "libzip", apt: "libzip-dev"),
        target("Interchange", ["Kernel", "CZip"]),
        target("Wire", ["Kernel"]),
        target("WebCore", ["Kernel", "Markup", "Storage", "CZlib", "CBrotli", hummingbird, httpTypes, crypto, logging, nio("NIOCore")]),
        target("Client", ["Wire", httpClient, httpTypes, nio("NIOCore"), nio("NIOHTTP1"), nio("NIOPosix"), nio("NIOWebSocket")]),
        system("CArgon2", "libargon2", apt: "libargon2-dev"),
        feature("Accounts", after: [], ["CArgon2", crypto]),
        feature("Notices", after: ["Accounts", "School"], assets: true, [crypto, httpClient, logging, metrics, nio("NIOCore"), nio("NIOHTTP1")]),
        feature("Identity", after: ["Accounts", "School", "Notices"], assets: true, [crypto, httpClient, jwt, logging, nio("NIOCore"), nio("NIOHTTP1")]),
        feature("Documents", after: ["Accounts"]),
        feature("School", after: ["Accounts"]),
        feature("Timetable", after: ["Accounts", "School"]),
        feature("Journal", after: ["Accounts", "School", "Notices", "Timetable"], assets: true),
        system("CMagic", "libmagic", apt: "libmagic-dev"),
        feature("Files", after: ["Accounts"], assets: true, ["CMagic", "CZip", crypto, nio("NIOCore")]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        target("Stems", ["Kernel", "CStemmer"]),
        feature("Messaging", after: ["Accounts", "School", "Files", "Notices"], assets: true, ["Stems", "CZip"]),
        feature("Regions", after: ["Accounts", "Documents", "School"], [crypto]),
        system("CQREncode", "libqrencode", apt: "libqrencode-dev"),
        target("QR", ["Markup", "CQREncode"]),
        feature("Consents", after: ["Accounts", "Documents", "School"], assets: true, ["QR", crypto]),
        feature("Invitations", after: ["Accounts", "School", "Notices", "Consents"], assets: true, ["QR", crypto]),
        feature("Movement", after: ["Accounts", "Documents", "School", "Notices", "Timetable", "Journal"]),
        feature("Transfer", after: ["Accounts", "School", "Movement", "Timetable", "Journal"], [crypto]),
        feature("People", after: ["Accounts", "School"]),
        feature("Linking", after: ["Accounts", "School"], ["Interchange", crypto]),
        .target(
            name: "Web",
            dependencies: [
                "Kernel", "Markup", "Storage", "Live", "WebCore", "Wire", hummingbird, hummingbirdCore, httpTypes, crypto, logging, metrics, nio("NIOCore"),
            ]
                + features,
            resources: [.copy("Assets")], swiftSettings: strict),
        target(
            "App",
            [
                "Kernel", "Storage", "StorageSQLite", "StoragePostgres", "Live", "QR", "WebCore", "Web", hummingbird, hummingbirdCore, logging, metrics,
                "Import", configuration, .product(name: "SystemPackage", package: "swift-system"),
                nio("NIOCore"), nio("NIOPosix"),
            ] + features),
        target("Import", ["Kernel", "Storage", "Accounts", "School", "Timetable", "Interchange", crypto]),
        target("Demonstration", ["Kernel", "Storage", "Web", "WebCore", "CZlib"] + features),
        program("zvonok", ["Accounts", "App", "Demonstration", "Import", "Interchange", "Kernel", "Regions", "Storage", "Web", "WebCore", arguments]),

        program(
            "bench",
            [
                "App", "Accounts", "Invitations", "School", "Messaging", "Kernel", "Storage", "StorageSQLite", arguments, httpClient, nio("NIOCore"),
                nio("NIOHTTP1"),
            ]),
        program("zvonok-load", ["Client", "Wire", arguments, httpClient, nio("NIOCore"), nio("NIOHTTP1"), nio("NIOPosix")]),

        .target(
            name: "TestKit",
            dependencies: [
                "App", "Kernel", "Live", "Markup", "Storage", "StorageSQLite", "StoragePostgres", "Web", "WebCore", hummingbird, hummingbirdTesting, httpTypes,
                nio("NIOCore"),
                nio("NIOPosix"), nio("NIOHTTP1"), nio("NIOWebSocket"),
            ] + features, path: "Tests/TestKit", swiftSettings: strict),
        program(
            "crashwriter", path: "Tests/CrashWriter",
            ["App", "Accounts", "Kernel", "Messaging", "Storage", "Web", "WebCore", hummingbird, hummingbirdTesting, httpTypes, logging]),
        tests("DemonstrationTests", ["Demonstration", "Kernel", "Storage", "Web", "WebCore"] + features),
        tests("KernelTests", ["Kernel"]),
        tests("MarkupTests", ["Markup"]),
        tests("StemsTests", ["Stems"]),
        tests("ImportTests", ["Accounts", "School", "Timetable", "Import", "Interchange", "Kernel", "Storage", "WebCore"]),
        tests("InterchangeTests", ["Interchange", "Kernel", "CZip"]),
        tests("StorageTests", ["Kernel", "Storage", "StorageSQLite", "StoragePostgres", "App"]),
        tests("AccountsTests", ["Accounts", "Kernel", "Storage", "WebCore", hummingbird, hummingbirdTesting, httpTypes]),
        tests("SchoolTests", ["Accounts", "School", "Kernel", "Storage", "WebCore"]),
        tests(
            "IdentityTests",
            ["App", "Kernel", "Markup", "Storage", "Web", "WebCore", "Wire", crypto, jwt, hummingbird, hummingbirdTesting, httpTypes, nio("NIOCore")] + features
        ),
        tests("DocumentsTests", ["App", "Kernel", "Markup", "Storage", "WebCore", "Wire", crypto, hummingbird, hummingbirdTesting, httpTypes] + features),
        tests("RegionsTests", ["App", "Kernel", "Markup", "Storage", "WebCore", "Wire", crypto, hummingbird, hummingbirdTesting, httpTypes] + features),
        tests("ConsentsTests", ["App", "Kernel", "Markup", "QR", "Storage", "WebCore", "Wire", crypto, hummingbird, hummingbirdTesting, httpTypes] + features),
        tests(
            "InvitationsTests",
            ["App", "Kernel", "Markup", "QR", "Storage", "Web", "WebCore", "Wire", crypto, hummingbird, hummingbirdTesting, httpTypes] + features),
        tests("MovementTests", ["App", "Kernel", "Markup", "Storage", "WebCore", "Wire", crypto, hummingbird, hummingbirdTesting, httpTypes] + features),
        tests("TransferTests", ["App", "Kernel", "Markup", "Storage", "WebCore", "Wire", crypto, hummingbird, hummingbirdTesting, httpTypes] + features),
        tests("PeopleTests", ["App", "Kernel", "Markup", "Storage", "WebCore", "Wire", crypto, hummingbird, hummingbirdTesting, httpTypes] + features),
        tests(
            "LinkingTests",
            ["App", "Interchange", "Kernel", "Markup", "Storage", "WebCore", "Wire", crypto, hummingbird, hummingbirdTesting, httpTypes] + features),
        tests("TimetableTests", ["Accounts", "School", "Timetable", "Kernel", "Storage", "WebCore", "Wire", hummingbird, hummingbirdTesting, httpTypes]),
        tests(
            "FilesTests",
            ["App", "CZip", "Kernel", "Markup", "Storage", "WebCore", "Wire", crypto, hummingbird, hummingbirdTesting, httpTypes, nio("NIOCore")] + features),
        tests(
            "NoticesTests",
            ["App", "Kernel", "Markup", "Storage", "Web", "WebCore", "Wire", crypto, httpClient, hummingbird, hummingbirdTesting, httpTypes] + features),
        tests(
            "JournalTests",
            [
                "Wire", "Accounts", "School", "Timetable", "Journal", "Notices", "Markup", "Kernel", "Storage", "WebCore", hummingbird, hummingbirdTesting,
                httpTypes,
            ]),
        tests(
            "MessagingTests",
            [
                "App", "Wire", "crashwriter", "Accounts", "School", "Files", "Notices", "Messaging", "Markup", "Kernel", "Storage", "WebCore", hummingbird,
                hummingbirdTesting,
                httpTypes,
            ]),
        tests(
            "SiteTests",
            [
                "App", "Kernel", "Live", "Storage", "StoragePostgres", "Web", "WebCore", hummingbird, hummingbirdTesting, httpTypes, nio("NIOCore"),
                nio("NIOPosix"),
            ] + features),
    ]
)

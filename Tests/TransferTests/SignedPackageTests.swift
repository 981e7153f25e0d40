import Crypto
import Foundation
import Kernel
import School
import TestKit
import Testing

@testable import Transfer

@Suite struct SignedPackageTests {
    static func file() async throws -> [UInt8] {
        let arranged = try await Arranged(.sqlite)
        return try await arranged.file(try await arranged.offer())
    }

    @Test("a file with any byte changed is refused, wherever the byte stands")
    func flips() async throws {
        let file = try await Self.file()
        _ = try SignedPackage(file: file)
        for place in file.indices {
            var changed = file
            changed[place] ^= 1 << UInt8.random(in: 0..<8)
            #expect(throws: Denial.self, "byte \(place)") { try SignedPackage(file: changed) }
        }
    }

    @Test("a file cut short, made longer or spelt otherwise is refused")
    func spelling() async throws {
        let file = try await Self.file(), text = String(decoding: file, as: UTF8.self)
        for length in stride(from: 0, to: file.count, by: 97) { #expect(throws: Denial.self) { try SignedPackage(file: Array(file.prefix(length))) } }
        let others = [
            text + " ", text + "\n", " " + text, "\u{FEFF}" + text, text.replacing(",\"version\":1", with: ", \"version\":1"),
            text.replacing("\"version\":1", with: "\"more\":2,\"version\":1"), text.replacing("Математика", with: "\\u041cатематика"),
        ]
        for other in others { #expect(throws: Denial.self, "\(other.prefix(30))") { try SignedPackage(file: Array(other.utf8)) } }
    }

    @Test("the refusal says what is wrong: no package, another version, a broken signature, too large")
    func reasons() async throws {
        let file = try await Self.file(), text = String(decoding: file, as: UTF8.self)
        func refusal(_ text: String) -> Denial? {
            do { _ = try SignedPackage(file: Array(text.utf8)); return nil } catch { return error as? Denial }
        }
        #expect(refusal("") == .invalid(field: "file", .unreadablePackage))
        #expect(refusal("{}") == .invalid(field: "file", .unreadablePackage))
        #expect(refusal(String(repeating: "[", count: 100_000)) == .invalid(field: "file", .unreadablePackage))
        #expect(refusal(text.replacing("\"version\":1", with: "\"version\":2")) == .invalid(field: "file", .otherVersion))
        #expect(refusal(text.replacing("Школа № 58", with: "Школа № 59")) == .invalid(field: "file", .brokenSignature))
        #expect(refusal(String(repeating: " ", count: SignedPackage.largest + 1)) == .invalid(field: "file", .packageTooLarge))
    }

    @Test("a record that no honest program writes is refused, though its signature is right")
    func hostile() async throws {
        let record = try SignedPackage(file: try await Self.file()).record, key = InstallationKey()
        func changed(_ name: String) -> TransferRecord {
            TransferRecord(
                package: record.package, madeOn: record.madeOn, validUntil: record.validUntil, from: .init(school: name), to: nil, pupil: record.pupil,
                left: record.left, subjects: record.subjects, attendance: record.attendance, homework: record.homework, consents: record.consents,
                guardians: record.guardians)
        }
        _ = try SignedPackage(file: try SignedPackage(changed("Школа № 7"), page: "", signedWith: key).file)
        for name in ["", " \t", "a\u{0}b", "a\u{202E}b", "a\u{200B}b", "a\nb", String(repeating: "ш", count: 201), "\u{E000}"] {
            let file = try SignedPackage(changed(name), page: "", signedWith: key).file
            #expect(throws: Denial.invalid(field: "file", .unreadablePackage), "\(name.debugDescription)") { try SignedPackage(file: file) }
        }
    }

    @Test("the key is made once, readable by its owner alone; another installation has another")
    func key() throws {
        let folder = URL(filePath: TestDatabase.newFolder().path()), first = try InstallationKey.open(in: folder)
        #expect(try InstallationKey.open(in: folder).publicKey == first.publicKey)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: InstallationKey.fileName).path())
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == [InstallationKey.fileName])
        #expect(try InstallationKey.open(in: TestDatabase.newFolder()).publicKey != first.publicKey)
        #expect(throws: Denial.conflict(.noKeyFolder)) { try InstallationKey.open(in: nil) }
        #expect(first.publicKey.fingerprint.count == 39)
    }

    @Test("what is signed is what docs/transfer.md says: anyone can prove it with SHA-256 and Ed25519")
    func documented() async throws {
        let file = try await Self.file()
        let whole = try #require(try JSONSerialization.jsonObject(with: Data(file)) as? [String: Any])
        func text(_ name: String) throws -> String { try #require(whole[name] as? String) }
        func digest(_ text: String) -> String { SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined() }
        let signed = "zvonok.transfer.1\n\(digest(try text("content")))\n\(digest(try text("page")))\n"
        let key = try Curve25519.Signing.PublicKey(rawRepresentation: try #require(Data(base64Encoded: try text("key"))))
        #expect(key.isValidSignature(try #require(Data(base64Encoded: try text("signature"))), for: Data(signed.utf8)))
    }

    @Test("a code is read as people type it, in either keyboard layout")
    func codes() {
        for _ in 0..<200 {
            let code = ShortCode.random()
            #expect(ShortCode.typed(ShortCode.shown(code).lowercased()) == code)
        }
        #expect(ShortCode.typed("АВЕКМ-НОРСТ") == "ABEKMH0PCT")
        #expect(ShortCode.typed("oil23-45678") == "0112345678")
        for wrong in ["", "ABC", "ABCDE-FGHJU", "ABCDE-FGHJK-1", "ЖЖЖЖЖ-ЖЖЖЖЖ"] { #expect(ShortCode.typed(wrong) == nil, "\(wrong)") }
    }
}

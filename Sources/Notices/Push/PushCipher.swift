import Crypto
import Foundation

/// Encrypts a message for one browser: aes128gcm in one record (RFC 8188, RFC 8291). All messages have one length on the wire.
enum PushCipher {
    static let recordSize = 4096
    /// Bytes of a message with its padding.
    static let length = 256

    /// - Parameters:
    ///   - publicKey: the browser's, 65 bytes; secret: its authentication secret, 16 bytes.
    ///   - own: a key for this message alone; salt: 16 bytes. Given by tests, which know what comes out.
    static func seal(
        _ message: [UInt8], publicKey: [UInt8], secret: [UInt8], own: P256.KeyAgreement.PrivateKey = .init(),
        salt: [UInt8] = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0) }, padded length: Int = length
    ) throws -> [UInt8] {
        let theirs = try P256.KeyAgreement.PublicKey(x963Representation: publicKey), ours = Array(own.publicKey.x963Representation)
        let shared = try own.sharedSecretFromKeyAgreement(with: theirs)
        let input = shared.hkdfDerivedSymmetricKey(
            using: SHA256.self, salt: secret, sharedInfo: Array("WebPush: info\0".utf8) + publicKey + ours, outputByteCount: 32)
        func derive(_ info: String, _ count: Int) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(inputKeyMaterial: input, salt: salt, info: Array(info.utf8), outputByteCount: count)
        }
        let key = derive("Content-Encoding: aes128gcm\0", 16)
        let nonce = try AES.GCM.Nonce(data: derive("Content-Encoding: nonce\0", 12).withUnsafeBytes { Array($0) })
        let record = message + [2] + [UInt8](repeating: 0, count: max(0, length - message.count - 1))
        let sealed = try AES.GCM.seal(record, using: key, nonce: nonce)
        let size = withUnsafeBytes(of: UInt32(recordSize).bigEndian) { Array($0) }
        return salt + size + [UInt8(ours.count)] + ours + Array(sealed.ciphertext) + Array(sealed.tag)
    }
}

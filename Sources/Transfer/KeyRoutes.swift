import Hummingbird
import Kernel
import WebCore
import Wire

/// The installation's public key, for everybody: whoever got a package may look whose it is (docs/transfer.md).
struct KeyRoutes: Sendable {
    let site: Site

    func add(to router: Router<AppContext>) {
        router.get("transfer/key") { request, _ in
            let key = try InstallationKey.open(in: site.vault).publicKey
            let info = SenderKeyInfo(
                format: SignedPackage.format, version: SignedPackage.version, algorithm: "Ed25519", publicKey: key.base64, fingerprint: key.fingerprint)
            return try Answer(json: info).response(to: request)
        }
    }
}

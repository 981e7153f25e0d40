import Foundation
import Hummingbird
import Kernel
import Storage
import WebCore

/// Files that people send each other, up to the moment a message refers to one (REQUIREMENTS C18, C19).
public enum FilesFeature: Feature {
    public static let name = "files"
    public static var bundle: Bundle? { .module }

    public static func addRoutes(to signedIn: RouterGroup<SignedIn>, of site: Site) {
        let files = signedIn.group("files")
        FilesRoutes(site: site).add(to: files)
        UploadRoutes(site: site).add(to: files)
        FileRuleRoutes(site: site).add(to: files)
    }
    public static func addOperations(to api: inout API, of site: Site) { FilesAPI(site: site).add(to: &api) }

    public static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        let text = reader.language.files
        let own = Door(text.ownFiles, .ownFiles, in: .own, hint: text.ownFilesHint)
        return FilesAccess.setsRules(viewer) ? [own, Door(text.rules, .fileRules, in: .school, hint: text.rulesHint)] : [own]
    }

    public static func erase(_ person: ID<Person>, in tx: Transaction) throws -> [Destroyed] { try FilesPeople.erase(person, tx) }
    public static func merge(_ from: ID<Person>, into: ID<Person>, in tx: Transaction) throws { try FilesPeople.merge(from, into: into, tx) }
    public static func part(_ parting: Parting, in tx: Transaction) throws { try parting.move("stored_file", "owner_id", in: tx) }
    public static func ownData(of person: ID<Person>, for reader: Reader, in tx: Transaction) throws -> [OwnData] {
        try FilesOwnData(reader: reader).sections(of: person, tx)
    }
    public static func tidy(_ site: Site, at now: Moment) async throws {
        guard let works = site.files else { return }
        try await Tidying(site: site, works: works).run(at: now)
    }
    /// Looks for what a node that died has left on the disk. Slow; once a day.
    public static func findOrphans(_ site: Site) async throws {
        guard let works = site.files else { return }
        try await Tidying(site: site, works: works).findOrphans()
    }
}

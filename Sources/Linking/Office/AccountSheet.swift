import Accounts
import Kernel
import Storage

/// All of one account's page: whose it is, or who it may belong to.
struct AccountSheet: Sendable {
    let account: OutsideAccount
    let holder: PersonName?
    let people: (people: [LinkingStore.Named], count: Int)
    let searched: String

    /// People of the same family name come first; what the clerk types narrows or widens that.
    init(_ id: ID<OutsideAccount>, of office: LinkingOffice, searched typed: String?, _ tx: Transaction) throws {
        guard let account = try LinkingStore.account(id, of: office, tx), let system = try LinkingStore.system(account.system, of: office, tx) else {
            throw Denial.notFound
        }
        let searched = typed ?? account.entry.name.split(separator: " ").first.map(String.init) ?? ""
        let found = try LinkingStore.unlinked(in: system, account.entry.role, namedLike: searched, tx)
        self.account = account
        self.searched = searched
        people = found
        holder = try tx.first(
            "SELECT p.family, p.given, p.patronymic FROM account_link l JOIN person p ON p.id = l.person_id WHERE l.account_id = \(id)"
        ).map(AccountsStore.name)
    }
}

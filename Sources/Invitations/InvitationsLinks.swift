import Kernel
import Markup

extension Link {
    static let codes: Link = "/codes"
    static let secondDevice: Link = "/more/device"
    static func issued(before code: ID<Invitation>) -> Link { "/codes/issued?before=\(code.number)" }
}

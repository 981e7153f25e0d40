import Kernel
import Markup
import School

extension Link {
    static let transferDesk: Link = "/transfer"
    static let previousSchools: Link = "/previous-school"
    static func leavers(of schoolClass: ID<SchoolClass>) -> Link { "/transfer/new?class=\(schoolClass.number)" }
    static func send(_ pupil: ID<Person>) -> Link { "/transfer/pupils/\(pupil.number)" }
    static func package(_ package: ID<SentPackage>) -> Link { "/transfer/packages/\(package.number)" }
    static func packageFile(_ package: ID<SentPackage>) -> Link { "/transfer/packages/\(package.number)/file" }
    static func paper(_ package: ID<SentPackage>) -> Link { "/transfer/packages/\(package.number)/paper" }
    static func withdraw(_ package: ID<SentPackage>) -> Link { "/transfer/packages/\(package.number)/withdraw" }
    static func receipt(_ package: ID<SentPackage>) -> Link { "/transfer/packages/\(package.number)/receipt" }
    static func incoming(_ incoming: ID<Incoming>) -> Link { "/transfer/incoming/\(incoming.number)" }
    static func accept(_ incoming: ID<Incoming>) -> Link { "/transfer/incoming/\(incoming.number)/accept" }
    static func dismiss(_ incoming: ID<Incoming>) -> Link { "/transfer/incoming/\(incoming.number)/dismiss" }
    static func previousSchool(_ pupil: ID<Person>) -> Link { "/previous-school/\(pupil.number)" }
}

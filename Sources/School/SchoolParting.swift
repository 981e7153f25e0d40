import Accounts
import Kernel
import Storage
import WebCore

/// Places, families and courses of one school, see `Parting`.
struct SchoolParting {
    let parting: Parting
    let tx: Transaction
    init(_ parting: Parting, _ tx: Transaction) {
        self.parting = parting
        self.tx = tx
    }

    func run() throws {
        try parting.move("enrolment", "pupil_id", in: tx)
        try parting.move("guardian", "pupil_id", "guardian_id", in: tx)
        try parting.move("course", "teacher_id", in: tx)
        try parting.move("term", "closed_by", in: tx)
        try parting.move("group_member", "pupil_id", by: "group_id", of: "study_group", in: tx)
        try parting.move("class_teacher", "teacher_id", by: "class_id", of: "school_class", in: tx)
    }
}

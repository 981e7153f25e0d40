import Storage

public let m0015Transfer = Migration(15, "transfer") { d in
    []
}

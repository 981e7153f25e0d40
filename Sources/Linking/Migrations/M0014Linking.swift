import Storage

public let m0014Linking = Migration(14, "linking") { d in
    []
}

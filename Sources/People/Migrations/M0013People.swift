import Storage

public let m0013People = Migration(13, "people") { d in
    []
}

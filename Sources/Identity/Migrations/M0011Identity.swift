import Storage

public let m0011Identity = Migration(11, "identity") { d in
    []
}

import Storage

public let m0012Movement = Migration(12, "movement") { d in
    []
}

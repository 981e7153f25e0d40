import Storage

public let m0010Regions = Migration(10, "regions") { d in
    []
}

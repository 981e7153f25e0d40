import Storage

public let m0008Consents = Migration(8, "consents") { d in
    []
}

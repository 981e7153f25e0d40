import Storage

public let m0009Invitations = Migration(9, "invitations") { d in
    []
}

import TestKit
import Testing

@testable import Invitations

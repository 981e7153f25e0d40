import TestKit
import Testing

@testable import Identity

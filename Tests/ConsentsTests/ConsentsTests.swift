import TestKit
import Testing

@testable import Consents

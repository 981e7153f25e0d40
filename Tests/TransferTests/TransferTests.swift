import TestKit
import Testing

@testable import Transfer

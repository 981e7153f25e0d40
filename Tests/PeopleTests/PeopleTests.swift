import TestKit
import Testing

@testable import People

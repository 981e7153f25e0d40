import TestKit
import Testing

@testable import Documents

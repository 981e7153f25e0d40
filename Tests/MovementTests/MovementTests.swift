import TestKit
import Testing

@testable import Movement

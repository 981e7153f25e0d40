import TestKit
import Testing

@testable import Linking

import TestKit
import Testing

@testable import Regions

import App
import Foundation

/// Where the demonstration school's sign-ins are written down, for whoever tries the product out.
enum DemonstrationNotes {
    static func file(_ settings: Settings) -> URL { URL(filePath: settings.data).appending(path: "demonstration-sign-ins.txt") }
}

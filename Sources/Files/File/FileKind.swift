/// What a file is, by its content. `code` is text that a machine would run: a school may allow it for lessons of informatics.
public enum FileKind: String, Hashable, Sendable, CaseIterable, Codable {
    case photo, video, audio, document, archive, code
}

/// Why a file that has arrived is not taken.
public enum FileRefusal: String, Hashable, Sendable, CaseIterable {
    case infected, program, kind, bomb, nested, names, encrypted, otherArchive, unreadable, pixels
}

import Kernel

extension Fact {
    /// A file that others refer to has been looked into: it is ready, or is not taken.
    static func settled(_ file: ID<StoredFile>, in school: ID<School>) -> Fact { Fact("files.settled", in: school, about: file.number) }
    /// The file, if that is what the fact says.
    public var settledFile: ID<StoredFile>? { name == "files.settled" ? ID(number) : nil }
}

import Storage

/// In which half of which month a class's teachers were last told of the check of its data, so that they are told once.
public let m0042CheckTold = Migration(42, "movement: check_told") { _ in
    [
        """
        CREATE TABLE check_told (
            class_id BIGINT PRIMARY KEY REFERENCES school_class(id),
            school_id BIGINT NOT NULL REFERENCES school(id),
            half TEXT NOT NULL CHECK (half <> '')
        )
        """
    ]
}

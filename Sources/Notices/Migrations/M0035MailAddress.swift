import Storage

/// Where letters go, once the address is confirmed by its owner. `word` stands in the letters: who has it confirms and ends them.
public let m0035MailAddress = Migration(35, "notices: mail_address") { _ in
    [
        """
        CREATE TABLE mail_address (
            person_id BIGINT PRIMARY KEY REFERENCES person(id),
            address TEXT NOT NULL CHECK (address <> ''),
            word TEXT NOT NULL UNIQUE,
            asked_at BIGINT NOT NULL,
            confirmed_at BIGINT,
            sent_at BIGINT
        )
        """
    ]
}

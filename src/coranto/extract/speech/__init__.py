"""Who says what: cues with their sources and contents, quotations, chains, relays, silences."""

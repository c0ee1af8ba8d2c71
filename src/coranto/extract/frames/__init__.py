"""Words that may report an event, and the phrases in their argument slots."""

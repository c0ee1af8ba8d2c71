"""Names: whether two of them name one person or one body."""

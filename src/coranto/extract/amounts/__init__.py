"""Numbers of something: people, things, money, shares, measures."""

"""Step 8: the readings in one SQLite file, with flat tables to filter by and a full-text index."""

"""Step 8: across articles."""

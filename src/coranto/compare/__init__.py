"""Step 9: across articles."""

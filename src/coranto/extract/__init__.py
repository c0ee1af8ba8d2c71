"""Step 5: spans of one kind each, before anything is known of their identity."""

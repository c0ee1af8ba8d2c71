"""Step 4: spans of one kind each, before anything is known of their identity."""

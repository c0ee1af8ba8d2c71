"""Step 3: blocks to sentences. The only place that knows spaCy."""

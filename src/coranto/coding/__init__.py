"""Step 7: who did what to whom, in the terms of the PLOVER ontology."""

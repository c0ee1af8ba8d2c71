"""Step 4: from sentences to who says what: sources, cues and contents as a learned tagger marks them."""

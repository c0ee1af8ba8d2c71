"""Step 1, for what the user knows beforehand: registers of actors, in the formats that people keep them in."""

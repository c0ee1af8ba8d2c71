"""Step 6: from spans to identity: entities, actors, dates, places on the map."""

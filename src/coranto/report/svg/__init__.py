"""Drawings made here, not in the browser: timeline, network, map."""

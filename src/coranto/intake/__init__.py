"""Bytes to articles: files, folders, HTML, JSONL, and what stands beside them about outlet and date."""

"""SQLite's rows as typed ones."""

from __future__ import annotations

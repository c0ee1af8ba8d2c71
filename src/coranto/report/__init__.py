"""The page that a person reads: one self-contained HTML file."""

from coranto.report.page import build_page

__all__ = ["build_page"]

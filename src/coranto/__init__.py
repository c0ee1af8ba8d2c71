"""Reads news articles and keeps an attributed event record of them."""

"""Pieces of pages about what changed since a day, and the history of one thing."""

"""Pieces of pages about all partnerships, one partnership, one domain."""

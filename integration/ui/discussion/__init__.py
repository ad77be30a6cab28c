"""Pieces of pages about comments."""

"""Pieces of the page of search."""

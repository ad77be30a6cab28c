"""Pieces of the page for bringing a plan."""

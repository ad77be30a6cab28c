"""Pieces of pages about risks, issues, actions and decisions."""

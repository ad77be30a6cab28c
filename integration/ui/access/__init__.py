"""Pieces of pages about signing in, people, links, the audit."""

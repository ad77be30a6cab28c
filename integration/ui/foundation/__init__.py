"""Pieces of pages about shared words, objectives and gates."""

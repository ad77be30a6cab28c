"""Pieces of pages about rounds, answers and what they show."""

"""Verbs about rounds, answers and what they show."""

"""Verbs about shared words, objectives and gates."""

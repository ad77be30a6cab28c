"""Pieces of pages about the agenda, the meeting and its minutes."""

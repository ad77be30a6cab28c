"""Verbs about the agenda, the meeting and its minutes."""

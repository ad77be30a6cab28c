"""Verbs about risks, issues, actions and decisions."""

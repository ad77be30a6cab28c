"""Verbs about all partnerships, one partnership, one domain."""

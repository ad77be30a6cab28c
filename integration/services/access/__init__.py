"""Verbs about signing in, people, links, the audit."""

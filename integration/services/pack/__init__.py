"""Verbs about the steering pack and the digest."""

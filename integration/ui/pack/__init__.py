"""Pieces of pages about the steering pack and the digest."""

"""Bringing a plan and taking it along: files in, files out."""

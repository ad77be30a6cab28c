"""Bytes that people bring in, sheets out: every kind of file becomes the same plain rows."""

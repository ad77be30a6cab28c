"""Views in, bytes out: files that people download."""

"""The shared store: one truth in PostgreSQL, and a copy of it in an ordinary store file per server."""

"""The DuckDB file: every record type is one table of versions; nothing is ever changed, only added."""
